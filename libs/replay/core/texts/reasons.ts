import type { Dice } from '../draw.js';
import { pick } from '../draw.js';
import type { Situation } from '../situation.js';
import type { RatedSeverity } from '../values.js';
import { named, wordsOf } from './category-words.js';

type About = Pick<Situation, 'title' | 'category'>;

export function dismissalReason(dice: Dice, { title, truth }: Pick<Situation, 'title' | 'truth'>) {
  const old = '同一内容系旧闻重发，此前已有公开答复，不重复立案。';
  const talk = `${named(title)}为一般性话题讨论，没有涉及本县的具体诉求。`;
  if (truth === 'false') return old;
  if (truth === 'no-claim') return talk;
  return pick(dice, 'dismissal reason', [
    `${named(title)}与本县公共服务无关，不作为舆情事件办理。`,
    `核对来源后，${named(title)}所说的地点不在本县，已告知登记人。`,
    talk,
    old,
  ]);
}

export const returnedJudgement = (dice: Dice) =>
  pick(dice, 'returned judgement', [
    '责任单位有误，此事项不在我单位职责范围内，请重新研判。',
    '研判所依据的地点与实际不符，请补充核对后再定责任单位。',
    '事项涉及两个单位，请明确牵头单位。',
  ]);

export const returnedDisposal = (dice: Dice, { category }: About) =>
  pick(dice, 'returned disposal', [
    `依据不够充分，请补充${wordsOf(category).record}。`,
    '措施的完成情况写得过于简略，请补充时间、地点和结果。',
    '答复群众的时间没有写明，请补充后再提交。',
  ]);

export const regradeReason = (dice: Dice, { title }: About, to: RatedSeverity) =>
  pick(dice, 'regrade reason', [
    `${named(title)}的传播范围比研判时扩大，按矩阵调整为${to}级。`,
    `${named(title)}影响的人数比最初了解的多，调整为${to}级。`,
  ]);

export const calmedReason = (dice: Dice, { title }: About, to: RatedSeverity) =>
  pick(dice, 'calmed reason', [
    `${named(title)}的讨论明显减少，影响限于局部，调整为${to}级。`,
    `核查后${named(title)}的实际影响小于预期，调整为${to}级。`,
  ]);

export const reopenReason = (dice: Dice, { title }: About) =>
  pick(dice, 'reopen reason', [
    `${named(title)}归档后又出现新的线索，需要重新核查。`,
    `回访时群众对${named(title)}的办理结果提出了新的情况，予以重启。`,
  ]);

export const concurrenceNote = (dice: Dice) =>
  pick(dice, 'concurrence note', [
    '同意，按此等级办理。',
    '同意。请责任单位尽快核实，有进展随时报告。',
    '同意定级，对外回应要先把事实核准。',
  ]);

export const acknowledgementNote = (dice: Dice) =>
  pick(dice, 'acknowledgement note', ['已收到，正在核对。', '收到，已联系相关单位。', '已签收。']);

/** What is said instead of a publication, as long as nothing has been published. */
export const noResponseReason = (dice: Dice) =>
  pick(dice, 'no response', [
    '事项只涉及少数人，已逐一当面或电话答复，反映人没有其他要求。',
    '主管部门已在其官方渠道统一说明，本单位不重复发布。',
    '事项已在公示栏和服务窗口张贴说明，不另行发布。',
  ]);

export const pressConferenceNote = (dice: Dice, outcome: 'held' | 'waived') =>
  outcome === 'held'
    ? '已召开新闻发布会，通报事实、已采取的措施和下一步安排，并回答提问。'
    : pick(dice, 'press waiver', [
        '已通过官方账号发布情况通报，事实清楚，暂不召开新闻发布会。',
        '上级部门已统一发布权威信息，本级不再单独召开。',
      ]);

export const workNote = (dice: Dice, { category }: About) =>
  pick(dice, 'work note', [
    `已与责任单位电话沟通，正在调取${wordsOf(category).record}。`,
    '现场核查已完成，书面材料预计明日提交。',
    '今日未见新的集中反映，继续观察。',
    '已提醒责任单位注意办理时限。',
  ]);
