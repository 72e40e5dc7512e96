import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workCalendar } from './calendar.js';
import { afterPause, rebase, startDeadline, warnAt } from './deadline.js';
import type { Deadline } from './deadline.js';
import { calendarOf } from './due.js';
import { DAY_MS } from './duration.js';
import type { Duration } from './duration.js';
import { timeBetween } from './work-time.js';
import type { CalendarKind } from './work-time.js';

const china = workCalendar('Asia/Shanghai');
const at = (local: string): number => Date.parse(`${local}+08:00`);
const HOUR = 3_600_000;
const MONDAY = at('2026-03-02T09:00:00');

const starts = fc.integer({ min: at('2025-01-01T00:00:00'), max: at('2026-10-31T00:00:00') });
const kinds = fc.constantFrom<CalendarKind>('continuous', 'workdays');
const durations: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({ ms: fc.integer({ min: 1, max: 15 * DAY_MS }) }),
  fc.record({ workdays: fc.integer({ min: 1, max: 15 }) }),
);
/** Pauses as [running before, paused for]. */
const pauses = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 4 * DAY_MS }), fc.integer({ min: 0, max: 9 * DAY_MS })),
  {
    maxLength: 3,
  },
);

type Pauses = readonly (readonly [number, number])[];

function paused(deadline: Deadline, gaps: Pauses, kind: CalendarKind): Deadline {
  let now = deadline.startedAt;
  return gaps.reduce((before, [running, length]) => {
    const from = now + running;
    now = from + length;
    return afterPause(before, from, now, kind, china);
  }, deadline);
}

const endOfTime = (due: number | null): number => due ?? Infinity;

describe('a deadline', () => {
  it('warns when four fifths of its time are used', () => {
    const deadline = startDeadline(MONDAY, { ms: 10 * HOUR }, 'continuous', china);
    expect(warnAt(deadline, 0.8, 'continuous', china)).toBe(MONDAY + 8 * HOUR);
  });

  it('warns by the time that counts: a weekend does not bring the warning nearer', () => {
    const friday = at('2026-03-06T12:00:00');
    const deadline = startDeadline(friday, { workdays: 1 }, 'continuous', china);
    // 12 hours of Friday and 24 of Monday; half of 36 is 18: Monday at 06:00.
    expect(warnAt(deadline, 0.5, 'workdays', china)).toBe(at('2026-03-09T06:00:00'));
  });

  it('never warns while it is dormant', () => {
    const dormant = startDeadline(MONDAY, null, 'continuous', china);
    expect(dormant.dueAt).toBeNull();
    expect(warnAt(dormant, 0.8, 'continuous', china)).toBeNull();
  });

  it('warns between its start and its due time, whatever it went through', () => {
    fc.assert(
      fc.property(
        starts,
        durations,
        kinds,
        pauses,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (start, duration, clock, gaps, share) => {
          const kind = calendarOf(duration, clock);
          const deadline = paused(startDeadline(start, duration, clock, china), gaps, kind);
          const warning = warnAt(deadline, share, kind, china) ?? NaN;
          expect(warning).toBeGreaterThanOrEqual(start);
          expect(warning).toBeLessThanOrEqual(endOfTime(deadline.dueAt));
        },
      ),
    );
  });
});

describe('a pause', () => {
  it('moves the due time and the warning by its length', () => {
    const before = startDeadline(MONDAY, { ms: 10 * HOUR }, 'continuous', china);
    const after = afterPause(before, MONDAY + HOUR, MONDAY + 4 * HOUR, 'continuous', china);
    expect(after.dueAt).toBe(MONDAY + 13 * HOUR);
    expect(warnAt(after, 0.8, 'continuous', china)).toBe(MONDAY + 11 * HOUR);
  });

  it('over a holiday gives no work day back', () => {
    const before = startDeadline(at('2026-02-13T10:00:00'), { workdays: 3 }, 'workdays', china);
    const after = afterPause(
      before,
      at('2026-02-15T00:00:00'),
      at('2026-02-24T00:00:00'),
      'workdays',
      china,
    );
    expect(after.dueAt).toBe(before.dueAt);
  });

  it('of what is late does not make it less late', () => {
    const late = startDeadline(MONDAY, { ms: HOUR }, 'continuous', china);
    expect(afterPause(late, MONDAY + 2 * HOUR, MONDAY + 9 * HOUR, 'continuous', china)).toEqual(
      late,
    );
  });

  it('keeps exactly the counting time that remained', () => {
    fc.assert(
      fc.property(
        starts,
        durations,
        kinds,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.integer({ min: 0, max: 30 * DAY_MS }),
        (start, duration, clock, share, length) => {
          const kind = calendarOf(duration, clock);
          const before = startDeadline(start, duration, clock, china);
          const pausedAt = start + Math.floor((endOfTime(before.dueAt) - start) * share);
          const after = afterPause(before, pausedAt, pausedAt + length, kind, china);
          const left = (from: number, due: number | null): number =>
            timeBetween(from, endOfTime(due), kind, china);
          expect(left(pausedAt + length, after.dueAt)).toBe(left(pausedAt, before.dueAt));
        },
      ),
    );
  });

  it('never moves a due time earlier', () => {
    fc.assert(
      fc.property(starts, durations, kinds, pauses, (start, duration, clock, gaps) => {
        const before = startDeadline(start, duration, clock, china);
        const after = paused(before, gaps, calendarOf(duration, clock));
        expect(endOfTime(after.dueAt)).toBeGreaterThanOrEqual(endOfTime(before.dueAt));
      }),
    );
  });
});

describe('a regrade', () => {
  const nullable = fc.option(durations, { nil: null });

  it('counts from the original start, not from the regrade', () => {
    const four = startDeadline(MONDAY, { ms: 24 * HOUR }, 'continuous', china);
    const two = rebase(four, { ms: HOUR }, 'raised', 'continuous', china);
    expect(two.dueAt).toBe(MONDAY + HOUR);
  });

  it('keeps the paused time, in the calendar that counts from then on', () => {
    const start = startDeadline(at('2026-03-06T09:00:00'), { ms: 24 * HOUR }, 'continuous', china);
    // Friday 12:00 to Monday 12:00: 72 hours on the wall, 24 hours of work days.
    const held = afterPause(
      start,
      at('2026-03-06T12:00:00'),
      at('2026-03-09T12:00:00'),
      'continuous',
      china,
    );
    expect(held.dueAt).toBe(at('2026-03-10T09:00:00'));
    expect(rebase(held, { workdays: 1 }, 'lowered', 'continuous', china).dueAt).toBe(
      at('2026-03-11T00:00:00'),
    );
  });

  it('puts a clock to sleep where the new severity has no due time, and wakes it where it has one', () => {
    const awake = startDeadline(MONDAY, { ms: HOUR }, 'continuous', china);
    const asleep = rebase(awake, null, 'lowered', 'continuous', china);
    expect(asleep.dueAt).toBeNull();
    expect(rebase(asleep, { ms: HOUR }, 'raised', 'continuous', china)).toEqual(awake);
  });

  it('gives a first rating its own time, shorter or longer', () => {
    const unrated = startDeadline(MONDAY, { ms: HOUR }, 'continuous', china);
    expect(rebase(unrated, { ms: 9 * HOUR }, 'rated', 'continuous', china).dueAt).toBe(
      MONDAY + 9 * HOUR,
    );
    expect(rebase(unrated, null, 'rated', 'continuous', china).dueAt).toBeNull();
  });

  it('to a higher severity never moves a due time later', () => {
    fc.assert(
      fc.property(
        starts,
        nullable,
        nullable,
        kinds,
        pauses,
        (start, lower, higher, clock, gaps) => {
          const kind = lower === null ? clock : calendarOf(lower, clock);
          const before = paused(startDeadline(start, lower, clock, china), gaps, kind);
          const after = rebase(before, higher, 'raised', clock, china);
          expect(endOfTime(after.dueAt)).toBeLessThanOrEqual(endOfTime(before.dueAt));
        },
      ),
    );
  });

  it('to a lower severity never makes late what was kept', () => {
    fc.assert(
      fc.property(
        starts,
        nullable,
        nullable,
        kinds,
        pauses,
        fc.nat(60 * DAY_MS),
        (start, higher, lower, clock, gaps, later) => {
          const kind = higher === null ? clock : calendarOf(higher, clock);
          const before = paused(startDeadline(start, higher, clock, china), gaps, kind);
          const after = rebase(before, lower, 'lowered', clock, china);
          const isLate = (deadline: Deadline): boolean =>
            start + later >= endOfTime(deadline.dueAt);
          expect(isLate(after) && !isLate(before)).toBe(false);
        },
      ),
    );
  });

  it('to the same time changes nothing, however often it was paused', () => {
    fc.assert(
      fc.property(starts, durations, kinds, pauses, (start, duration, clock, gaps) => {
        const before = paused(
          startDeadline(start, duration, clock, china),
          gaps,
          calendarOf(duration, clock),
        );
        expect(rebase(before, duration, 'rated', clock, china)).toEqual(before);
      }),
    );
  });
});
