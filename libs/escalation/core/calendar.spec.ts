import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { localDay, localDayAt, nextWorkday, nthWorkdayAfter, workCalendar } from './calendar.js';

const china = workCalendar('Asia/Shanghai');

/**
 * Written down by hand from the notices of the General Office of the State Council, so that a wrong or missing
 * update of the library is seen: 国办发明电〔2024〕12号 of 12 November 2024, and 国务院办公厅关于2026年部分节假日
 * 安排的通知 of 4 November 2025. Each line: first and last day off, then the make-up work days.
 */
const PUBLISHED = {
  2025: [
    ['元旦', '2025-01-01', '2025-01-01', []],
    ['春节', '2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']],
    ['清明节', '2025-04-04', '2025-04-06', []],
    ['劳动节', '2025-05-01', '2025-05-05', ['2025-04-27']],
    ['端午节', '2025-05-31', '2025-06-02', []],
    ['国庆节、中秋节', '2025-10-01', '2025-10-08', ['2025-09-28', '2025-10-11']],
  ],
  2026: [
    ['元旦', '2026-01-01', '2026-01-03', ['2026-01-04']],
    ['春节', '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']],
    ['清明节', '2026-04-04', '2026-04-06', []],
    ['劳动节', '2026-05-01', '2026-05-05', ['2026-05-09']],
    ['端午节', '2026-06-19', '2026-06-21', []],
    ['中秋节', '2026-09-25', '2026-09-27', []],
    ['国庆节', '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']],
  ],
} as const;

function daysFrom(first: string, last: string): string[] {
  const start = DateTime.fromISO(first, { zone: 'utc' });
  const count = DateTime.fromISO(last, { zone: 'utc' }).diff(start, 'days').days + 1;
  return Array.from({ length: count }, (_, n) => start.plus({ days: n }).toFormat('yyyy-MM-dd'));
}

const isWeekend = (date: string): boolean => DateTime.fromISO(date, { zone: 'utc' }).weekday > 5;

describe('the work calendar', () => {
  it.each([2025, 2026] as const)(
    'knows every single day of %d as the State Council arranged it',
    (year) => {
      const off = new Set(PUBLISHED[year].flatMap(([, first, last]) => daysFrom(first, last)));
      const madeUp = new Set<string>(PUBLISHED[year].flatMap(([, , , workdays]) => [...workdays]));
      const days = daysFrom(`${String(year)}-01-01`, `${String(year)}-12-31`);
      const published = days.filter((day) => madeUp.has(day) || (!off.has(day) && !isWeekend(day)));

      expect(days.filter((day) => china.isWorkday(day))).toEqual(published);
      // 365 days − 104 Saturdays and Sundays − 13 statutory days = 248, in both years.
      expect(published).toHaveLength(248);
      expect(china.knowsYear(year)).toBe(true);
    },
  );

  it('says that it does not know a year that nobody has arranged yet, and frees its weekends only', () => {
    expect(china.knowsYear(2031)).toBe(false);
    expect(china.isWorkday('2031-10-01')).toBe(true);
    expect(china.isWorkday('2031-10-04')).toBe(false);
  });

  it('knows every year since the arrangements began to be kept', () => {
    const years = Array.from({ length: 2026 - 2004 + 1 }, (_, n) => 2004 + n);
    expect(years.filter((year) => !china.knowsYear(year))).toEqual([]);
  });

  it("lets the organisation's own days overrule the statutory ones", () => {
    const ours = workCalendar('Asia/Shanghai', {
      holidays: ['2026-03-03'],
      workdays: ['2026-10-01'],
    });
    expect(ours.isWorkday('2026-03-03')).toBe(false);
    expect(ours.isWorkday('2026-10-01')).toBe(true);
    expect(ours.isWorkday('2026-10-02')).toBe(false);
  });

  it('tells a holiday from a week-end, and names it', () => {
    expect(china.isHoliday('2026-10-01')).toBe(true);
    expect(china.holidayName('2026-10-01')).toEqual({ zh: '国庆节', en: 'National Day' });
    // A Saturday on which people work for it, and an ordinary Sunday.
    expect([china.isHoliday('2026-10-10'), china.holidayName('2026-10-10')]).toEqual([false, null]);
    expect([china.isHoliday('2026-11-22'), china.holidayName('2026-11-22')]).toEqual([false, null]);
    const ours = workCalendar('Asia/Shanghai', {
      holidays: ['2026-03-03'],
      workdays: ['2026-10-01'],
    });
    expect([ours.isHoliday('2026-03-03'), ours.isHoliday('2026-10-01')]).toEqual([true, false]);
  });

  it('finds the next work day across a long holiday', () => {
    expect(nextWorkday('2026-02-14', china)).toBe('2026-02-24');
    expect(nthWorkdayAfter('2026-02-13', 2, china)).toBe('2026-02-24');
    expect(nextWorkday('2026-12-31', china)).toBe('2027-01-01');
  });

  it('lets a day begin at local midnight', () => {
    const day = localDay('2026-03-02', 'Asia/Shanghai');
    expect(new Date(day.start).toISOString()).toBe('2026-03-01T16:00:00.000Z');
    expect(localDayAt(day.start, 'Asia/Shanghai').date).toBe('2026-03-02');
    expect(localDayAt(day.start - 1, 'Asia/Shanghai').date).toBe('2026-03-01');
    expect(localDayAt(day.end, 'Asia/Shanghai').date).toBe('2026-03-03');
  });

  it('gives a day the hours it really has where clocks change', () => {
    const hours = (date: string): number => {
      const { start, end } = localDay(date, 'Europe/Berlin');
      return (end - start) / 3_600_000;
    };
    expect([hours('2026-03-29'), hours('2026-03-30'), hours('2026-10-25')]).toEqual([23, 24, 25]);
  });

  it('refuses a time zone that does not exist', () => {
    expect(() => workCalendar('Mars/Olympus')).toThrow(/unknown time zone/);
  });
});
