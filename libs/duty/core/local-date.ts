import type { LocalDate } from './schedule.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/**
 * A date as a count of days since 1970-01-01, with which turns can be counted; null for what is not a date
 * (2026-02-30). Here `Date` is arithmetic on the calendar, no instant.
 */
export function dayNumber(date: LocalDate): number | null {
  if (!DATE.test(date)) return null;
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  // The parser rolls 30 February over to 2 March instead of refusing it.
  return !Number.isNaN(day) && dateOfDay(day) === date ? day : null;
}

export const dateOfDay = (day: number): LocalDate =>
  new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 1 = Monday … 7 = Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
