import { fromLocalInput } from '../../../time/zone';

const DAY = 86_400_000;

/** The day after a date, both as `2026-12-31`. */
function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

export interface LeaveDays {
  readonly from: string;
  readonly to: string;
}

/** First and last day, inclusive, as instants of the organisation's zone; null while they are no such days. */
export function leaveOf(first: string, last: string): LeaveDays | null {
  if (last < first) return null;
  const from = fromLocalInput(`${first}T00:00`);
  const to = last === '' ? null : fromLocalInput(`${dayAfter(last)}T00:00`);
  return from === null || to === null ? null : { from, to };
}
