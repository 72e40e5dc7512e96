import { describe, expect, it, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { before, periodAround, periodNamed, typeOf, yearBefore } from './period.js';
import type { Period, PeriodType } from './period.js';

const SHANGHAI = 'Asia/Shanghai';

const local = (text: string, zone = SHANGHAI): number =>
  DateTime.fromISO(text, { zone }).toMillis();
const span = (from: string, to: string, zone = SHANGHAI): Period => ({
  from: local(from, zone),
  to: local(to, zone),
});

describe('a period by its name', () => {
  test.each<[PeriodType, string, string, string]>([
    ['quarterly', '2026Q1', '2026-01-01', '2026-04-01'],
    ['quarterly', '2026-Q4', '2026-10-01', '2027-01-01'],
    ['monthly', '2028-02', '2028-02-01', '2028-03-01'],
    ['half-year', '2026H2', '2026-07-01', '2027-01-01'],
    ['annual', '2026', '2026-01-01', '2027-01-01'],
    // ISO 8601: the first week has the first Thursday.
    ['weekly', '2026W01', '2025-12-29', '2026-01-05'],
    ['weekly', '2026-W53', '2026-12-28', '2027-01-04'],
  ])('%s %s', (type, name, from, to) => {
    expect(periodNamed(type, name, SHANGHAI)).toEqual(span(from, to));
  });

  test.each<[PeriodType, string]>([
    ['quarterly', '2026Q5'],
    ['quarterly', '2026'],
    ['monthly', '2026-13'],
    ['weekly', '2025W53'],
    ['annual', '26'],
    ['half-year', ''],
  ])('%s %s is none', (type, name) => {
    expect(periodNamed(type, name, SHANGHAI)).toBeNull();
  });
});

describe('the period before', () => {
  it('of a quarter is the quarter before it', () => {
    expect(before(span('2026-01-01', '2026-04-01'), SHANGHAI)).toEqual(
      span('2025-10-01', '2026-01-01'),
    );
  });

  it('of a month that has 31 days is the whole month before, of 29', () => {
    expect(before(span('2028-03-01', '2028-04-01'), SHANGHAI)).toEqual(
      span('2028-02-01', '2028-03-01'),
    );
  });

  it('of any other span has as many local days, across a change of the clocks too', () => {
    const zone = 'Europe/Berlin';
    expect(before(span('2026-03-28', '2026-03-31', zone), zone)).toEqual(
      span('2026-03-25', '2026-03-28', zone),
    );
    expect(before(span('2026-03-31', '2026-04-03', zone), zone)).toEqual(
      span('2026-03-28', '2026-03-31', zone),
    );
  });
});

describe('the same period a year before', () => {
  it('of a quarter with a leap day is that quarter without one', () => {
    expect(yearBefore(span('2028-01-01', '2028-04-01'), SHANGHAI)).toEqual(
      span('2027-01-01', '2027-04-01'),
    );
  });

  it('of a span that begins on the leap day begins on the 28th', () => {
    expect(yearBefore(span('2028-02-29', '2028-03-02'), SHANGHAI)).toEqual(
      span('2027-02-28', '2027-03-02'),
    );
  });

  it('of a 53rd week is the last week of a year that has 52', () => {
    expect(yearBefore(span('2026-12-28', '2027-01-04'), SHANGHAI)).toEqual(
      span('2025-12-22', '2025-12-29'),
    );
  });
});

test.each<[PeriodType, string, string]>([
  ['weekly', '2026-03-02', '2026-03-09'],
  ['monthly', '2026-03-01', '2026-04-01'],
  ['quarterly', '2026-01-01', '2026-04-01'],
  ['half-year', '2026-01-01', '2026-07-01'],
  ['annual', '2026-01-01', '2027-01-01'],
])('the %s period around a moment is whole, and is known again', (type, from, to) => {
  const found = periodAround(type, local('2026-03-05T23:59:59.999'), SHANGHAI);
  expect(found).toEqual(span(from, to));
  expect(typeOf(found, SHANGHAI)).toBe(type);
});
