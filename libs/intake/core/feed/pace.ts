const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A site that has been away for days is still asked twice a day. */
const LONGEST_PAUSE_MS = 12 * 60 * MINUTE_MS;

/** How often a feed may be read, in minutes. */
export const RHYTHM = { least: 5, usual: 30, most: 1440 } as const;

export interface Pace {
  readonly everyMinutes: number;
  /** How often in a row it could not be read, this time included. */
  readonly failures: number;
  /** Before which the other side does not want to be asked. */
  readonly notBefore: number | null;
}

/** When a feed is read next. Each failure in a row doubles the pause; the first keeps it, since most pass by themselves. */
export function nextReadAt({ everyMinutes, failures, notBefore }: Pace, now: number): number {
  const every = everyMinutes * MINUTE_MS;
  const doubled = every * 2 ** Math.min(Math.max(failures - 1, 0), 20);
  const pause = Math.max(every, Math.min(doubled, LONGEST_PAUSE_MS));
  return Math.max(now + pause, notBefore ?? 0);
}

/** The moment that `Retry-After` names, as seconds or as a date (RFC 9110, 10.2.3); at most a day ahead, null when none. */
export function retryAt(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  const at = /^\d+$/.test(text) ? now + Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(at) || at <= now ? null : Math.min(at, now + DAY_MS);
}
