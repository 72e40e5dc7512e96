import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { occurrencesBetween } from './sensitive-date.js';

const aDay = (date: string, rest = {}) => ({
  ...{ title: '高考', date, days: 1, yearly: false, note: null },
  ...rest,
});

describe('when a sensitive date comes round', () => {
  it('is once, on its own day', () => {
    expect(occurrencesBetween(aDay('2026-06-07'), '2026-06-01', '2026-06-30')).toEqual([
      { from: '2026-06-07', to: '2026-06-07' },
    ]);
    expect(occurrencesBetween(aDay('2026-06-07'), '2027-06-01', '2027-06-30')).toEqual([]);
  });

  it('is every year, of those before it was entered too', () => {
    const exam = aDay('2026-06-07', { days: 3, yearly: true });
    expect(occurrencesBetween(exam, '2025-01-01', '2027-12-31').map(({ from }) => from)).toEqual([
      ...['2025-06-07', '2026-06-07', '2027-06-07'],
    ]);
    expect(occurrencesBetween(exam, '2028-06-09', '2028-06-09')).toEqual([
      { from: '2028-06-07', to: '2028-06-09' },
    ]);
  });

  it('goes over the turn of the year', () => {
    const feast = aDay('2025-12-30', { days: 5, yearly: true });
    expect(occurrencesBetween(feast, '2027-01-02', '2027-01-20')).toEqual([
      { from: '2026-12-30', to: '2027-01-03' },
    ]);
  });

  it('is the 28th of February where there is no 29th', () => {
    const leap = aDay('2024-02-29', { yearly: true });
    expect(occurrencesBetween(leap, '2025-01-01', '2028-12-31').map(({ from }) => from)).toEqual([
      ...['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'],
    ]);
  });

  it('is met by a window exactly when one of its days is in it', () => {
    const day = fc
      .date({
        min: new Date('2020-01-01T00:00:00Z'),
        max: new Date('2030-12-31T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        day,
        day,
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        (date, on, days, yearly) => {
          const met = occurrencesBetween(aDay(date, { days, yearly }), on, on);
          const start = Date.parse(date);
          const since = (Date.parse(on) - start) / 86_400_000;
          if (!yearly) expect(met.length > 0).toBe(since >= 0 && since < days);
          for (const { from, to } of met) expect(from <= on && on <= to).toBe(true);
        },
      ),
    );
  });
});
