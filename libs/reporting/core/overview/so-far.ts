import { DateTime } from 'luxon';
import { before, periodAround } from '../period/period.js';
import type { Period } from '../period/period.js';
import type { Instant } from '../values.js';

/** A quarter that is not over, up to the end of today, and what it can be compared with. */
export interface SoFar {
  readonly quarter: Period;
  readonly period: Period;
  /** As many days from the beginning of the quarter before, all of it at most. */
  readonly base: Period;
}

export function quarterSoFar(now: Instant, zone: string): SoFar {
  const quarter = periodAround('quarterly', now, zone);
  const last = before(quarter, zone);
  const tomorrow = DateTime.fromMillis(now, { zone }).startOf('day').plus({ days: 1 });
  const days = tomorrow.diff(DateTime.fromMillis(quarter.from, { zone }), 'days').days;
  const to = DateTime.fromMillis(last.from, { zone }).plus({ days: Math.round(days) });
  return {
    quarter,
    period: { from: quarter.from, to: tomorrow.toMillis() },
    base: { from: last.from, to: Math.min(to.toMillis(), last.to) },
  };
}
