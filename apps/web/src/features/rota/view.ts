import {
  addDays,
  addMonths,
  dateAt,
  daysBetween,
  firstOfMonth,
  instantAt,
  isDate,
  isoOf,
  mondayOf,
  weekdayOf,
  type LocalDate,
} from './days';

export const VIEWS = ['month', 'week'] as const;
export type ViewName = (typeof VIEWS)[number];

/** What is looked at; all of it stands in the address. */
export interface View {
  readonly name: ViewName;
  /** Any day of the month or week that is shown. */
  readonly date: LocalDate;
}

export function viewOf(search: URLSearchParams, today: LocalDate): View {
  const name = VIEWS.find((known) => known === search.get('view')) ?? 'month';
  const date = search.get('date') ?? '';
  return { name, date: isDate(date) ? date : today };
}

/** The address of another view; what is usual is left out. */
export function withView(search: URLSearchParams, change: Partial<View>): URLSearchParams {
  const next = new URLSearchParams(search);
  if (change.name !== undefined) {
    if (change.name === 'month') next.delete('view');
    else next.set('view', change.name);
  }
  if (change.date !== undefined) next.set('date', change.date);
  return next;
}

/** The month or week before (-1) or after (1). */
export function stepped({ name, date }: View, by: 1 | -1): LocalDate {
  return name === 'month' ? addMonths(date, by) : addDays(mondayOf(date), by * 7);
}

export interface ShownDays {
  readonly first: LocalDate;
  readonly count: number;
}

/** Whole weeks, from Monday: a week, or the four to six that a month touches. */
export function shownDays({ name, date }: View): ShownDays {
  if (name === 'week') return { first: mondayOf(date), count: 7 };
  const first = mondayOf(firstOfMonth(date));
  const last = addDays(addMonths(date, 1), -1);
  const end = addDays(last, 7 - weekdayOf(last));
  return { first, count: daysBetween(first, end) + 1 };
}

/**
 * What has to be asked for to fill these days. A duty day begins at the hand-off of its date and reaches into the
 * next, so one more day is needed.
 */
export function windowOf({ first, count }: ShownDays, zone: string) {
  return {
    from: isoOf(instantAt(first, '00:00', zone)),
    to: isoOf(instantAt(addDays(first, count + 1), '00:00', zone)),
  };
}

export const todayIn = (zone: string, now: number): LocalDate => dateAt(now, zone);
