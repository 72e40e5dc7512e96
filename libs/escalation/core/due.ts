import { localDay, localDayAt, nthWorkdayAfter } from './calendar.js';
import type { WorkCalendar } from './calendar.js';
import type { Duration } from './duration.js';
import type { Instant } from './values.js';
import { addTime } from './work-time.js';
import type { CalendarKind } from './work-time.js';

/** A duration in work days counts work days, whatever calendar its clock has for its other durations. */
export const calendarOf = (duration: Duration, clock: CalendarKind): CalendarKind =>
  'workdays' in duration ? 'workdays' : clock;

/**
 * When something that started at `start` is due.
 *
 * Hours and minutes run from the very moment (民法典 art. 201 para. 2); with the calendar `workdays` they run
 * only within work days. Work days are counted as the Civil Code counts days: the day of the start is left out
 * (art. 201 para. 1), and the last one ends at 24:00 (art. 203 para. 2). That it is never a holiday (art. 203
 * para. 1) follows from counting work days only.
 */
export function dueAt(
  start: Instant,
  duration: Duration,
  clock: CalendarKind,
  calendar: WorkCalendar,
): Instant {
  if ('ms' in duration) return addTime(start, duration.ms, clock, calendar);
  const first = localDayAt(start, calendar.timeZone).date;
  return localDay(nthWorkdayAfter(first, duration.workdays, calendar), calendar.timeZone).end;
}
