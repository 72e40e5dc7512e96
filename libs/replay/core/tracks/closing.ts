import type { Pace } from '../pace.js';
import { after, byClock } from '../pace.js';
import { roundOf, timesGiven } from '../situation.js';
import { lessonsText, summaryText } from '../texts/closing.js';
import { reopenReason, returnedDisposal } from '../texts/reasons.js';
import { DAY, HOUR } from '../values.js';
import type { Track } from './track.js';
import { firstOf } from './track.js';

const ARCHIVE: Pace = { rhythm: 'desk', median: 0.3, sigma: 0.5 };
const RETURN: Pace = { rhythm: 'desk', median: 5 * HOUR, sigma: 0.6 };
/** The next look is due at the time that was named: mostly it is taken shortly before. */
const LOOK: Pace = { rhythm: 'desk', median: 0.85, sigma: 0.1 };
const REOPEN: Pace = { rhythm: 'desk', median: 3 * DAY, sigma: 0.5 };

const RETURNED = 0.04;
const REOPENED = 0.02;
const BY_LEADER = 0.2;

const giveBack: Track = (desk) => {
  if (timesGiven(desk, 'return') > 0 || desk.dice('return disposal') >= RETURNED) return null;
  const reason = returnedDisposal(desk.dice, desk.now);
  const at = after(desk, 'return disposal at', RETURN);
  return { command: 'return', params: { reason }, role: 'analyst', at };
};

const archive: Track = (desk) => {
  const { now, dice } = desk;
  const params = { summary: summaryText(dice, now), lessons: lessonsText(dice, now) };
  const role = dice('who archives') < BY_LEADER ? 'leader' : 'analyst';
  const question = `archive ${roundOf(desk)}`;
  const at =
    now.state === 'observing'
      ? byClock(desk, question, 'next-look', LOOK, 2 * DAY)
      : byClock(desk, question, 'archive', ARCHIVE, 5 * DAY);
  return { command: 'archive', params, role, at };
};

/** Once, by a leader, and not because of noise. */
const reopen: Track = (desk) => {
  if (timesGiven(desk, 'reopen') > 0 || desk.dice('reopen') >= REOPENED) return null;
  const params = { reason: reopenReason(desk.dice, desk.now) };
  return { command: 'reopen', params, role: 'leader', at: after(desk, 'reopen at', REOPEN) };
};

export const whenDisposed = firstOf(giveBack, archive);
export const whenObserved = archive;
export const whenClosed = firstOf(reopen);
