import {
  addDays,
  addMonths,
  firstOfMonth,
  instantAt,
  isDate,
  isoOf,
  type LocalDate,
} from '../days';

/** Both days belong to it. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export const PERIODS = ['month', 'last', 'quarter', 'year'] as const;
export type PeriodName = (typeof PERIODS)[number];

const months = (first: LocalDate, count: number): Period => ({
  from: first,
  to: addDays(addMonths(first, count), -1),
});

export function periodNamed(name: PeriodName, today: LocalDate): Period {
  const month = firstOfMonth(today);
  switch (name) {
    case 'month':
      return months(month, 1);
    case 'last':
      return months(addMonths(month, -1), 1);
    case 'quarter':
      return months(addMonths(month, -((Number(today.slice(5, 7)) - 1) % 3)), 3);
    case 'year':
      return months(`${today.slice(0, 4)}-01-01`, 12);
  }
}

/** The period of the address; this month when it says none, or one that ends before it begins. */
export function periodOf(search: URLSearchParams, today: LocalDate): Period {
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? ''];
  return isDate(from) && isDate(to) && from <= to ? { from, to } : periodNamed('month', today);
}

export function windowOf({ from, to }: Period, zone: string) {
  return {
    from: isoOf(instantAt(from, '00:00', zone)),
    to: isoOf(instantAt(addDays(to, 1), '00:00', zone)),
  };
}
