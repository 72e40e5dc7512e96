import { DateTime } from 'luxon';
import type { Locale } from '#identity';
import type { Topic, TopicKind } from '../core/topics.js';
import type { Told } from './told.js';
import type { Words } from './words.js';

/** What happened, in one sentence. Nothing but clocks, steps and times goes in: titles stand above it. */
type Sentence = (told: Told, timeZone: string) => Words;

const fixed =
  (zh: string, en: string): Sentence =>
  () => ({ zh, en });

export const SENTENCES: Readonly<Record<Topic, Sentence>> = {
  'escalation.step': ({ data }) => stepSentence(data),
  'escalation.handed-on': ({ data }) => ({
    zh: `交到您手上：“${clockOf(data, 'zh')}”无人签收，仍在升级。`,
    en: `Now yours: nobody has taken “${clockOf(data, 'en')}”, and it is being escalated.`,
  }),
  'deadline.warn': ({ data }, zone) => ({
    zh: `“${clockOf(data, 'zh')}”将于 ${timeOf(data['dueAt'], zone)} 到期。`,
    en: `“${clockOf(data, 'en')}” is due at ${timeOf(data['dueAt'], zone)}.`,
  }),
  'deadline.breach': ({ data }, zone) => ({
    zh: `“${clockOf(data, 'zh')}”已超时，应于 ${timeOf(data['dueAt'], zone)} 前完成。`,
    en: `“${clockOf(data, 'en')}” is overdue since ${timeOf(data['dueAt'], zone)}.`,
  }),
  'judgement.proposed': fixed('研判等您同意。', 'A judgement waits for your concurrence.'),
  'judgement.declined': fixed(
    '领导不同意研判，请看理由。',
    'A leader declined your judgement; see why.',
  ),
  'judgement.returned': fixed('研判被退回。', 'A judgement was returned.'),
  'regrade.proposed': fixed('调整等级等您同意。', 'A regrade waits for your concurrence.'),
  'regrade.declined': fixed(
    '领导不同意调整等级，请看理由。',
    'A leader declined your regrade; see why.',
  ),
  'consultation.asked': fixed(
    '请您单位书面答复会商。',
    'Your unit is asked for its view in writing.',
  ),
  'consultation.complete': fixed('会商意见已齐。', 'All views of the consultation are in.'),
  'disposal.returned': fixed('处置被退回。', 'A disposal was returned.'),
  'disposal.handed-back': fixed(
    '责任单位退回，请重新研判。',
    'Its unit handed it back; judge again.',
  ),
  'action.given': fixed('有一项措施由您承办。', 'An action of a plan is yours.'),
  'supervision.begun': fixed(
    '领导督办，请按时报告进展。',
    'A leader supervises it; report on time.',
  ),
  'supervision.progress': fixed('督办事项有进展报告。', 'There is a progress report.'),
  'incident.judged': fixed('已研判，由您单位处置。', 'Judged; your unit disposes.'),
  'incident.assigned': fixed('已指派给您。', 'Assigned to you.'),
  'incident.reopened': fixed('已重新打开。', 'Reopened.'),
  'incident.mentioned': fixed('有人在评论中提到您。', 'Somebody mentioned you in a comment.'),
  'shift.reminder': fixed(
    '您的班次将至，请按时签到。',
    'Your shift is coming up. Sign in on time.',
  ),
  'shift.check': fixed('查岗：请马上应答。', 'Spot check: answer at once.'),
  'handover.waiting': fixed('交接班等您签字。', 'A handover waits for your signature.'),
  'swap.offered': fixed('有人想与您换班。', 'Somebody offers you a shift.'),
  'swap.taken': fixed('换班有人接，等确认。', 'A shift was taken, and waits for confirmation.'),
  'swap.confirmed': fixed('换班已确认。', 'A swap was confirmed.'),
  'swap.declined': fixed('换班未获同意。', 'A swap was declined.'),
  'swap.withdrawn': fixed('换班已撤回。', 'A swap was withdrawn.'),
  'swap.expired': fixed('换班无人接，已过期。', 'Nobody took the shift in time.'),
  'rota.changed': fixed('您的班次有变动。', 'Your shifts have changed.'),
  'upward.sent': fixed('有上报等您单位签收。', 'A report waits for your unit to acknowledge it.'),
  'upward.acknowledged': fixed('上级已签收上报。', 'The report was acknowledged above.'),
  'upward.returned': fixed(
    '上级要求补充上报内容。',
    'The report was returned from above with a question.',
  ),
  'release.waiting': fixed('稿件等您审核。', 'A text waits for your review.'),
  'release.returned': fixed('稿件被退回，请修改。', 'Your text was returned to be changed.'),
  'release.approved': fixed(
    '稿件已通过联审，等待发布。',
    'The text passed its review and waits to go out.',
  ),
  'release.due': fixed(
    '到了定好的发布时间，请发布。',
    'The time of publication has come: publish it.',
  ),
  'release.verdict-changed': fixed(
    '核查结论变了，稿件须更正后重新送审。',
    'The verdict has changed: the text has to be put right and reviewed again.',
  ),
  'release.withdrawal-asked': fixed(
    '有人申请撤回已发布的内容。',
    'Somebody asks to withdraw what is out.',
  ),
  'release.withdrawn': fixed('已发布的内容被撤回。', 'What was out has been withdrawn.'),
  'matter.reported': fixed('有重要事项等接收。', 'An important matter waits to be received.'),
  'matter.changed': fixed(
    '重要事项有变动，请重新接收。',
    'An important matter has changed; receive it again.',
  ),
  'matter.received': fixed('值班室已接收。', 'The duty office has received it.'),
  'matter.returned': fixed('值班室要求补充。', 'The duty office asks for more.'),
  'matter.cancelled': fixed('重要事项已取消。', 'An important matter was cancelled.'),
  'report.drafted': fixed(
    '报告已自动起草，请修改送审。',
    'A report was drafted on its day: edit it and submit it.',
  ),
  'report.submitted': fixed('报告等您审定。', 'A report waits for your approval.'),
  'report.approved': fixed('报告已审定，可以印发。', 'The report was approved and can be issued.'),
  'report.returned': fixed('报告被退回，请修改。', 'The report was returned to be changed.'),
  'report.issued': fixed('报告已印发，请阅。', 'A report was issued for you to read.'),
  'report.commented': fixed('报告有新的批注。', 'Somebody commented on a report.'),
  'instruction.given': fixed('领导批示，请按时办理。', 'A leader’s instruction for your unit.'),
  'instruction.done': fixed('批示已报告办理结果，请认可。', 'An instruction is done: accept it.'),
  'instruction.accepted': fixed('批示已办结。', 'The result was accepted.'),
  'instruction.returned': fixed('批示被退回，请继续办理。', 'An instruction was returned to you.'),
  'instruction.extended': fixed('批示的时限已调整。', 'An instruction has another due time.'),
  'instruction.withdrawn': fixed('批示已撤销。', 'An instruction was withdrawn.'),
  'inbox.rising': fixed('收件箱里有话题升温，请查看。', 'A topic of the inbox rises: have a look.'),
  'engine.finding': fixed('系统运行异常，请查看运行状态。', 'The engine needs you: see its page.'),
};

/** What a bundle counts. */
export const KIND_WORDS: Readonly<Record<TopicKind, Words>> = {
  escalation: { zh: '待签收', en: 'to acknowledge' },
  deadline: { zh: '时限', en: 'deadlines' },
  decision: { zh: '待决定', en: 'to decide' },
  work: { zh: '待办理', en: 'to work on' },
  duty: { zh: '值班', en: 'duty' },
  engine: { zh: '系统', en: 'engine' },
};

function stepSentence(data: Told['data']): Words {
  const [step, round] = [numberOf(data['step']), numberOf(data['round'])];
  const zh = round > 1 ? `第 ${round} 轮第 ${step} 步` : `第 ${step} 步`;
  const en = round > 1 ? `step ${step} of round ${round}` : `step ${step}`;
  return {
    zh: `“${clockOf(data, 'zh')}”待签收，已升级到${zh}。`,
    en: `“${clockOf(data, 'en')}” waits for somebody to take it: ${en}.`,
  };
}

/** What the clock is called, or at least its name. */
function clockOf({ title, clock }: Told['data'], locale: Locale): string {
  const words = typeof title === 'object' && title !== null ? Object.entries(title) : [];
  const found: unknown = words.find(([language]) => language === locale)?.[1];
  return typeof found === 'string' ? found : typeof clock === 'string' ? clock : '';
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 1);

const timeOf = (value: unknown, zone: string): string =>
  typeof value === 'number' ? shortTime(value, zone) : '';

/** Month, day and time in the organisation's zone, the same in both languages: 03-02 09:15. */
export const shortTime = (at: number, zone: string): string =>
  DateTime.fromMillis(at, { zone }).toFormat('MM-dd HH:mm');
