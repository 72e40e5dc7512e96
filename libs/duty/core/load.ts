import { timeInBoth } from './intervals.js';
import { DAY_MS, HOUR_MS, dateOfDay, weekdayOf } from './local-date.js';
import type { Interval, IsHoliday } from './schedule.js';
import { instantOn, localDayAt } from './wall-time.js';
import type { ZoneClock } from './zone-clock.js';

/** What duty somebody has had. */
export interface Load {
  readonly shifts: number;
  readonly hours: number;
  /** Nights, 22:00–06:00 on the wall, with at least four hours on duty. */
  readonly nights: number;
  /** Saturdays and Sundays with at least four hours on duty; a whole weekend is two. */
  readonly weekends: number;
  /** Holidays with at least four hours on duty. They may be Saturdays or Sundays as well. */
  readonly holidays: number;
}

export const LOAD_KINDS = ['shifts', 'hours', 'nights', 'weekends', 'holidays'] as const;

/** Less than that of a night or a day does not spoil it. */
const COUNTS_FROM_MS = 4 * HOUR_MS;
const NIGHT_FROM = 22 * HOUR_MS;
const NIGHT_TO = DAY_MS + 6 * HOUR_MS;

/** The load of one person's shifts in one position. */
export function loadOf(shifts: readonly Interval[], clock: ZoneClock, isHoliday: IsHoliday): Load {
  const nights = daysWithDuty(shifts, NIGHT_FROM, NIGHT_TO, clock);
  const days = daysWithDuty(shifts, 0, DAY_MS, clock);
  const ms = shifts.reduce((sum, { from, to }) => sum + to - from, 0);
  return {
    shifts: shifts.length,
    hours: ms / HOUR_MS,
    nights: nights.length,
    weekends: days.filter((day) => weekdayOf(day) >= 6).length,
    holidays: days.filter((day) => isHoliday(dateOfDay(day))).length,
  };
}

/** The days of which that part of the wall clock's day (which may reach into the next) has enough duty. */
function daysWithDuty(
  shifts: readonly Interval[],
  from: number,
  to: number,
  clock: ZoneClock,
): number[] {
  const time = new Map<number, number>();
  for (const shift of shifts) {
    // The day before, too: its night reaches into this one.
    const last = localDayAt(shift.to, clock);
    for (let day = localDayAt(shift.from, clock) - 1; day <= last; day += 1) {
      const part = { from: instantOn(day, from, clock), to: instantOn(day, to, clock) };
      time.set(day, (time.get(day) ?? 0) + timeInBoth(shift, part));
    }
  }
  return [...time].filter(([, ms]) => ms >= COUNTS_FROM_MS).map(([day]) => day);
}

export const meanOf = (loads: readonly Load[]): Load =>
  eachKind((kind) => loads.reduce((sum, load) => sum + load[kind], 0) / Math.max(1, loads.length));

export const difference = (load: Load, from: Load): Load =>
  eachKind((kind) => load[kind] - from[kind]);

/** To two decimals: a minute more or less is not what fairness is about. */
export const rounded = (load: Load): Load => eachKind((kind) => Math.round(load[kind] * 100) / 100);

const eachKind = (value: (kind: keyof Load) => number): Load => ({
  shifts: value('shifts'),
  hours: value('hours'),
  nights: value('nights'),
  weekends: value('weekends'),
  holidays: value('holidays'),
});
