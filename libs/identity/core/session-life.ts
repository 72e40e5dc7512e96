const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A session ends when nobody used it for half a day… */
const IDLE_MS = 12 * HOUR;
/** …and in any case after a week. */
export const SESSION_MAX_MS = 7 * 24 * HOUR;
/** Sliding on every request would be a write on every read; within five minutes nobody notices. */
const SLIDE_EVERY_MS = 5 * MINUTE;

/** When a session used at `now` ends. Epoch milliseconds. */
export const sessionEnd = (createdAt: number, now: number): number =>
  Math.min(now + IDLE_MS, createdAt + SESSION_MAX_MS);

export const shouldSlide = (createdAt: number, expiresAt: number, now: number): boolean =>
  sessionEnd(createdAt, now) - expiresAt >= SLIDE_EVERY_MS;
