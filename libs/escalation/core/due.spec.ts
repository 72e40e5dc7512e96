import { describe, expect, it } from '@jest/globals';
import { workCalendar } from './calendar.js';
import { calendarOf, dueAt } from './due.js';
import { parseDuration } from './duration.js';
import type { Duration } from './duration.js';
import type { CalendarKind } from './work-time.js';

const china = workCalendar('Asia/Shanghai');
const at = (local: string): number => Date.parse(`${local}+08:00`);

function lasting(text: string): Duration {
  const parsed = parseDuration(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
}

describe('what is due', () => {
  it.each<[string, string, CalendarKind, string, string]>([
    [
      'five minutes, at night too',
      'PT5M',
      'continuous',
      '2026-02-17T03:00:00',
      '2026-02-17T03:05:00',
    ],
    [
      '72 hours across a holiday',
      'P3D',
      'continuous',
      '2026-02-14T09:00:00',
      '2026-02-17T09:00:00',
    ],
    [
      'two working hours on a Friday night',
      'PT2H',
      'workdays',
      '2026-03-06T23:00:00',
      '2026-03-09T01:00:00',
    ],
    [
      'one work day: the next one, until 24:00',
      'P1WD',
      'continuous',
      '2026-03-04T00:00:00',
      '2026-03-06T00:00:00',
    ],
    [
      'one work day from late in the evening',
      'P1WD',
      'workdays',
      '2026-03-04T23:59:59',
      '2026-03-06T00:00:00',
    ],
    [
      'one work day from a Friday: Monday',
      'P1WD',
      'workdays',
      '2026-03-06T10:00:00',
      '2026-03-10T00:00:00',
    ],
    [
      'one work day from a Saturday: Monday',
      'P1WD',
      'workdays',
      '2026-03-07T10:00:00',
      '2026-03-10T00:00:00',
    ],
    [
      'one work day, when Saturday is a make-up day',
      'P1WD',
      'workdays',
      '2026-02-13T10:00:00',
      '2026-02-15T00:00:00',
    ],
    [
      'one work day before Spring Festival',
      'P1WD',
      'workdays',
      '2026-02-14T10:00:00',
      '2026-02-25T00:00:00',
    ],
    // 30 September; then 8, 9 and (make-up Saturday) 10 October; then 12 to 14 October.
    [
      'seven work days across National Day',
      'P7WD',
      'workdays',
      '2026-09-29T10:00:00',
      '2026-10-15T00:00:00',
    ],
    [
      'one work day across the new year',
      'P1WD',
      'workdays',
      '2025-12-31T10:00:00',
      '2026-01-05T00:00:00',
    ],
  ])('%s', (_, duration, clock, start, due) => {
    expect(dueAt(at(start), lasting(duration), clock, china)).toBe(at(due));
  });

  it('at 24:00 is so in the local time of a zone with summer time', () => {
    const berlin = workCalendar('Europe/Berlin');
    const friday = Date.parse('2026-03-27T10:00:00+01:00');
    expect(dueAt(friday, { workdays: 1 }, 'workdays', berlin)).toBe(
      Date.parse('2026-03-31T00:00:00+02:00'),
    );
  });

  it('counts in work days when its duration does, whatever its clock says', () => {
    expect(calendarOf({ workdays: 1 }, 'continuous')).toBe('workdays');
    expect(calendarOf({ ms: 1 }, 'continuous')).toBe('continuous');
    expect(calendarOf({ ms: 1 }, 'workdays')).toBe('workdays');
  });
});
