import { describe, expect, it } from '@jest/globals';
import { riskOf, type Scores } from './risk';

const BANDS = {
  IV: { from: 1, to: 4 },
  III: { from: 5, to: 9 },
  II: { from: 10, to: 15 },
  I: { from: 16, to: 25 },
};
const scores = (levels: readonly number[]): Scores => {
  const [
    spread = 1,
    believability = 1,
    timing = 1,
    safety = 1,
    livelihood = 1,
    disruption = 1,
    trust = 1,
  ] = levels;
  return { spread, believability, timing, safety, livelihood, disruption, trust };
};

describe('the suggestion of the matrix', () => {
  it.each([
    [[1, 1, 1, 1, 1, 1, 1], 1, 'IV'],
    [[4, 4, 3, 1, 2, 1, 3], 12, 'II'],
    [[3, 3, 2, 1, 3, 1, 1], 9, 'III'],
    [[5, 4, 3, 1, 1, 4, 1], 16, 'I'],
  ] as const)('%j is %d, so %s', (levels, score, severity) => {
    expect(riskOf(scores(levels), BANDS)).toMatchObject({ score, severity });
  });

  it('names the factor that decides the consequence', () => {
    expect(riskOf(scores([1, 1, 1, 2, 1, 4, 3]), BANDS)?.worst).toBe('disruption');
  });

  it('is silent until every factor has a level', () => {
    expect(riskOf({ spread: 1, believability: 1, timing: 1, safety: 5 }, BANDS)).toBeNull();
  });
});
