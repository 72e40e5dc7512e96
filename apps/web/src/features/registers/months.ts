import type { SensitiveDay } from '../../api/registers';

interface Month {
  /** `2026-06` */
  readonly month: string;
  readonly days: readonly SensitiveDay[];
}

/** Days in the month in which each begins, in order; a month without any is left out. */
export function byMonth(days: readonly SensitiveDay[]): readonly Month[] {
  const months = new Map<string, SensitiveDay[]>();
  for (const day of days) {
    const month = day.from.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  return [...months].map(([month, ones]) => ({ month, days: ones }));
}
