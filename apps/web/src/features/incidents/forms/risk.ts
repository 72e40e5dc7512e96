import type { Factor, RatedSeverity, RiskMatrix } from '../../../api/risk-types';

export const LIKELIHOOD = ['spread', 'believability', 'timing'] as const;
export const CONSEQUENCE = ['safety', 'livelihood', 'disruption', 'trust'] as const;
export const LEVELS = [1, 2, 3, 4, 5] as const;

export type Scores = Readonly<Partial<Record<Factor, number>>>;

export interface Risk {
  readonly likelihood: number;
  readonly consequence: number;
  readonly score: number;
  readonly severity: RatedSeverity;
  /** The factor that decides the consequence. */
  readonly worst: (typeof CONSEQUENCE)[number];
}

const FROM_HIGH = ['I', 'II', 'III', 'IV'] as const;

/** Which severity a score suggests: the highest band that it reaches. */
export function severityOf(score: number, bands: RiskMatrix['bands']): RatedSeverity {
  return FROM_HIGH.find((severity) => score >= bands[severity].from) ?? 'IV';
}

/**
 * What the matrix suggests, as the server will compute it (domain.md, "Risk matrix"): the rounded mean of the
 * likelihoods times the highest consequence. Null until every factor has a level.
 */
export function riskOf(scores: Scores, bands: RiskMatrix['bands']): Risk | null {
  const likely = LIKELIHOOD.flatMap((factor) => scores[factor] ?? []);
  const severe = CONSEQUENCE.flatMap((factor) => scores[factor] ?? []);
  if (likely.length < LIKELIHOOD.length || severe.length < CONSEQUENCE.length) return null;
  const likelihood = Math.round(likely.reduce((sum, level) => sum + level, 0) / likely.length);
  const consequence = Math.max(...severe);
  const score = likelihood * consequence;
  const worst = CONSEQUENCE.find((factor) => scores[factor] === consequence) ?? 'safety';
  return { likelihood, consequence, score, severity: severityOf(score, bands), worst };
}
