import { describe, expect, it } from '@jest/globals';
import { betterReading, readingOf } from './server-clock';

describe('reading the server clock', () => {
  it('takes the middle of the round trip', () => {
    expect(readingOf(10_000, 0, 4_900, 5_100)).toEqual({
      offset: 5_000,
      doubt: 100,
      takenAt: 5_100,
    });
  });

  it('knows that a Date header may be up to a second old', () => {
    expect(readingOf(10_000, 1_000, 5_000, 5_000)).toEqual({
      offset: 5_500,
      doubt: 500,
      takenAt: 5_000,
    });
  });

  it('prefers the sharper reading', () => {
    const sharp = { offset: 20, doubt: 50, takenAt: 0 };
    const vague = { offset: 300, doubt: 600, takenAt: 1_000 };
    expect(betterReading(sharp, vague)).toBe(sharp);
    expect(betterReading(vague, sharp)).toBe(sharp);
  });

  it('believes a vague reading when the sharp one is stale or has become impossible', () => {
    const sharp = { offset: 20, doubt: 50, takenAt: 0 };
    expect(betterReading(sharp, { offset: 300, doubt: 600, takenAt: 700_000 }).offset).toBe(300);
    expect(betterReading(sharp, { offset: 3_600_000, doubt: 600, takenAt: 1_000 }).offset).toBe(
      3_600_000,
    );
  });
});
