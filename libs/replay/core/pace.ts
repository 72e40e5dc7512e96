import { IANAZone } from 'luxon';
import { logNormal } from './draw.js';
import type { Desk, RunningClock } from './situation.js';
import type { Instant } from './values.js';
import { DAY, HOUR, MINUTE } from './values.js';

/** Duty officers work round the clock, slower at night; desks keep office hours unless a deadline is nearer. */
export type Rhythm = 'duty' | 'desk';

export interface Pace {
  readonly rhythm: Rhythm;
  /** Median, as a share of the clock's time, or in milliseconds when no clock runs. */
  readonly median: number;
  /** Spread of the logarithm: at a median of 0.45, 0.5 makes 5 in 100 late (P(Z > ln(1/0.45) / 0.5)). */
  readonly sigma: number;
}

const NIGHT_FROM = 23;
const NIGHT_TO = 7;
const NIGHT_FACTOR = 1.6;

/** Milliseconds of the wall clock there: arithmetic on days and hours needs the offset only once. */
const wallClock = (at: Instant, zone: string): number =>
  at + IANAZone.create(zone).offset(at) * MINUTE;

function isNight(at: Instant, zone: string): boolean {
  const hour = Math.floor((wallClock(at, zone) % DAY) / HOUR);
  return hour >= NIGHT_FROM || hour < NIGHT_TO;
}

/** Monday is 0. The first of January 1970 was a Thursday. */
const weekdayOf = (day: number): number => (day + 3) % 7;
const isWeekday = (day: number): boolean => weekdayOf(day) < 5;

const OPENS = 8 * HOUR + 30 * MINUTE;
const CLOSES = 18 * HOUR;
const MORNING = 75 * MINUTE;

/** The same instant in office hours (Monday to Friday, 8:30–18:00), otherwise in the next desk morning. */
export function atDesk(at: Instant, zone: string, morning: number): Instant {
  const wall = wallClock(at, zone);
  const today = Math.floor(wall / DAY);
  const time = wall - today * DAY;
  if (isWeekday(today) && time >= OPENS && time <= CLOSES) return at;
  let day = time > CLOSES ? today + 1 : today;
  while (!isWeekday(day)) day += 1;
  return at + (day * DAY + OPENS + Math.floor(morning * MORNING)) - wall;
}

const SOONEST = 20_000;

function shareOf(desk: Desk, question: string, from: Instant, pace: Pace): number {
  const slow = pace.rhythm === 'duty' && isNight(from, desk.office.timeZone) ? NIGHT_FACTOR : 1;
  return logNormal(desk.dice, question, pace.median * slow, pace.sigma);
}

/** Someone at a desk stays late rather than miss what would otherwise have been kept. */
function inRhythm(desk: Desk, question: string, pace: Pace, at: Instant, due: Instant): Instant {
  if (pace.rhythm === 'duty') return at;
  const later = atDesk(at, desk.office.timeZone, desk.dice(`${question} morning`));
  return at <= due && later > due ? at : later;
}

const nearestDue = ({ now }: Desk): Instant =>
  Math.min(...now.clocks.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > now.changedAt));

/** Some time after the last thing that happened, or after another instant. */
export function after(desk: Desk, question: string, pace: Pace, from?: Instant): Instant {
  const start = from ?? desk.now.changedAt;
  const wait = Math.max(SOONEST, shareOf(desk, question, start, pace));
  return inRhythm(desk, question, pace, Math.round(start + wait), nearestDue(desk));
}

/** Some share of the time between two instants. */
export function within(
  desk: Desk,
  question: string,
  pace: Pace,
  window: Pick<RunningClock, 'startedAt' | 'dueAt'>,
): Instant {
  const { startedAt, dueAt } = window;
  const wait = Math.max(SOONEST, shareOf(desk, question, startedAt, pace) * (dueAt - startedAt));
  return inRhythm(desk, question, pace, Math.round(startedAt + wait), dueAt);
}

export function clockOf(desk: Desk, name: string): RunningClock | null {
  return desk.now.clocks.find(({ clock }) => clock === name) ?? null;
}

/** By the clock where it runs; where it is dormant or paused, as if it gave this much time. */
export function byClock(
  desk: Desk,
  question: string,
  name: string,
  pace: Pace,
  otherwise: number,
): Instant {
  const { changedAt } = desk.now;
  const window = clockOf(desk, name) ?? { startedAt: changedAt, dueAt: changedAt + otherwise };
  return within(desk, question, pace, window);
}
