import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  dateAt,
  dutyDateAt,
  fromField,
  instantAt,
  isDate,
  mondayOf,
  spanWords,
  toField,
  weekdayOf,
} from './days';

const ZONE = 'Asia/Shanghai';
const at = (iso: string) => Date.parse(iso);

describe('calendar dates', () => {
  it('cross months, years and 29 February', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-01');
    expect(addMonths('2026-01-31', -1)).toBe('2025-12-01');
  });

  it('know their weekday, and the Monday of their week', () => {
    expect(weekdayOf('2026-03-01')).toBe(7);
    expect(mondayOf('2026-03-01')).toBe('2026-02-23');
    expect(mondayOf('2026-03-02')).toBe('2026-03-02');
  });

  it.each([
    ['2026-02-30', false],
    ['2026-2-3', false],
    ['', false],
    ['2026-02-28', true],
  ])('%s is a date: %s', (text, expected) => {
    expect(isDate(text)).toBe(expected);
  });
});

describe('the clocks of a zone', () => {
  it('turn an instant into a date and a field, and back', () => {
    const instant = at('2026-03-05T00:30:00+08:00');
    expect(dateAt(instant, ZONE)).toBe('2026-03-05');
    expect(dateAt(instant, 'Europe/Berlin')).toBe('2026-03-04');
    expect(fromField(toField(instant, ZONE), ZONE)).toBe(instant);
  });

  it('move their hours when summer time begins', () => {
    const before = instantAt('2026-03-28', '08:00', 'Europe/Berlin');
    const after = instantAt('2026-03-29', '08:00', 'Europe/Berlin');
    expect((after - before) / 3_600_000).toBe(23);
  });

  it('know which duty day is running', () => {
    const night = at('2026-03-05T07:59:00+08:00');
    expect(dutyDateAt(night, '08:00', ZONE)).toBe('2026-03-04');
    expect(dutyDateAt(night + 60_000, '08:00', ZONE)).toBe('2026-03-05');
  });

  it('refuse what is no time', () => {
    expect(fromField('', ZONE)).toBeNull();
    expect(fromField('2026-03-05T', ZONE)).toBeNull();
  });
});

describe('a span in words', () => {
  const from = at('2026-03-05T08:00:00+08:00');

  it.each([
    ['2026-03-05T16:00:00+08:00', '3月5日 08:00–16:00', '5 Mar 08:00–16:00'],
    ['2026-03-06T08:00:00+08:00', '3月5日 08:00–次日 08:00', '5 Mar 08:00–next day 08:00'],
    ['2026-03-12T08:00:00+08:00', '3月5日 08:00–3月12日 08:00', '5 Mar 08:00–12 Mar 08:00'],
  ])('until %s', (to, zh, en) => {
    expect(spanWords(from, at(to), ZONE, 'zh')).toBe(zh);
    expect(spanWords(from, at(to), ZONE, 'en')).toBe(en);
  });
});
