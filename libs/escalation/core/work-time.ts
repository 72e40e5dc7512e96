import { localDayAt } from './calendar.js';
import type { LocalDay, WorkCalendar } from './calendar.js';
import type { Instant } from './values.js';

/** Which time counts: all of it, or only that within work days (the whole day, from midnight to midnight). */
export const CALENDAR_KINDS = ['continuous', 'workdays'] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/**
 * The earliest instant by which `ms` of counting time have passed since `from`. A work day that is used up ends
 * at its own 24:00, not at the beginning of the next work day.
 */
export function addTime(
  from: Instant,
  ms: number,
  kind: CalendarKind,
  calendar: WorkCalendar,
): Instant {
  switch (kind) {
    case 'continuous':
      return from + ms;
    case 'workdays':
      return addWorkTime(from, ms, calendar);
  }
}

/** Counting milliseconds in `[from, to)`; 0 when `to` is not after `from`. */
export function timeBetween(
  from: Instant,
  to: Instant,
  kind: CalendarKind,
  calendar: WorkCalendar,
): number {
  if (to <= from) return 0;
  switch (kind) {
    case 'continuous':
      return to - from;
    case 'workdays':
      return workTimeBetween(from, to, calendar);
  }
}

function addWorkTime(from: Instant, ms: number, calendar: WorkCalendar): Instant {
  if (ms <= 0) return from;
  let left = ms;
  for (const { start, end } of workdaysFrom(from, calendar)) {
    const begin = Math.max(start, from);
    if (left <= end - begin) return begin + left;
    left -= end - begin;
  }
  return from;
}

function workTimeBetween(from: Instant, to: Instant, calendar: WorkCalendar): number {
  let sum = 0;
  for (const { start, end } of workdaysFrom(from, calendar)) {
    if (start >= to) break;
    sum += Math.min(end, to) - Math.max(start, from);
  }
  return sum;
}

/** The work days from the one that contains `from` (if it is one) on, without end. */
function* workdaysFrom(from: Instant, calendar: WorkCalendar): Generator<LocalDay, never> {
  for (
    let day = localDayAt(from, calendar.timeZone);
    ;
    day = localDayAt(day.end, calendar.timeZone)
  ) {
    if (calendar.isWorkday(day.date)) yield day;
  }
}
