import type { Act } from '../act.js';
import type { Pace } from '../pace.js';
import { after, byClock, clockOf, within } from '../pace.js';
import type { Desk } from '../situation.js';
import { timesGiven } from '../situation.js';
import { upwardReportText } from '../texts/closing.js';
import { pressConferenceNote, workNote } from '../texts/reasons.js';
import { DAY, HOUR } from '../values.js';
import type { Track } from './track.js';

const INITIAL: Pace = { rhythm: 'duty', median: 0.35, sigma: 0.4 };
const FOLLOW_UP: Pace = { rhythm: 'duty', median: 0.55, sigma: 0.25 };
const PRESS: Pace = { rhythm: 'duty', median: 0.4, sigma: 0.35 };
const NOTE: Pace = { rhythm: 'desk', median: 4 * HOUR, sigma: 0.7 };

const FINAL: Pace = { rhythm: 'desk', median: 2 * HOUR, sigma: 0.6 };

const MOST_REPORTS = 20;
const HELD = 0.2;
const NOTED = 0.25;

const isGrave = ({ now }: Desk) => now.severity === 'I' || now.severity === 'II';
const hasBeenJudged = ({ now }: Desk) =>
  now.state === 'judged' || now.state === 'disposing' || now.state === 'disposed';

function upward(desk: Desk, type: 'initial' | 'follow-up' | 'final', at: number): Act {
  const params = { type, text: upwardReportText(type, desk.now) };
  return { command: 'record-upward-report', params, role: 'officer', at };
}

const initialReport: Track = (desk) =>
  isGrave(desk) && hasBeenJudged(desk) && desk.now.upwardReportedAt === null
    ? upward(desk, 'initial', byClock(desk, 'initial', 'upward-report', INITIAL, 2 * HOUR))
    : null;

/** A second judgement is owed upwards as well: as a follow-up, since there was an initial report. */
const secondReport: Track = (desk) => {
  const clock = clockOf(desk, 'upward-report');
  if (clock === null || desk.now.upwardReportedAt === null) return null;
  const question = `second ${timesGiven(desk, 'record-upward-report')}`;
  return upward(desk, 'follow-up', within(desk, question, INITIAL, clock));
};

/** As often as the clock for it starts anew; the limit is for configurations in which it does not. */
const followUp: Track = (desk) => {
  const clock = clockOf(desk, 'update');
  const reports = timesGiven(desk, 'record-upward-report');
  if (clock === null || desk.now.upwardReportedAt === null || reports > MOST_REPORTS) return null;
  const question = `follow-up ${reports}`;
  return upward(desk, 'follow-up', within(desk, question, FOLLOW_UP, clock));
};

const finalReport: Track = (desk) =>
  desk.now.state === 'disposed' &&
  desk.now.upwardReportedAt !== null &&
  timesGiven(desk, 'final-report') === 0
    ? upward(desk, 'final', after(desk, 'final', FINAL))
    : null;

const pressConference: Track = (desk) => {
  if (!isGrave(desk) || !hasBeenJudged(desk) || desk.now.pressConference !== null) return null;
  const outcome = desk.dice('press conference') < HELD ? 'held' : 'waived';
  const at = byClock(desk, 'press', 'press-conference', PRESS, DAY);
  const note = pressConferenceNote(desk.dice, outcome);
  return { command: 'settle-press-conference', params: { outcome, note }, role: 'leader', at };
};

const note: Track = (desk) => {
  const { now, dice } = desk;
  if (now.state !== 'disposing' || timesGiven(desk, 'note') > 0 || dice('note') >= NOTED)
    return null;
  const at = after(desk, 'note at', NOTE);
  return { command: 'note', params: { text: workNote(dice, now) }, role: 'handler', at };
};

/** What goes on beside the main course, whatever it is waiting for. */
export const ALONGSIDE: readonly Track[] = [
  initialReport,
  secondReport,
  followUp,
  finalReport,
  pressConference,
  note,
];
