export { categoriesSchema, categoryProblems } from './categories.js';
export type { CategoriesFile, Category, Mistake } from './categories.js';
export { riskMatrixProblems, riskMatrixSchema, riskScore } from './risk-matrix.js';
export type {
  Consequence,
  Likelihood,
  RatedSeverity,
  RiskMatrix,
  RiskScore,
} from './risk-matrix.js';
export { FACTORS, curveStep, factorsSeen, standingsOf } from './judgement-record.js';
export type {
  CurvePart,
  FactorName,
  JudgementRecord,
  JudgingEntry,
  Levels,
  ResponsibleUnit,
  SimilarIncident,
} from './judgement-record.js';
export { involvedIn } from './involved.js';
export { hasOpenFor, nextDueAfter, reportDueAfter } from './plan.js';
export { disposalProblems } from './disposals.js';
export {
  RETAINED_STATES,
  closedBy,
  goesAt,
  retentionProblems,
  retentionSchema,
} from './retention.js';
export type { RetainedState, RetentionPolicy } from './retention.js';
