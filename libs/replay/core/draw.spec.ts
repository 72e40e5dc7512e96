import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diceOf, logNormal, pick, pickWeighted } from './draw.js';

const dice = diceOf(1, 'topic');
const many = Array.from({ length: 5000 }, (_, i) => diceOf(1, `topic ${i}`));
const share = (holds: (dice: ReturnType<typeof diceOf>) => boolean) =>
  many.filter(holds).length / many.length;

describe('chance by question', () => {
  it('gives the same answer to the same question, whatever was asked before', () => {
    const first = dice('severity');
    dice('verdict');
    expect(dice('severity')).toBe(first);
    expect(diceOf(1, 'topic')('severity')).toBe(first);
  });

  it('depends on the seed, the subject and the question', () => {
    const answers = [dice('a'), dice('b'), diceOf(2, 'topic')('a'), diceOf(1, 'other')('a')];
    expect(new Set(answers).size).toBe(4);
  });

  it('lies in [0, 1)', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), fc.string(), (seed, subject, question) => {
        const drawn = diceOf(seed, subject)(question);
        expect(drawn >= 0 && drawn < 1).toBe(true);
      }),
    );
  });

  it('is even over subjects that differ by one character', () => {
    for (const tenth of [0.1, 0.5, 0.9])
      expect(share((one) => one('x') < tenth)).toBeCloseTo(tenth, 1);
  });

  it('picks by weight', () => {
    const weights = { often: 3, seldom: 1, never: 0 };
    expect(share((one) => pickWeighted(one, 'w', weights) === 'often')).toBeCloseTo(0.75, 1);
    expect(share((one) => pickWeighted(one, 'w', weights) === 'never')).toBe(0);
    expect(share((one) => pick(one, 'p', ['a', 'b']) === 'a')).toBeCloseTo(0.5, 1);
  });

  it('waits log-normally: half before the median, and never for ever', () => {
    expect(share((one) => logNormal(one, 'w', 10, 0.5) < 10)).toBeCloseTo(0.5, 1);
    // P(Z > ln 2 / 0.5) = 8 %
    expect(share((one) => logNormal(one, 'w', 10, 0.5) > 20)).toBeCloseTo(0.08, 1);
    expect(share((one) => logNormal(one, 'w', 10, 0.5) > 10 * Math.exp(0.5 * 2.5) + 1e-9)).toBe(0);
  });
});
