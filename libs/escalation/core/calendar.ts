import chineseDays from 'chinese-days';
import { DateTime, IANAZone } from 'luxon';
import type { Instant } from './values.js';

/** A day on the wall calendar, `2026-02-14`. It becomes an interval of instants only with a time zone. */
export type LocalDate = string;

/** Days on which an organisation works, or not, besides what the State Council arranges. */
export interface ExtraDays {
  readonly holidays: readonly LocalDate[];
  readonly workdays: readonly LocalDate[];
}

export interface HolidayName {
  readonly zh: string;
  readonly en: string;
}

export interface WorkCalendar {
  /** IANA name. Days begin and end at its local midnight. */
  readonly timeZone: string;
  isWorkday(date: LocalDate): boolean;
  /** A day off that is more than a week-end: arranged by the State Council, or by the organisation. */
  isHoliday(date: LocalDate): boolean;
  /** What the State Council's arrangement calls the day; null when it has no name there. */
  holidayName(date: LocalDate): HolidayName | null;
  /**
   * Whether the year's statutory holidays are known. For other years only Saturdays and Sundays are free: the
   * State Council publishes a year's arrangement in the November before.
   */
  knowsYear(year: number): boolean;
}

/** One local day as instants: `[start, end)`. It has 23 or 25 hours where clocks change. */
export interface LocalDay {
  readonly date: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
}

const NO_EXTRA_DAYS: ExtraDays = { holidays: [], workdays: [] };

/** Statutory holidays and make-up work days of mainland China; the organisation's own days overrule them. */
export function workCalendar(timeZone: string, extra: ExtraDays = NO_EXTRA_DAYS): WorkCalendar {
  // An unknown zone would turn every instant into NaN, and walking the days would never end.
  if (!IANAZone.isValidZone(timeZone)) throw new RangeError(`unknown time zone ${timeZone}`);
  const holidays = new Set(extra.holidays);
  const workdays = new Set(extra.workdays);
  return {
    timeZone,
    isWorkday: (date) => workdays.has(date) || (!holidays.has(date) && isStatutoryWorkday(date)),
    isHoliday: (date) =>
      !workdays.has(date) && (holidays.has(date) || arrangedAsWorkday(date) === false),
    holidayName,
    knowsYear,
  };
}

/** The first work day after `date`. */
export function nextWorkday(date: LocalDate, calendar: WorkCalendar): LocalDate {
  return nthWorkdayAfter(date, 1, calendar);
}

/** The nth work day after `date`, which itself does not count. `n` is at least 1. */
export function nthWorkdayAfter(date: LocalDate, n: number, calendar: WorkCalendar): LocalDate {
  let day = date;
  for (let left = n; left > 0;) {
    day = dayAfter(day);
    if (calendar.isWorkday(day)) left -= 1;
  }
  return day;
}

/** The local day in which an instant lies; midnight belongs to the day that begins. */
export function localDayAt(at: Instant, timeZone: string): LocalDay {
  return localDayOf(DateTime.fromMillis(at, { zone: timeZone }));
}

export function localDay(date: LocalDate, timeZone: string): LocalDay {
  return localDayOf(DateTime.fromISO(date, { zone: timeZone }));
}

function localDayOf(moment: DateTime): LocalDay {
  const start = moment.startOf('day');
  return {
    date: start.toFormat('yyyy-MM-dd'),
    start: start.toMillis(),
    end: start.plus({ days: 1 }).startOf('day').toMillis(),
  };
}

const dayAfter = (date: LocalDate): LocalDate =>
  DateTime.fromISO(date, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');

const isStatutoryWorkday = (date: LocalDate): boolean =>
  arrangedAsWorkday(date) ?? isMondayToFriday(date);

const isMondayToFriday = (date: LocalDate): boolean =>
  DateTime.fromISO(date, { zone: 'utc' }).weekday <= 5;

function holidayName(date: LocalDate): HolidayName | null {
  if (arrangedAsWorkday(date) !== false) return null;
  const [en = '', zh = ''] = chineseDays.getDayDetail(date).name.split(',');
  return { zh, en };
}

/** 1 January is a holiday of every year's arrangement. */
const knowsYear = (year: number): boolean => arrangedAsWorkday(`${String(year)}-01-01`) !== null;

/**
 * What the State Council's arrangement says of a date; null when it does not mention it. The library names an
 * arranged day `New Year's Day,元旦,1` and any other by its English weekday. Only its table is used: west of
 * Greenwich it takes a date for the day before, in the table and in the question alike, so the table still
 * answers rightly there, but its weekdays do not.
 */
function arrangedAsWorkday(date: LocalDate): boolean | null {
  const { name, work } = chineseDays.getDayDetail(date);
  return name.includes(',') ? work : null;
}
