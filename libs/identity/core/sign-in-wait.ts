/** Failed sign-ins under one user name. */
export interface Failures {
  readonly count: number;
  /** Epoch milliseconds of the newest one. */
  readonly lastAt: number;
}

/** Typing errors are free up to here. */
const FREE_FAILURES = 5;
const LONGEST_WAIT_S = 15 * 60;
/** Failures are forgotten a day after the last one. */
export const FAILURES_KEPT_MS = 24 * 60 * 60_000;

/**
 * How many seconds the next attempt has to wait: after the 5th failure 2 s, then 4, 8, … up to 15 minutes. That is
 * about 110 guesses in the first day and 96 on each further one.
 */
export function secondsToWait({ count, lastAt }: Failures, now: number): number {
  if (count < FREE_FAILURES || now - lastAt >= FAILURES_KEPT_MS) return 0;
  const waitS = Math.min(2 ** (count - FREE_FAILURES + 1), LONGEST_WAIT_S);
  return Math.max(0, Math.ceil(waitS - (now - lastAt) / 1000));
}

/** Whether this failure is the one that the waiting begins with: worth a line in the user's record. */
export const isFirstToWait = (count: number): boolean => count === FREE_FAILURES;
