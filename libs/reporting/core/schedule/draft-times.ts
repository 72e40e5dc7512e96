import { DateTime } from 'luxon';
import { before, periodAround } from '../period/period.js';
import type { Period, PeriodType } from '../period/period.js';
import type { Instant } from '../values.js';

/** When a period is over by so much, its report is drafted. */
export interface DraftTime {
  /** Which day of the next period: 1 is its first; of a week, Monday. */
  readonly day: number;
  /** Local time of that day: `08:30`. */
  readonly at: string;
}

/** The months in which periods of a kind begin, as cron names them. */
const MONTHS: Readonly<Record<Exclude<PeriodType, 'weekly'>, string>> = {
  ...{ monthly: '*', quarterly: '1,4,7,10', 'half-year': '1,7', annual: '1' },
};

/** As cron says it: minute, hour, day of the month, month, day of the week. In the zone of the organisation. */
export function patternOf(type: PeriodType, { day, at }: DraftTime): string {
  const [hour, minute] = clockOf(at);
  const time = `${String(minute)} ${String(hour)}`;
  // Cron counts the days of the week from Sunday, which is 0.
  return type === 'weekly'
    ? `${time} * * ${String(day % 7)}`
    : `${time} ${String(day)} ${MONTHS[type]} *`;
}

/**
 * The last period whose draft was due by an instant. After a standstill it is the last one alone: nobody reads the
 * bulletins of weeks that are long over.
 */
export function dueDraft(type: PeriodType, time: DraftTime, now: Instant, zone: string): Period {
  const current = periodAround(type, now, zone);
  const last = before(current, zone);
  return dueAt(current, time, zone) <= now ? last : before(last, zone);
}

/** In the period that follows the one that is told. */
function dueAt({ from }: Period, { day, at }: DraftTime, zone: string): Instant {
  const [hour, minute] = clockOf(at);
  return DateTime.fromMillis(from, { zone })
    .plus({ days: day - 1 })
    .set({ hour, minute })
    .toMillis();
}

function clockOf(at: string): [number, number] {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return [hour, minute];
}
