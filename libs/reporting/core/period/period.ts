import { DateTime } from 'luxon';
import type { Instant } from '../values.js';

/** Half-open: what happens at `to` belongs to the next one. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

export const PERIOD_TYPES = ['weekly', 'monthly', 'quarterly', 'half-year', 'annual'] as const;
export type PeriodType = (typeof PERIOD_TYPES)[number];

const UNITS = {
  weekly: { weeks: 1 },
  monthly: { months: 1 },
  quarterly: { months: 3 },
  'half-year': { months: 6 },
  annual: { years: 1 },
} as const satisfies Record<PeriodType, object>;

/** Week 1 is the one with the year's first Thursday (ISO 8601, GB/T 7408). */
const NAMES: Readonly<Record<PeriodType, RegExp>> = {
  weekly: /^(\d{4})-?W(\d{2})$/,
  monthly: /^(\d{4})-(\d{2})$/,
  quarterly: /^(\d{4})-?Q([1-4])$/,
  'half-year': /^(\d{4})-?H([12])$/,
  annual: /^(\d{4})$/,
};

/** The period of a name such as 2026Q1, 2026H1, 2026-03, 2026W09 or 2026, in a zone; null when it names none. */
export function periodNamed(type: PeriodType, name: string, zone: string): Period | null {
  const matched = NAMES[type].exec(name);
  if (matched === null) return null;
  const [year, part] = [Number(matched[1]), Number(matched[2] ?? 1)];
  const start = startOf(type, year, part, zone);
  if (!start.isValid) return null;
  return { from: start.toMillis(), to: start.plus(UNITS[type]).toMillis() };
}

function startOf(type: PeriodType, year: number, part: number, zone: string): DateTime {
  switch (type) {
    case 'weekly':
      return DateTime.fromObject({ weekYear: year, weekNumber: part }, { zone });
    case 'monthly':
      return DateTime.fromObject({ year, month: part }, { zone });
    case 'quarterly':
      return DateTime.fromObject({ year, month: part * 3 - 2 }, { zone });
    case 'half-year':
      return DateTime.fromObject({ year, month: part * 6 - 5 }, { zone });
    case 'annual':
      return DateTime.fromObject({ year }, { zone });
  }
}

/** The type of which this is a whole period in the zone; null when it is none. */
export function typeOf(period: Period, zone: string): PeriodType | null {
  return (
    PERIOD_TYPES.find((type) => {
      const { from, to } = periodAround(type, period.from, zone);
      return from === period.from && to === period.to;
    }) ?? null
  );
}

/** The period of this type in which an instant lies. */
export function periodAround(type: PeriodType, at: Instant, zone: string): Period {
  const day = DateTime.fromMillis(at, { zone });
  const start =
    type === 'half-year'
      ? DateTime.fromObject({ year: day.year, month: day.month <= 6 ? 1 : 7 }, { zone })
      : day.startOf(
          ({ weekly: 'week', monthly: 'month', quarterly: 'quarter', annual: 'year' } as const)[
            type
          ],
        );
  return { from: start.toMillis(), to: start.plus(UNITS[type]).toMillis() };
}

/**
 * The period before (环比): of a calendar period the one before it, however many days it has; of any other span one
 * of as many local days that ends where it begins.
 */
export function before(period: Period, zone: string): Period {
  const type = typeOf(period, zone);
  const from = DateTime.fromMillis(period.from, { zone });
  const span = type === null ? { days: daysIn(period, zone) } : UNITS[type];
  return { from: from.minus(span).toMillis(), to: period.from };
}

/**
 * The same period a year before (同比). Of a week the week of that number, or the last one when that year has no 53rd;
 * 29 February becomes the 28th.
 */
export function yearBefore(period: Period, zone: string): Period {
  const from = DateTime.fromMillis(period.from, { zone });
  if (typeOf(period, zone) === 'weekly') {
    const year = from.weekYear - 1;
    const last = DateTime.fromObject({ weekYear: year }, { zone }).weeksInWeekYear;
    const week = Math.min(from.weekNumber, last);
    const start = DateTime.fromObject({ weekYear: year, weekNumber: week }, { zone });
    return { from: start.toMillis(), to: start.plus({ weeks: 1 }).toMillis() };
  }
  const to = DateTime.fromMillis(period.to, { zone });
  return { from: from.minus({ years: 1 }).toMillis(), to: to.minus({ years: 1 }).toMillis() };
}

/** Local days, a part of one counted as one: a day of 23 or 25 hours is a day. */
function daysIn({ from, to }: Period, zone: string): number {
  const start = DateTime.fromMillis(from, { zone });
  const end = DateTime.fromMillis(to, { zone });
  return Math.ceil(end.diff(start, 'days').days);
}
