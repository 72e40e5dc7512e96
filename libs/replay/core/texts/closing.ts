import type { Dice } from '../draw.js';
import { pick } from '../draw.js';
import type { Situation } from '../situation.js';
import type { Verdict } from '../values.js';
import { named, wordsOf } from './category-words.js';

export const OUTCOME: Readonly<Record<Verdict | 'unverified', string>> = {
  true: '经核查，反映的情况属实',
  'partly-true': '经核查，反映的情况部分属实',
  false: '经核查，所传情况不实',
  unverifiable: '经多方核查，所传情况无法核实',
  unverified: '观察期内没有出现需要进一步核查的内容',
};

/** Both as they can be read years later: what was said, what was found, what was done. */
export function summaryText(dice: Dice, now: Situation): string {
  const done = now.actions.filter(({ status }) => status === 'done').map(({ title }) => title);
  const what =
    done.length === 0 ? '未采取专门措施' : `采取的措施：${done.map(shortened).join('；')}`;
  const end = pick(dice, 'summary end', [
    '其后没有新的集中反映，予以归档。',
    '讨论已经平息，予以归档。',
    '反映人对办理结果没有提出异议，予以归档。',
  ]);
  const found = now.verdict === 'unverified' ? '' : (now.finding ?? '');
  return `${named(now.title)}：${OUTCOME[now.verdict]}。${found}${what}。${end}`;
}

const LONGEST = 40;
const shortened = (title: string) =>
  title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title;

export function lessonsText(dice: Dice, { category, verdict }: Situation): string {
  const { record } = wordsOf(category);
  const first = pick(dice, 'first lesson', [
    `${record}应当能在一小时内调出，便于第一时间核对。`,
    '首次答复要写清楚已知、未知和下一次说明的时间。',
    '同类事项应提前公布办理流程和时限，减少猜测。',
    '一线窗口先知情、能答复，反映就不会集中到网上。',
  ]);
  const second: Readonly<Record<Verdict | 'unverified', string>> = {
    true: '问题属实的，整改结果要向反映人回告。',
    'partly-true': '说明时要把属实的部分先讲清楚。',
    false: '澄清时附上依据，便于群众自行核对。',
    unverifiable: '无法核实的要如实说明，不作推断。',
    unverified: '观察类事项到期应有明确结论。',
  };
  return first + second[verdict];
}

export function upwardReportText(
  type: 'initial' | 'follow-up' | 'final',
  { title, severity, verdict, actions }: Situation,
): string {
  const open = actions.filter(({ status }) => status === 'open').length;
  const head = `关于${named(title)}的情况（${severity}级）：`;
  switch (type) {
    case 'initial':
      return `${head}已组织研判并明确责任单位，正在核查，核实情况和处置进展将续报。`;
    case 'follow-up':
      return `${head}处置正在进行，${open > 0 ? `尚有${open}项措施在办` : '各项措施已办理'}，暂无新的异常情况。`;
    case 'final':
      return `${head}${OUTCOME[verdict]}，各项措施已办结，现予终报。`;
  }
}
