import { DateTime } from 'luxon';

/** The days (`2026-03-02`) of a zone that a span touches, of those between two days, both included. */
export function daysOf(
  { startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number },
  { from, to }: { readonly from: string; readonly to: string },
  zone: string,
): string[] {
  const dayAt = (instant: number): string =>
    DateTime.fromMillis(instant, { zone }).toFormat('yyyy-MM-dd');
  // Intervals are half-open: what ends at midnight does not touch the next day.
  const first = later(dayAt(startsAt), from);
  const last = earlier(dayAt(endsAt - 1), to);
  const days: string[] = [];
  for (
    let day = DateTime.fromISO(first, { zone: 'utc' });
    day.toFormat('yyyy-MM-dd') <= last;
    day = day.plus({ days: 1 })
  )
    days.push(day.toFormat('yyyy-MM-dd'));
  return days;
}

const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string, other: string): string => (one < other ? one : other);
