import type { Language } from '../../settings/settings';
import { instantOf, wallTime } from '../../time/zone';

/** A calendar date, as `2026-03-05`. */
export type LocalDate = string;

const DAY = 24 * 60 * 60_000;

const utc = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);
const dateOfUtc = (instant: number): LocalDate => new Date(instant).toISOString().slice(0, 10);
const two = (value: number): string => String(value).padStart(2, '0');

export function isDate(text: string): text is LocalDate {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text)) && dateOfUtc(utc(text)) === text
  );
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfUtc(utc(date) + days * DAY);
}

/** How many days later `to` is. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utc(to) - utc(from)) / DAY);
}

/** `count` dates in a row. */
export function datesFrom(first: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(utc(date)).getUTCDay() || 7;
}

export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

export function firstOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01`;
}

/** The first day of a month that lies so many months later. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return dateOfUtc(Date.UTC(year, month - 1 + months, 1));
}

/** What the clocks of the zone show. */
export function dateAt(instant: number, zone: string): LocalDate {
  const { year, month, day } = wallTime(instant, zone);
  return `${String(year)}-${two(month)}-${two(day)}`;
}

export function timeAt(instant: number, zone: string): string {
  const { hour, minute } = wallTime(instant, zone);
  return `${two(hour)}:${two(minute)}`;
}

/** The instant of a wall time such as `08:00`. */
export function instantAt(date: LocalDate, time: string, zone: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return instantOf({ year, month, day, hour, minute }, zone);
}

/** The duty day that is running: before its hand-off, a date still belongs to the day before. */
export function dutyDateAt(instant: number, handoff: string, zone: string): LocalDate {
  const date = dateAt(instant, zone);
  return timeAt(instant, zone) < handoff ? addDays(date, -1) : date;
}

export const isoOf = (instant: number): string => new Date(instant).toISOString();

/** The value of a `datetime-local` field, and back; null when it is not a time. */
export function toField(instant: number, zone: string): string {
  return `${dateAt(instant, zone)}T${timeAt(instant, zone)}`;
}

export function fromField(value: string, zone: string): number | null {
  const [date = '', time = ''] = value.split('T');
  return isDate(date) && /^\d{2}:\d{2}/.test(time) ? instantAt(date, time, zone) : null;
}

const LOCALE: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };
const formatsOf = (options: Intl.DateTimeFormatOptions) => ({
  zh: new Intl.DateTimeFormat(LOCALE.zh, { timeZone: 'UTC', ...options }),
  en: new Intl.DateTimeFormat(LOCALE.en, { timeZone: 'UTC', ...options }),
});

/** Building a format costs far more than using it, and a month of cells asks hundreds of times. */
const DAY_NAMES = formatsOf({ month: 'short', day: 'numeric' });
const WEEKDAY_NAMES = formatsOf({ weekday: 'short' });
const MONTH_NAMES = formatsOf({ year: 'numeric', month: 'long' });

/** "3月5日", "5 Mar" */
export function dayWords(date: LocalDate, language: Language): string {
  return DAY_NAMES[language].format(utc(date));
}

/** "周四", "Thu" */
export function weekdayWords(date: LocalDate, language: Language): string {
  return WEEKDAY_NAMES[language].format(utc(date));
}

/** "2026年3月", "March 2026" */
export function monthWords(date: LocalDate, language: Language): string {
  return MONTH_NAMES[language].format(utc(date));
}

const NEXT_DAY: Record<Language, string> = { zh: '次日 ', en: 'next day ' };

/** "3月5日 08:00–次日 08:00": the second day is named only when it is not the obvious one. */
export function spanWords(from: number, to: number, zone: string, language: Language): string {
  const [first, last] = [dateAt(from, zone), dateAt(to, zone)];
  const apart = daysBetween(first, last);
  const end = apart === 0 ? '' : apart === 1 ? NEXT_DAY[language] : `${dayWords(last, language)} `;
  return `${dayWords(first, language)} ${timeAt(from, zone)}–${end}${timeAt(to, zone)}`;
}
