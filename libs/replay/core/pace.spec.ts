import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { atDesk } from './pace.js';

const zone = 'Asia/Shanghai';
const at = (text: string) => DateTime.fromISO(text, { zone }).toMillis();

describe('a desk', () => {
  it.each([
    ['2026-01-14T10:00', '2026-01-14T10:00', 'on a Wednesday morning, at once'],
    ['2026-01-14T05:00', '2026-01-14T08:30', 'before it opens, when it opens'],
    ['2026-01-14T18:01', '2026-01-15T08:30', 'after it closes, on the next day'],
    ['2026-01-16T20:00', '2026-01-19T08:30', 'on a Friday evening, on Monday'],
    ['2026-01-17T12:00', '2026-01-19T08:30', 'on a Saturday, on Monday'],
  ])('works %s → %s: %s', (asked, works) => {
    expect(atDesk(at(asked), zone, 0)).toBe(at(works));
  });

  it('never works before it was asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (asked, morning) => {
          expect(atDesk(asked, zone, morning)).toBeGreaterThanOrEqual(asked);
        },
      ),
    );
  });
});
