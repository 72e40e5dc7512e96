import type { ActionKind, EvidenceItem } from '../act.js';
import type { Dice } from '../draw.js';
import { pick } from '../draw.js';
import type { Situation } from '../situation.js';
import type { IncidentKind, Verdict } from '../values.js';
import { named, wordsOf } from './category-words.js';

type About = Pick<Situation, 'title' | 'category' | 'kind' | 'finding'>;

export interface ActionText {
  readonly title: string;
  readonly kind: ActionKind;
  readonly basis?: string;
}

/** After finding out what is true: what this kind of matter usually asks for. */
const NEXT: Readonly<Record<IncidentKind, readonly [ActionKind, ...ActionKind[]]>> = {
  rumour: ['clarify', 'clarify', 'watch'],
  'hot-topic': ['clarify', 'reply', 'watch', 'adopt'],
  complaint: ['fix', 'reply', 'fix', 'refer', 'adopt'],
  emergency: ['fix', 'clarify', 'fix', 'refer'],
};

function actionText(kind: ActionKind, { title, category }: About): ActionText {
  const topic = named(title);
  const words = wordsOf(category);
  switch (kind) {
    case 'verify':
      return { kind, title: `${words.inspect}，形成核查记录` };
    case 'clarify':
      return { kind, title: `就${topic}拟写情况说明，附检测或台账依据` };
    case 'reply':
      return { kind, title: `答复反映${topic}的群众，说明办理情况和时限` };
    case 'adopt':
      return { kind, title: `研究采纳${topic}中的合理建议，列入工作计划` };
    case 'fix':
      return { kind, title: words.repair };
    case 'correct':
      return { kind, title: `更正此前关于${topic}的信息` };
    case 'refer':
      return {
        kind,
        title: `将${topic}中属于其他部门职责的事项移交主管部门`,
        basis: '《信访工作条例》关于依照法定职责分流转送的规定',
      };
    case 'watch':
      return { kind, title: `跟踪${topic}的后续反映，每日汇总一次` };
  }
}

/** One to three actions, the first of which finds out what is true. */
export function actionTexts(dice: Dice, about: About): readonly ActionText[] {
  const more = Math.floor(dice('number of actions') * 3);
  const kinds = new Set(
    Array.from({ length: more }, (_, i) => pick(dice, `action ${i}`, NEXT[about.kind])),
  );
  return (['verify', ...kinds] as const).map((kind) => actionText(kind, about));
}

export function resultText(dice: Dice, action: string, { category }: About): string {
  const { record } = wordsOf(category);
  return pick(dice, `result ${action}`, [
    `已完成。核对了${record}，情况记录在案。`,
    `已办结，过程材料已归入事件附件目录，办理人和复核人均已签字。`,
    `已按计划完成，现场照片和记录已留存，未发现新的问题。`,
    `已完成。相关单位当面说明了情况，双方对结果没有异议。`,
  ]);
}

export function waiverText(dice: Dice, action: string): string {
  return pick(dice, `waiver ${action}`, [
    '核查后情况已经清楚，此项不再需要单独开展。',
    '同一事项已在另一项措施中一并办理，免除此项以免重复。',
    '反映的问题已由主管部门先行解决，此项免除。',
  ]);
}

const FOUND: Readonly<Record<Verdict, readonly [string, ...string[]]>> = {
  true: ['与反映一致，情况属实', '反映的情况存在，属实'],
  'partly-true': ['主要情况存在，但时间和范围与传播内容有出入', '部分情况属实，其余没有依据'],
  false: ['与传播内容不符，没有发生所说的情况', '未发现所传情况，说法不实'],
  unverifiable: ['现有材料不足以证实，也不足以否定', '信息来源无法追溯到具体事实，暂无法核实'],
};

export function evidenceTexts(dice: Dice, verdict: Verdict, about: About): readonly EvidenceItem[] {
  const { inspect, record } = wordsOf(about.category);
  const found = about.finding ?? `${pick(dice, 'found', FOUND[verdict])}。`;
  const first = { text: `${inspect}：${found}` };
  const second = { text: `查阅${record}，所载内容支持上述结论。` };
  return dice('second evidence') < 0.6 ? [first, second] : [first];
}
