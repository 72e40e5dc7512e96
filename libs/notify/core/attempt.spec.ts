import { describe, expect, it } from '@jest/globals';
import { nextAttempt } from './attempt.js';
import type { FailedAttempt } from './attempt.js';

const PAUSES = [30_000, 120_000, 600_000];
const failed = (given: Partial<FailedAttempt> = {}): FailedAttempt => ({
  ...{ attempts: 1, retry: true, severity: 'III', hasOtherWay: true },
  ...given,
});

describe('a failed attempt', () => {
  it('is repeated after longer and longer pauses, and then given up', () => {
    const next = [1, 2, 3, 4].map((attempts) => nextAttempt(failed({ attempts }), PAUSES, 0));
    expect(next).toEqual([30_000, 120_000, 600_000, null]);
  });

  it('is not repeated when that is not worth while', () => {
    expect(nextAttempt(failed({ retry: false }), PAUSES, 0)).toBeNull();
  });

  it('waits as long as the other side asks for', () => {
    expect(nextAttempt(failed({ retryAfterMs: 45_000 }), PAUSES, 0)).toBe(45_000);
    expect(nextAttempt(failed({ retryAfterMs: 1_000 }), PAUSES, 0)).toBe(30_000);
  });

  it('of severity I or II is repeated once and then goes on to the next channel, if there is one', () => {
    expect(nextAttempt(failed({ severity: 'I' }), PAUSES, 0)).toBe(30_000);
    expect(nextAttempt(failed({ severity: 'II', attempts: 2 }), PAUSES, 0)).toBeNull();
    expect(
      nextAttempt(failed({ severity: 'II', attempts: 2, hasOtherWay: false }), PAUSES, 0),
    ).toBe(120_000);
  });
});
