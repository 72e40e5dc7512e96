import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { quarterSoFar } from './so-far.js';

const days = (now: string, zone: string): string[] => {
  const { period, base } = quarterSoFar(DateTime.fromISO(now, { zone }).toMillis(), zone);
  return [period, base].map(({ from, to }) =>
    [from, to].map((at) => DateTime.fromMillis(at, { zone }).toFormat('MM-dd HH:mm')).join(' to '),
  );
};

describe('the quarter so far', () => {
  it.each([
    // The first day, and one in the middle.
    ['2026-10-01T00:00', ['10-01 00:00 to 10-02 00:00', '07-01 00:00 to 07-02 00:00']],
    ['2026-11-24T10:54', ['10-01 00:00 to 11-25 00:00', '07-01 00:00 to 08-25 00:00']],
    // The third quarter has a day more than the second.
    ['2026-09-30T23:59', ['07-01 00:00 to 10-01 00:00', '04-01 00:00 to 07-01 00:00']],
  ])('at %s, and the same part of the one before: %j', (now, expected) => {
    expect(days(now, 'Asia/Shanghai')).toEqual(expected);
  });

  it('counts local days where the clocks change', () => {
    // Forward in March, in the quarter before; back in October, in this one.
    expect(days('2026-05-06T10:00', 'Europe/Berlin')).toEqual([
      ...['04-01 00:00 to 05-07 00:00', '01-01 00:00 to 02-06 00:00'],
    ]);
    expect(days('2026-11-10T10:00', 'Europe/Berlin')).toEqual([
      ...['10-01 00:00 to 11-11 00:00', '07-01 00:00 to 08-11 00:00'],
    ]);
  });
});
