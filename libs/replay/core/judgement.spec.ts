import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diceOf } from './draw.js';
import { scoresFor } from './judgement.js';
import type { Bands } from './situation.js';
import { DEFAULT_BANDS } from './situation.js';
import type { RatedSeverity } from './values.js';

const mean = (levels: object) => {
  const values = Object.values(levels).map(Number);
  return Math.round(values.reduce((sum, level) => sum + level, 0) / values.length);
};
const highest = (levels: object) => Math.max(...Object.values(levels).map(Number));
const inBand = (bands: Bands, score: number): RatedSeverity =>
  (['IV', 'III', 'II', 'I'] as const).find((severity) => score <= bands[severity]) ?? 'I';

const kinds = fc.constantFrom('rumour', 'hot-topic', 'complaint', 'emergency');
const categories = fc.constantFrom('water', 'schooling', 'roads', 'other');

it('the scores lead, by the matrix, to the severity that goes with them', () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), kinds, categories, (seed, key, kind, category) => {
      const scores = scoresFor(diceOf(seed, key), DEFAULT_BANDS, { kind, category, gravity: null });
      const { likelihood, consequence, severity } = scores;
      expect(inBand(DEFAULT_BANDS, mean(likelihood) * highest(consequence))).toBe(severity);
      for (const level of Object.values({ ...likelihood, ...consequence }).map(Number))
        expect(level >= 1 && level <= 5 && Number.isInteger(level)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
