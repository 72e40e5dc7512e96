import { ProblemError } from '#platform';
import type { Window } from './schedules/schedule.repository.js';

const DAY_MS = 24 * 3_600_000;
const DEFAULT_DAYS = 62;

interface Given {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The window that a query asks for. 422 when it is empty, reversed, or longer than `maxDays`. */
export function windowOf({ from, to }: Given, now: number, maxDays: number): Window {
  const start = from === undefined ? now : Date.parse(from);
  const end = to === undefined ? start + DEFAULT_DAYS * DAY_MS : Date.parse(to);
  if (end <= start) throw wrong('must be after "from"');
  // A day of tolerance: 400 local days may have an hour more where clocks change.
  if (end - start > (maxDays + 1) * DAY_MS)
    throw wrong(`must be at most ${String(maxDays)} days after "from"`);
  return { from: start, to: end };
}

const wrong = (message: string): ProblemError =>
  new ProblemError(422, 'window.invalid', `"to" ${message}.`, {
    errors: [{ path: 'to', message }],
  });

export const iso = (at: number): string => new Date(at).toISOString();

export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));
