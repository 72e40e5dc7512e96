import type { Category, RetentionPolicy, RiskMatrix } from './core/index.js';

/** The parts of `config/` that incidents go by. */
export class IncidentConfig {
  constructor(
    readonly timeZone: string,
    readonly categories: readonly Category[],
    readonly matrix: RiskMatrix,
    readonly retention: RetentionPolicy,
  ) {}
}
