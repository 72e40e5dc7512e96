import { describe, expect, it } from '@jest/globals';
import { gramsOfWord } from './grams.js';
import { planSearch } from './plan.js';

const [water = 0] = gramsOfWord('停水');
const shares = (share: number, rows = 1_000_000) => ({
  rows,
  shareOf: (gram: number) => (gram === water ? share : 0.0001),
});

describe('the way a search goes', () => {
  it('a frequent word is met on the way back in time', () => {
    expect(planSearch(['停水'], shares(0.1))).toBe('newest');
  });

  it('a rare word is found by the index', () => {
    expect(planSearch(['断供'], shares(0.1))).toBe('index');
  });

  it('so is a frequent one beside a rare one', () => {
    expect(planSearch(['停水', '断供'], shares(0.1))).toBe('index');
  });

  it('in a small table, everything is rare', () => {
    expect(planSearch(['停水'], shares(0.1, 1_000))).toBe('index');
  });

  it('one character is too short for the index', () => {
    expect(planSearch(['水'], shares(0.1))).toBe('newest-only');
  });
});
