import { describe, expect, it } from '@jest/globals';
import { FAILURES_KEPT_MS, isFirstToWait, secondsToWait } from './sign-in-wait.js';

describe('the wait after failed sign-ins', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 2],
    [6, 4],
    [9, 32],
    [13, 512],
    [14, 900],
    [1000, 900],
  ])('after %d failures is %d seconds', (count, seconds) => {
    expect(secondsToWait({ count, lastAt: 0 }, 0)).toBe(seconds);
  });

  it('runs down, and rounds up so that nobody comes back a moment too soon', () => {
    expect(secondsToWait({ count: 6, lastAt: 0 }, 2_500)).toBe(2);
    expect(secondsToWait({ count: 6, lastAt: 0 }, 4_000)).toBe(0);
    expect(secondsToWait({ count: 6, lastAt: 0 }, 9_000)).toBe(0);
  });

  it('is forgotten after a day', () => {
    expect(secondsToWait({ count: 1000, lastAt: 0 }, FAILURES_KEPT_MS)).toBe(0);
  });

  it('begins with the fifth failure', () => {
    expect([4, 5, 6].map(isFirstToWait)).toEqual([false, true, false]);
  });

  it('leaves about 110 guesses on the first day', () => {
    let guesses = 0;
    for (let now = 0; now < FAILURES_KEPT_MS; guesses += 1) {
      now += 1000 * secondsToWait({ count: guesses, lastAt: now }, now) + 1;
    }
    expect(guesses).toBeGreaterThan(100);
    expect(guesses).toBeLessThan(115);
  });
});
