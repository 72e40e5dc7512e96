import { describe, expect, it } from '@jest/globals';
import { sessionEnd, shouldSlide } from './session-life.js';

const HOUR = 3_600_000;

describe('the life of a session', () => {
  it('ends half a day after it was last used', () => {
    expect(sessionEnd(0, 5 * HOUR)).toBe(17 * HOUR);
  });

  it('ends a week after it began, however much it is used', () => {
    expect(sessionEnd(0, 160 * HOUR)).toBe(168 * HOUR);
  });

  it('is written again only when that moves the end by five minutes', () => {
    const end = sessionEnd(0, 0);
    expect(shouldSlide(0, end, 299_999)).toBe(false);
    expect(shouldSlide(0, end, 300_000)).toBe(true);
    expect(shouldSlide(0, 168 * HOUR, 167 * HOUR)).toBe(false);
  });
});
