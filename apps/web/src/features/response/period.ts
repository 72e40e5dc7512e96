import type { ResponseSpan } from '../../api/response';
import { instantOf, wallTime, type WallTime } from '../../time/zone';

export const PERIODS = ['week', 'month', 'quarter', 'last-quarter', 'year'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** The period of the address; this quarter when it names none that is known. */
export const periodOf = (search: URLSearchParams): PeriodName =>
  PERIODS.find((name) => name === search.get('period')) ?? 'quarter';

/** From the midnight at which it begins to the one at which it ends, in the organisation's zone. */
export const spanOf = (name: PeriodName, now: number): ResponseSpan => spanBack(name, now, 0);

/** The one of the same kind before it. */
export const spanBefore = (name: PeriodName, now: number): ResponseSpan => spanBack(name, now, 1);

function spanBack(name: PeriodName, now: number, back: number): ResponseSpan {
  const { year, month, day } = wallTime(now);
  switch (name) {
    case 'week':
      return span([year, month, day - 6 - 7 * back], [year, month, day + 1 - 7 * back]);
    case 'month':
      return span([year, month - back, 1], [year, month + 1 - back, 1]);
    case 'quarter':
      return quarter(year, month, back);
    case 'last-quarter':
      return quarter(year, month, back + 1);
    case 'year':
      return span([year - back, 1, 1], [year + 1 - back, 1, 1]);
  }
}

function quarter(year: number, month: number, back: number): ResponseSpan {
  const first = month - ((month - 1) % 3) - 3 * back;
  return span([year, first, 1], [year, first + 3, 1]);
}

type Day = readonly [year: number, month: number, day: number];

const span = (from: Day, to: Day): ResponseSpan => ({ from: midnight(from), to: midnight(to) });

/** Months below 1 and above 12 are those of other years, and days likewise, as in Date.UTC. */
function midnight([year, month, day]: Day): string {
  const wall: WallTime = { year, month, day, hour: 0, minute: 0 };
  return new Date(instantOf(wall)).toISOString();
}
