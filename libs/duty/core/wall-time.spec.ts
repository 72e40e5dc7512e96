import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime, IANAZone } from 'luxon';
import { dateOfDay, dayNumber, weekdayOf } from './local-date.js';
import { existsOn, instantOn, localDayAt, parseTimeOfDay } from './wall-time.js';
import { zoneClock } from './zone-clock.js';

const instantOf = (date: string, time: string, zone: string): string =>
  new Date(instantOn(dayNumber(date)!, parseTimeOfDay(time)!, zoneClock(zone))).toISOString();

describe('a time on the wall', () => {
  it.each([
    ['2026-11-02', '08:00', 'Asia/Shanghai', '2026-11-02T00:00:00.000Z', 'without summer time'],
    // Santiago, 5 September 24:00 → 6 September 01:00.
    ['2026-09-05', '23:59', 'America/Santiago', '2026-09-06T03:59:00.000Z', 'before the gap'],
    ['2026-09-06', '00:00', 'America/Santiago', '2026-09-06T04:00:00.000Z', 'at the gap’s begin'],
    ['2026-09-06', '00:30', 'America/Santiago', '2026-09-06T04:00:00.000Z', 'in the gap, after it'],
    ['2026-09-06', '01:00', 'America/Santiago', '2026-09-06T04:00:00.000Z', 'at the gap’s end'],
    // Santiago, 4 April 24:00 → 23:00.
    ['2026-04-04', '23:30', 'America/Santiago', '2026-04-05T02:30:00.000Z', 'twice, the first'],
    ['2026-04-05', '00:00', 'America/Santiago', '2026-04-05T04:00:00.000Z', 'after the fold'],
    // Lord Howe moves by half an hour: 4 October 02:00 → 02:30, 5 April 02:00 → 01:30.
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z', 'a short gap'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z', 'a short fold'],
    ['2026-04-05', '02:00', 'Australia/Lord_Howe', '2026-04-04T15:30:00.000Z', 'after it'],
    // Casablanca, back for Ramadan on 15 February 03:00 → 02:00, forward on 22 March 02:00 → 03:00.
    ['2026-02-15', '02:30', 'Africa/Casablanca', '2026-02-15T01:30:00.000Z', 'Ramadan begins'],
    ['2026-03-22', '02:30', 'Africa/Casablanca', '2026-03-22T02:00:00.000Z', 'Ramadan has ended'],
    // Jerusalem, forward at 00:00 UTC on a day on which a stretch of looked-up offsets starts.
    ['2023-03-24', '02:30', 'Asia/Jerusalem', '2023-03-24T00:00:00.000Z', 'as a stretch starts'],
    // Samoa had no 30 December 2011 at all.
    ['2011-12-30', '08:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', 'a day left out'],
  ])('%s %s in %s is %s (%s)', (date, time, zone, instant) => {
    expect(instantOf(date, time, zone)).toBe(instant);
  });

  it('is the first instant at which the clock shows it or a later one, in every zone and year', () => {
    const zones = [
      'Africa/Casablanca',
      'America/St_Johns',
      'Asia/Gaza',
      'Europe/Dublin',
      'Pacific/Chatham',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 7_000, max: 25_000 }),
        fc.integer({ min: 0, max: 95 }),
        (zone, day, quarter) => {
          const wall = day * 86_400_000 + quarter * 900_000;
          const instant = zoneClock(zone).instantOf(wall);
          const shown = (at: number): number => at + IANAZone.create(zone).offset(at) * 60_000;
          expect(shown(instant)).toBeGreaterThanOrEqual(wall);
          for (const before of [1, 900_000, 3_600_000, 7_200_000]) {
            expect(shown(instant - before)).toBeLessThan(wall);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('does not exist where clocks are put forward over it, and does everywhere else', () => {
    const exists = (date: string, time: string): boolean =>
      existsOn(dayNumber(date)!, parseTimeOfDay(time)!, zoneClock('America/Santiago'));
    expect(exists('2026-09-06', '00:30')).toBe(false);
    expect(exists('2026-09-06', '01:00')).toBe(true);
    expect(exists('2026-09-07', '00:30')).toBe(true);
    expect(exists('2026-04-04', '23:30')).toBe(true);
  });

  it('tells the day that the wall calendar shows', () => {
    const day = localDayAt(Date.parse('2026-11-01T16:00:00Z'), zoneClock('Asia/Shanghai'));
    expect(dateOfDay(day)).toBe('2026-11-02');
  });

  it.each(['24:00', '8:00', '08:60', '0800', '08:00:00', ''])('is not written %j', (text) => {
    expect(parseTimeOfDay(text)).toBeNull();
  });

  it('is not asked for in a zone that does not exist', () => {
    expect(() => zoneClock('Asia/Atlantis')).toThrow(RangeError);
  });
});

describe('a date', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', 'tomorrow', ''])(
    'is not %j',
    (text) => {
      expect(dayNumber(text)).toBeNull();
    },
  );

  it('is counted in days, and knows its day of the week', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 80_000 }), (day) => {
        const date = DateTime.fromMillis(day * 86_400_000, { zone: 'utc' });
        expect(dateOfDay(day)).toBe(date.toFormat('yyyy-MM-dd'));
        expect(dayNumber(dateOfDay(day))).toBe(day);
        expect(weekdayOf(day)).toBe(date.weekday);
      }),
    );
  });
});
