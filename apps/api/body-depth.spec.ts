import { describe, expect, it } from '@jest/globals';
import { isDeeperThan } from './body-depth.js';

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('how deep a body is', () => {
  it.each([
    ['nothing', undefined],
    ['a word', 'x'],
    ['two levels', { a: [1, 2], b: { c: null } }],
    ['as deep as may be', { a: { b: 1 } }],
  ])('is right for %s', (_, body) => {
    expect(isDeeperThan(2, body)).toBe(false);
  });

  it('counts what is empty as a level, and stops counting where it is too deep', () => {
    expect(isDeeperThan(2, { a: { b: { c: 1 } } })).toBe(true);
    expect(isDeeperThan(64, nested(64))).toBe(false);
    expect(isDeeperThan(64, nested(100_000))).toBe(true);
  });
});
