import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { riskMatrixProblems, riskScore } from './risk-matrix.js';
import type { Consequence, Likelihood } from './risk-matrix.js';

const bands = {
  IV: { from: 1, to: 4 },
  III: { from: 5, to: 9 },
  II: { from: 10, to: 15 },
  I: { from: 16, to: 25 },
};
const matrix = { bands };

const likely = (spread: number, believability: number, timing: number): Likelihood => ({
  spread,
  believability,
  timing,
});
const harm = (change: Partial<Consequence>): Consequence => ({
  safety: 1,
  livelihood: 1,
  disruption: 1,
  trust: 1,
  ...change,
});

describe('the risk matrix', () => {
  it.each([
    [likely(1, 1, 1), harm({}), 1, 1, 1, 'IV'],
    [likely(2, 2, 2), harm({ trust: 2 }), 2, 2, 4, 'IV'],
    [likely(5, 5, 5), harm({}), 5, 1, 5, 'III'],
    [likely(3, 3, 3), harm({ livelihood: 3 }), 3, 3, 9, 'III'],
    [likely(2, 2, 2), harm({ disruption: 5 }), 2, 5, 10, 'II'],
    [likely(3, 3, 3), harm({ safety: 5 }), 3, 5, 15, 'II'],
    [likely(4, 4, 4), harm({ safety: 4 }), 4, 4, 16, 'I'],
    [likely(5, 5, 5), harm({ safety: 5 }), 5, 5, 25, 'I'],
    // Means of 4/3 and 5/3, rounded to 1 and 2.
    [likely(1, 1, 2), harm({ safety: 5 }), 1, 5, 5, 'III'],
    [likely(1, 2, 2), harm({ safety: 5 }), 2, 5, 10, 'II'],
  ] as const)('%j × %j', (likelihood, consequence, l, c, score, severity) => {
    expect(riskScore(likelihood, consequence, matrix)).toEqual({
      likelihood: l,
      consequence: c,
      score,
      severity,
    });
  });

  const level = fc.integer({ min: 1, max: 5 });
  const likelihoods = fc.record({ spread: level, believability: level, timing: level });
  const consequences = fc.record({
    safety: level,
    livelihood: level,
    disruption: level,
    trust: level,
  });
  const rank = { IV: 0, III: 1, II: 2, I: 3 };

  it('never suggests a lower severity because one factor is worse', () => {
    fc.assert(
      fc.property(likelihoods, consequences, (likelihood, consequence) => {
        const before = rank[riskScore(likelihood, consequence, matrix).severity];
        const worse = { ...likelihood, spread: Math.min(5, likelihood.spread + 1) };
        const graver = { ...consequence, safety: Math.min(5, consequence.safety + 1) };
        expect(rank[riskScore(worse, consequence, matrix).severity]).toBeGreaterThanOrEqual(before);
        expect(rank[riskScore(likelihood, graver, matrix).severity]).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('puts every score into the band that names it', () => {
    fc.assert(
      fc.property(likelihoods, consequences, (likelihood, consequence) => {
        const { score, severity } = riskScore(likelihood, consequence, matrix);
        expect(score).toBeGreaterThanOrEqual(bands[severity].from);
        expect(score).toBeLessThanOrEqual(bands[severity].to);
      }),
    );
  });

  it('has no problems as long as its bands cover 1 to 25', () => {
    expect(riskMatrixProblems(matrix)).toEqual([]);
  });

  it.each([
    ['a gap', { III: { from: 6, to: 9 } }, 'bands.III.from: begins at 6 and should at 5'],
    ['an overlap', { II: { from: 9, to: 15 } }, 'bands.II.from: begins at 9 and should at 10'],
    [
      'a band that ends before it begins',
      { I: { from: 16, to: 15 } },
      'bands.I.to: ends before it begins',
    ],
    [
      'scores above all bands',
      { I: { from: 16, to: 24 } },
      'bands.I.to: ends at 24 and should at 25',
    ],
  ])('names %s', (_, change, problem) => {
    const problems = riskMatrixProblems({ bands: { ...bands, ...change } });
    expect(problems.map(({ path, message }) => `${path.join('.')}: ${message}`)).toContain(problem);
  });
});
