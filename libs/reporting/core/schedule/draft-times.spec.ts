import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { PERIOD_TYPES } from '../period/period.js';
import { dueDraft, patternOf } from './draft-times.js';

const ZONE = 'Asia/Shanghai';
const at = (iso: string, zone = ZONE): number => DateTime.fromISO(iso, { zone }).toMillis();
const named = ({ from, to }: { from: number; to: number }, zone = ZONE): string[] =>
  [from, to].map((one) => DateTime.fromMillis(one, { zone }).toFormat('yyyy-MM-dd'));

describe('a scheduled draft', () => {
  it.each([
    ['weekly', { day: 1, at: '08:30' }, '30 8 * * 1'],
    ['weekly', { day: 7, at: '00:05' }, '5 0 * * 0'],
    ['monthly', { day: 2, at: '09:00' }, '0 9 2 * *'],
    ['quarterly', { day: 3, at: '08:30' }, '30 8 3 1,4,7,10 *'],
    ['half-year', { day: 5, at: '08:30' }, '30 8 5 1,7 *'],
    ['annual', { day: 10, at: '18:00' }, '0 18 10 1 *'],
  ] as const)('%s on %j is the cron pattern %s', (type, time, pattern) => {
    expect(patternOf(type, time)).toBe(pattern);
  });

  const quarterly = { day: 3, at: '08:30' };
  it.each([
    ['2026-04-03T08:29:59', ['2025-10-01', '2026-01-01']],
    ['2026-04-03T08:30:00', ['2026-01-01', '2026-04-01']],
    ['2026-06-30T23:59:59', ['2026-01-01', '2026-04-01']],
    ['2026-07-01T00:00:00', ['2026-01-01', '2026-04-01']],
  ])('of a quarter is at %s the one of %j', (now, period) => {
    expect(named(dueDraft('quarterly', quarterly, at(now), ZONE))).toEqual(period);
  });

  it('keeps its local time across a change of the clocks', () => {
    const zone = 'Europe/Berlin';
    const time = { day: 7, at: '08:30' };
    // The clocks go forward in the night to Sunday, 29 March 2026.
    const due = (now: string) => named(dueDraft('weekly', time, at(now, zone), zone), zone);
    expect(due('2026-03-29T08:29:00')).toEqual(['2026-03-09', '2026-03-16']);
    expect(due('2026-03-29T08:30:00')).toEqual(['2026-03-16', '2026-03-23']);
  });

  it('is always of a whole period that is over, and never goes back in time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PERIOD_TYPES),
        fc.record({ day: fc.integer({ min: 1, max: 7 }), hour: fc.integer({ min: 0, max: 23 }) }),
        fc.integer({ min: at('2024-01-01'), max: at('2032-01-01') }),
        fc.integer({ min: 0, max: 400 * 24 * 3_600_000 }),
        (type, { day, hour }, now, later) => {
          const time = { day, at: `${String(hour).padStart(2, '0')}:00` };
          const period = dueDraft(type, time, now, ZONE);
          expect(period.to).toBeLessThanOrEqual(now);
          expect(dueDraft(type, time, now + later, ZONE).from).toBeGreaterThanOrEqual(period.from);
        },
      ),
    );
  });
});
