import { DateTime } from 'luxon';
import type { Instant, Words } from '../values.js';
import type { Period } from './period.js';

/** The week of an instant as figures name it: `2026-W09` (ISO 8601). */
export const weekOf = (at: Instant, zone: string): string =>
  DateTime.fromMillis(at, { zone }).toFormat("kkkk-'W'WW");

/** Every week of which a period has a part, in order. */
export function weeksOf({ from, to }: Period, zone: string): string[] {
  const weeks: string[] = [];
  let day = DateTime.fromMillis(from, { zone }).startOf('week');
  for (; day.toMillis() < to; day = day.plus({ weeks: 1 }))
    weeks.push(weekOf(day.toMillis(), zone));
  return weeks;
}

/** The day of the Monday with which a week begins: `3/2`, `2 Mar`. */
export const mondayOf = (week: string, language: keyof Words): string =>
  DateTime.fromISO(week, { locale: 'en' }).toFormat(language === 'zh' ? 'L/d' : 'd LLL');
