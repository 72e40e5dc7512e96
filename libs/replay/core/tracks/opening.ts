import { firstImpression, severityOf } from '../judgement.js';
import type { Pace } from '../pace.js';
import { byClock } from '../pace.js';
import type { Desk } from '../situation.js';
import { roundOf, timesGiven } from '../situation.js';
import { acknowledgementNote, dismissalReason } from '../texts/reasons.js';
import { HOUR, MINUTE } from '../values.js';
import type { Track } from './track.js';
import { firstOf } from './track.js';

const REPORT: Pace = { rhythm: 'duty', median: 0.3, sigma: 0.6 };
/** Wide: most sign within minutes, and now and then nobody does until the ladder has run out. */
const ACKNOWLEDGE: Pace = { rhythm: 'duty', median: 0.22, sigma: 0.75 };

const MERGED = 0.7;
const DISMISSED_AT_ONCE = 0.08;
const DISMISSED_LATER = 0.04;

const reportedAt = (desk: Desk) => byClock(desk, 'report', 'report', REPORT, 30 * MINUTE);

const merge: Track = (desk) => {
  const intoId = desk.now.likeIncidentId;
  if (intoId === null || desk.dice('merge') >= MERGED) return null;
  return { command: 'merge', params: { intoId }, role: 'officer', at: reportedAt(desk) };
};

/**
 * Noise is what claims nothing, and some of what nobody has looked into; of what is known, only old falsehoods.
 * A complaint with something to it is never noise.
 */
function isNoise({ now, dice }: Desk, question: string, share: number): boolean {
  if (now.truth === 'no-claim') return true;
  const mayBe = now.truth === null || (now.truth === 'false' && now.kind === 'rumour');
  return mayBe && dice(question) < share;
}

/** A reopened one has been found worth it. */
const dismiss =
  (question: string, share: number): Track =>
  (desk) => {
    if (timesGiven(desk, 'reopen') > 0 || !isNoise(desk, question, share)) return null;
    const reason = dismissalReason(desk.dice, desk.now);
    return { command: 'dismiss', params: { reason }, role: 'officer', at: reportedAt(desk) };
  };

const report: Track = (desk) => {
  const severity = firstImpression(desk.dice, severityOf(desk.dice, desk.now));
  const role = desk.dice('who reports') < 0.6 ? 'monitor' : 'officer';
  return { command: 'report', params: { severity }, role, at: reportedAt(desk) };
};

const acknowledge: Track = (desk) => {
  if (desk.now.acknowledgedAt !== null) return null;
  const question = `acknowledge ${roundOf(desk)}`;
  const at = byClock(desk, question, 'acknowledge', ACKNOWLEDGE, HOUR);
  const params = desk.dice('says so') < 0.4 ? { note: acknowledgementNote(desk.dice) } : {};
  return { command: 'acknowledge', params, role: 'officer', at };
};

export const whenDetected = firstOf(merge, dismiss('noise', DISMISSED_AT_ONCE), report);
export const beforeJudging = firstOf(acknowledge, dismiss('noise after all', DISMISSED_LATER));
