import { DAY_MS, dayNumber, weekdayOf } from './local-date.js';
import type { Instant, Layer } from './schedule.js';
import { instantOn, parseTimeOfDay } from './wall-time.js';
import type { ZoneClock } from './zone-clock.js';

/** The duty days of a layer: each from the hand-off time of a date to the hand-off time of the next. */
export interface DutyDays {
  /** The first one, from which turns are counted. */
  readonly first: number;
  /** The last one; Infinity where the layer has no end. */
  readonly last: number;
  /** When a duty day begins, or, with a time after its hand-off, a later wall clock time in it. */
  begins(day: number, afterHandoff?: number): Instant;
  /** Whether the layer covers a duty day between the first and the last. */
  covers(day: number): boolean;
}

/** `IsHoliday` for a counted day (`dayNumber`). */
export type IsHolidayDay = (day: number) => boolean;

/** Throws RangeError for a layer that `scheduleProblems` would have refused. */
export function dutyDaysOf(layer: Layer, clock: ZoneClock, isHoliday: IsHolidayDay): DutyDays {
  const handoff = readOrThrow(parseTimeOfDay(layer.handoffAt), layer.handoffAt);
  const { weekdays, holidays } = layer;
  return {
    first: readOrThrow(dayNumber(layer.startsOn), layer.startsOn),
    last:
      layer.endsOn === undefined ? Infinity : readOrThrow(dayNumber(layer.endsOn), layer.endsOn),
    begins: (day, afterHandoff = 0) => instantOn(day, handoff + afterHandoff, clock),
    covers: (day) =>
      (weekdays === undefined || weekdays.includes(weekdayOf(day))) &&
      (holidays === undefined || isHoliday(day) === (holidays === 'only')),
  };
}

/** How many days back a turn of that length that is still under way may have begun, on the safe side. */
export const daysBack = (ms: number): number => Math.ceil(ms / DAY_MS) + 2;

function readOrThrow(value: number | null, text: string): number {
  if (value === null) throw new RangeError(`neither a date nor a time of day: ${text}`);
  return value;
}
