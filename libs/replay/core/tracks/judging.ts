import type { JudgeParams } from '../act.js';
import { pickWeighted } from '../draw.js';
import type { Scores } from '../judgement.js';
import { scoresFor } from '../judgement.js';
import type { Pace } from '../pace.js';
import { after, atDesk, byClock } from '../pace.js';
import type { Desk } from '../situation.js';
import { roundOf, timesGiven } from '../situation.js';
import {
  concurrenceNote,
  dismissalReason,
  regradeReason,
  returnedJudgement,
} from '../texts/reasons.js';
import { HOUR, MINUTE, toMinute } from '../values.js';
import type { Track } from './track.js';
import { firstOf } from './track.js';

const JUDGE: Pace = { rhythm: 'duty', median: 0.4, sigma: 0.5 };
const CONCUR: Pace = { rhythm: 'duty', median: 8 * MINUTE, sigma: 0.6 };
const OBSERVE: Pace = { rhythm: 'duty', median: 6 * MINUTE, sigma: 0.6 };
const RETURN: Pace = { rhythm: 'desk', median: 2 * HOUR, sigma: 0.6 };

/** Hours. A first answer is owed within 48 of the report, so watching cannot go on for days. */
const SHORTEST_LOOK = 16;
const LONGEST_LOOK = 40;

const RETURNED = 0.05;
const ABOVE_MATRIX = 0.04;
const SEEN_AGAIN_REJUDGED = 0.5;

function unitFor({ office, now, dice }: Desk): string {
  const fitting = office.units.filter(({ categories }) => categories.includes(now.category));
  const units = fitting.length > 0 ? fitting : office.units;
  return (units[Math.floor(dice('unit') * units.length)] ?? office.units[0]).id;
}

/** Only the small are left to be watched. */
function decisionOn(desk: Desk, { severity }: Scores): JudgeParams['decision'] {
  const dismiss = desk.now.truth === null ? 3 : 0;
  if (timesGiven(desk, 'judge') > 0 || severity === 'I' || severity === 'II') return 'dispose';
  return pickWeighted(desk.dice, 'decision', { dispose: 80, observe: 17, dismiss });
}

/** An analyst who sees more in it than the matrix does says why. */
function judgement(desk: Desk): JudgeParams {
  const { dice, office, now } = desk;
  const scores = scoresFor(dice, office.bands, now);
  const decision = decisionOn(desk, scores);
  const common = { ...scores, decision, unitId: unitFor(desk) };
  if (decision === 'dismiss') return { ...common, reason: dismissalReason(dice, now) };
  if (scores.severity === 'IV' && dice('above matrix') < ABOVE_MATRIX)
    return { ...common, severity: 'III', reason: regradeReason(dice, now, 'III') };
  return common;
}

export const judge: Track = (desk) => {
  if (desk.now.awaitsConcurrence) return null;
  const at = byClock(desk, `judge ${roundOf(desk)}`, 'judge', JUDGE, 4 * HOUR);
  return { command: 'judge', params: judgement(desk), role: 'analyst', at };
};

export const concur: Track = (desk) => {
  if (!desk.now.awaitsConcurrence) return null;
  const params = desk.dice('says why') < 0.5 ? { note: concurrenceNote(desk.dice) } : {};
  return { command: 'concur', params, role: 'leader', at: after(desk, 'concur', CONCUR) };
};

/** Returned once at most: the second judgement stands. */
const giveBack: Track = (desk) => {
  if (timesGiven(desk, 'return') > 0 || desk.dice('return judgement') >= RETURNED) return null;
  const reason = returnedJudgement(desk.dice);
  const at = after(desk, 'return judgement at', RETURN);
  return { command: 'return', params: { reason }, role: 'handler', at };
};

const observe: Track = (desk) => {
  if (desk.now.decision !== 'observe') return null;
  const at = after(desk, 'observe', OBSERVE);
  const hours = SHORTEST_LOOK + desk.dice('hours to observe') * (LONGEST_LOOK - SHORTEST_LOOK);
  const look = toMinute(at + hours * HOUR);
  const until = toMinute(atDesk(look, desk.office.timeZone, desk.dice('next look')));
  return { command: 'observe', params: { until }, role: 'analyst', at };
};

/** It came back while it was only being watched. */
const rejudge: Track = (desk) => {
  const cameBack = desk.now.lastSeenAt > desk.now.changedAt;
  if (
    !cameBack ||
    desk.now.awaitsConcurrence ||
    timesGiven(desk, 'judge') > 1 ||
    desk.dice('rejudge') >= SEEN_AGAIN_REJUDGED
  )
    return null;
  const at = after(desk, 'rejudge at', RETURN, desk.now.lastSeenAt);
  return { command: 'judge', params: judgement(desk), role: 'analyst', at };
};

export const whenJudged = firstOf(concur, giveBack, observe);
export const whileObserving = firstOf(concur, rejudge);
