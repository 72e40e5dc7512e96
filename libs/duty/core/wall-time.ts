import { DAY_MS, MINUTE_MS } from './local-date.js';
import type { Instant } from './schedule.js';
import type { ZoneClock } from './zone-clock.js';

const WALL_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Milliseconds after midnight of `HH:MM`; null for what is not a time of day. */
export function parseTimeOfDay(text: string): number | null {
  const match = WALL_TIME.exec(text);
  return match ? (Number(match[1]) * 60 + Number(match[2])) * MINUTE_MS : null;
}

/** When a day's clock shows a time; `sinceMidnight` may reach into the days after. See `ZoneClock.instantOf`. */
export const instantOn = (day: number, sinceMidnight: number, clock: ZoneClock): Instant =>
  clock.instantOf(day * DAY_MS + sinceMidnight);

/** Whether the clock ever shows that time of that day; it does not where it is put forward over it. */
export const existsOn = (day: number, sinceMidnight: number, clock: ZoneClock): boolean =>
  clock.wallAt(instantOn(day, sinceMidnight, clock)) === day * DAY_MS + sinceMidnight;

/** The day that the wall calendar shows at an instant. */
export const localDayAt = (instant: Instant, clock: ZoneClock): number =>
  Math.floor(clock.wallAt(instant) / DAY_MS);
