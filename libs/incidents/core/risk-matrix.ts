import { z } from 'zod';
import type { Mistake } from './categories.js';

/** Likelihood and consequence are scored from 1 to 5; their product is at most 25. */
const HIGHEST_LEVEL = 5;
const HIGHEST_SCORE = HIGHEST_LEVEL * HIGHEST_LEVEL;

const wordsSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** What a level means, in words that fit a button and with an example that anybody can picture. */
const words = z.string().min(1).max(80);
const levelSchema = z.strictObject({
  zh: words,
  en: words,
  example: z.strictObject({ zh: words, en: words }),
});

/** A factor, and what its levels 1 to 5 mean. */
const factorSchema = z.strictObject({
  title: wordsSchema,
  levels: z.tuple([levelSchema, levelSchema, levelSchema, levelSchema, levelSchema]),
});

const scoreSchema = z.int().min(1).max(HIGHEST_SCORE);
const bandSchema = z.strictObject({ from: scoreSchema, to: scoreSchema });

/** risk-matrix.yaml */
export const riskMatrixSchema = z.strictObject({
  likelihood: z.strictObject({
    spread: factorSchema,
    believability: factorSchema,
    timing: factorSchema,
  }),
  consequence: z.strictObject({
    safety: factorSchema,
    livelihood: factorSchema,
    disruption: factorSchema,
    trust: factorSchema,
  }),
  bands: z.strictObject({ IV: bandSchema, III: bandSchema, II: bandSchema, I: bandSchema }),
});

export type RiskMatrix = z.infer<typeof riskMatrixSchema>;
export type RatedSeverity = keyof RiskMatrix['bands'];
/** Levels, 1 to 5. */
export type Likelihood = Readonly<Record<keyof RiskMatrix['likelihood'], number>>;
export type Consequence = Readonly<Record<keyof RiskMatrix['consequence'], number>>;

export interface RiskScore {
  readonly likelihood: number;
  readonly consequence: number;
  readonly score: number;
  readonly severity: RatedSeverity;
}

const LOWEST_FIRST = ['IV', 'III', 'II', 'I'] as const satisfies readonly RatedSeverity[];

/**
 * The suggestion of the matrix. Likelihood is the mean of its factors, rounded to the nearest level (the mean of
 * three whole numbers is never a half). Consequence is the highest of its factors, since a harm is not made
 * smaller by the absence of others.
 */
export function riskScore(
  likelihood: Likelihood,
  consequence: Consequence,
  { bands }: Pick<RiskMatrix, 'bands'>,
): RiskScore {
  const likely = roundedMean([likelihood.spread, likelihood.believability, likelihood.timing]);
  const { safety, livelihood, disruption, trust } = consequence;
  const severe = Math.max(safety, livelihood, disruption, trust);
  const score = likely * severe;
  return { likelihood: likely, consequence: severe, score, severity: severityOf(score, bands) };
}

const roundedMean = (levels: readonly number[]): number =>
  Math.round(levels.reduce((sum, level) => sum + level, 0) / levels.length);

/** The highest band whose beginning the score reaches. */
const severityOf = (score: number, bands: RiskMatrix['bands']): RatedSeverity =>
  LOWEST_FIRST.findLast((severity) => score >= bands[severity].from) ?? 'IV';

/** The bands, from IV to I, cover 1 to 25 without gaps and overlaps; otherwise this says where they do not. */
export function riskMatrixProblems({ bands }: Pick<RiskMatrix, 'bands'>): Mistake[] {
  const wrong = LOWEST_FIRST.flatMap((severity, index): Mistake[] => {
    const below = LOWEST_FIRST[index - 1];
    const start = below === undefined ? 1 : bands[below].to + 1;
    const { from, to } = bands[severity];
    if (from !== start)
      return [
        mistake(severity, 'from', `begins at ${String(from)} and should at ${String(start)}`),
      ];
    return to < from ? [mistake(severity, 'to', 'ends before it begins')] : [];
  });
  const short =
    bands.I.to === HIGHEST_SCORE
      ? []
      : [mistake('I', 'to', `ends at ${String(bands.I.to)} and should at 25`)];
  return [...wrong, ...short];
}

const mistake = (severity: RatedSeverity, edge: 'from' | 'to', message: string): Mistake => ({
  path: ['bands', severity, edge],
  message,
});
