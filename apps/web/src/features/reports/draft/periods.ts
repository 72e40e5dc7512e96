import type { ReportType } from '../../../api/report-types';
import { wallTime } from '../../../time/zone';

/** Those that are about a calendar period, and the one on a unit, which takes a quarter. */
type Dated = Exclude<ReportType, 'special'>;

/** As far back as somebody who was away would want to make up for. */
const SHOWN = 6;
const DAY = 86_400_000;
const WEEK = 7 * DAY;

const two = (value: number) => String(value).padStart(2, '0');

/** Names of the last periods, the one that runs now first: 2026Q1, 2026-03, 2026W09, 2026H1, 2026. */
export function recentPeriods(type: Dated, now: number): string[] {
  const { year, month, day } = wallTime(now);
  const back = Array.from({ length: SHOWN }, (_, index) => index);
  if (type === 'weekly')
    return back.map((n) => weekName(Date.UTC(year, month - 1, day) - n * WEEK));
  if (type === 'annual') return back.map((n) => String(year - n));
  const length = { monthly: 1, quarterly: 3, scorecard: 3, 'half-year': 6 }[type];
  const current = Math.floor((year * 12 + month - 1) / length);
  return back.map((n) => nameOf(type, current - n, 12 / length));
}

/** `count` periods to a year, counted from the year nought. */
function nameOf(type: Dated, index: number, count: number): string {
  const [year, at] = [Math.floor(index / count), (index % count) + 1];
  if (type === 'monthly') return `${String(year)}-${two(at)}`;
  return `${String(year)}${type === 'half-year' ? 'H' : 'Q'}${String(at)}`;
}

/** Week 1 is the one with the year's first Thursday (ISO 8601, GB/T 7408). */
function weekName(midnight: number): string {
  const weekday = (new Date(midnight).getUTCDay() + 6) % 7;
  const thursday = midnight + (3 - weekday) * DAY;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / WEEK) + 1;
  return `${String(year)}W${two(week)}`;
}
