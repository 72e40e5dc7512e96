import type { Act, PlannedAction } from '../act.js';
import type { Pace } from '../pace.js';
import { after, clockOf, within } from '../pace.js';
import type { Desk, SituationAction } from '../situation.js';
import { roundOf, timesGiven } from '../situation.js';
import { actionTexts, evidenceTexts, resultText, waiverText } from '../texts/plans.js';
import { calmedReason, noResponseReason, regradeReason } from '../texts/reasons.js';
import { DAY, HOUR, MINUTE, toMinute } from '../values.js';
import { verdictOf } from '../verdict.js';
import { concur } from './judging.js';
import { answer } from './answering.js';
import type { Track } from './track.js';
import { firstOf } from './track.js';

const START_SOON: Pace = { rhythm: 'duty', median: 30 * MINUTE, sigma: 0.5 };
const START: Pace = { rhythm: 'desk', median: 100 * MINUTE, sigma: 0.7 };
const ACTION: Pace = { rhythm: 'desk', median: 0.6, sigma: 0.35 };
const PAPERWORK: Pace = { rhythm: 'desk', median: 40 * MINUTE, sigma: 0.6 };
const REGRADE: Pace = { rhythm: 'desk', median: 5 * HOUR, sigma: 0.6 };

const WAIVED = 0.06;
const GREW = 0.05;
const CALMED = 0.04;
const QUICK = 0.94;
const SHORTEST_PLAN = 3 * HOUR;
/** Days to plan for when the severity has no clock for disposal. */
const USUAL_DAYS = 7;
/** The last action of a plan is due well before the disposal is. */
const LAST_DUE = 0.6;

const isGrave = ({ now }: Desk) => now.severity === 'I' || now.severity === 'II';

/**
 * Most plans are to be done before the first answer is owed (48 hours), since an answer without a finding is
 * none; the others take the time that the disposal has.
 */
function planTime(desk: Desk, from: number): number {
  const answer = (clockOf(desk, 'first-response')?.dueAt ?? 0) - from;
  if (answer > SHORTEST_PLAN && desk.dice('quick plan') < QUICK) return answer;
  const disposal = (clockOf(desk, 'dispose')?.dueAt ?? 0) - from;
  return disposal > SHORTEST_PLAN ? disposal : USUAL_DAYS * DAY;
}

function planned(desk: Desk, from: number): PlannedAction[] {
  const time = planTime(desk, from);
  const texts = actionTexts(desk.dice, desk.now);
  return texts.map((text, i) => {
    const share = (LAST_DUE * (i + 1)) / texts.length;
    return { ...text, dueAt: toMinute(from + share * time) };
  });
}

export const startDisposal: Track = (desk) => {
  if (desk.now.decision !== 'dispose') return null;
  const at = after(desk, `start ${roundOf(desk)}`, isGrave(desk) ? START_SOON : START);
  const params = { actions: planned(desk, at) };
  return { command: 'start-disposal', params, role: 'handler', at };
};

function finish(desk: Desk, { id, title, dueAt }: SituationAction): Act {
  const { dice, now } = desk;
  const question = `action ${title} ${roundOf(desk)}`;
  const startedAt = Math.min(now.changedAt, dueAt - HOUR);
  const at = within(desk, question, ACTION, { startedAt, dueAt });
  if (dice(`${question} waived`) < WAIVED) {
    const params = { actionId: id, reason: waiverText(dice, title) };
    return { command: 'waive-action', params, role: 'handler', at };
  }
  const params = { actionId: id, result: resultText(dice, title, now) };
  return { command: 'complete-action', params, role: 'handler', at };
}

const nextAction: Track = (desk) => {
  const open = desk.now.actions.find(({ status }) => status === 'open');
  return open === undefined ? null : finish(desk, open);
};

const setVerdict: Track = (desk) => {
  if (desk.now.verdict !== 'unverified') return null;
  const verdict = verdictOf(desk.dice, desk.now);
  const evidence = evidenceTexts(desk.dice, verdict, desk.now);
  const at = after(desk, 'verdict', PAPERWORK);
  const isTrueRumour = verdict === 'true' && desk.now.kind === 'rumour';
  const params = { verdict, evidence, ...(isTrueRumour && { kind: 'complaint' as const }) };
  return { command: 'set-verdict', params, role: 'handler', at };
};

const completeDisposal: Track = (desk) => {
  const at = after(desk, `complete ${roundOf(desk)}`, PAPERWORK);
  const params = desk.now.hasPublished ? {} : { responseNotNeeded: noResponseReason(desk.dice) };
  return { command: 'complete-disposal', params, role: 'handler', at };
};

const HIGHER = { IV: 'III', III: 'II' } as const;
const LOWER = { III: 'IV', II: 'III' } as const;

/** Once, and only while something is still to be done about it. */
const regrade: Track = (desk) => {
  const { now, dice } = desk;
  const isOver = now.actions.every(({ status }) => status !== 'open');
  if (timesGiven(desk, 'regrade') > 0 || isOver) return null;
  const at = after(desk, 'regrade at', REGRADE);
  const share = dice('regrade');
  if ((now.severity === 'IV' || now.severity === 'III') && share < GREW) {
    const severity = HIGHER[now.severity];
    const reason = regradeReason(dice, now, severity);
    return { command: 'regrade', params: { severity, reason }, role: 'analyst', at };
  }
  if ((now.severity === 'III' || now.severity === 'II') && share > 1 - CALMED) {
    const severity = LOWER[now.severity];
    const reason = calmedReason(dice, now, severity);
    return { command: 'regrade', params: { severity, reason }, role: 'analyst', at };
  }
  return null;
};

export const whileDisposing = firstOf(
  concur,
  regrade,
  nextAction,
  setVerdict,
  answer,
  completeDisposal,
);
