import { DateTime } from 'luxon';

/** 重要时间节点: days on which more is said, and matters more. */
export interface SensitiveDate {
  readonly title: string;
  /** The first day, `2026-06-07`; of a yearly one, that of some year. */
  readonly date: string;
  /** How many days it lasts. */
  readonly days: number;
  readonly yearly: boolean;
  readonly note: string | null;
}

export const LONGEST_DAYS = 60;

/** One time that such a day comes round: both days included. */
export interface Occurrence {
  readonly from: string;
  readonly to: string;
}

const dayOf = (date: string): DateTime => DateTime.fromISO(date, { zone: 'utc' });

/** 29 February falls on the 28th in the years that have no 29th: luxon keeps to the end of the month. */
const inYear = (day: DateTime, year: number): DateTime => day.set({ year });

const lasting = (first: DateTime, days: number): Occurrence => ({
  from: first.toFormat('yyyy-MM-dd'),
  to: first.plus({ days: days - 1 }).toFormat('yyyy-MM-dd'),
});

/** Every time it meets the days `from` to `to`, both included, in order. */
export function occurrencesBetween(
  { date, days, yearly }: SensitiveDate,
  from: string,
  to: string,
): Occurrence[] {
  const first = dayOf(date);
  const years = dayOf(to).year - dayOf(from).year + 2;
  const starts = yearly
    ? Array.from({ length: years }, (_, index) => inYear(first, dayOf(from).year - 1 + index))
    : [first];
  return starts
    .map((start) => lasting(start, days))
    .filter((one) => one.from <= to && one.to >= from);
}
