import { isGrave } from './severity.js';
import type { Severity } from './severity.js';

export interface FailedAttempt {
  /** How often it was tried, this time included. */
  readonly attempts: number;
  readonly retry: boolean;
  /** What the other side asked for. */
  readonly retryAfterMs?: number;
  readonly severity: Severity;
  /** Whether the person can be reached on another channel. */
  readonly hasOtherWay: boolean;
}

/**
 * When to try again; null when this channel is given up. Severity I and II are tried twice and then go on to the
 * person's next channel: a mail server that is down for ten minutes must not let anybody sleep for ten.
 */
export function nextAttempt(
  failed: FailedAttempt,
  pausesMs: readonly number[],
  now: number,
): number | null {
  if (!failed.retry) return null;
  const pauses = isGrave(failed.severity) && failed.hasOtherWay ? pausesMs.slice(0, 1) : pausesMs;
  const pause = pauses[failed.attempts - 1];
  return pause === undefined ? null : now + Math.max(pause, failed.retryAfterMs ?? 0);
}
