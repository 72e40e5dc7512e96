import type { Words } from './types';

export type Factor =
  'spread' | 'believability' | 'timing' | 'safety' | 'livelihood' | 'disruption' | 'trust';
export type RatedSeverity = 'I' | 'II' | 'III' | 'IV';

/** What a factor is called, and what its levels 1 to 5 mean. */
export interface FactorScale {
  readonly title: Words;
  readonly levels: readonly (Words & { readonly example: Words })[];
}

/** config/risk-matrix.yaml, as GET /meta tells it. */
export interface RiskMatrix {
  readonly likelihood: Readonly<Record<'spread' | 'believability' | 'timing', FactorScale>>;
  readonly consequence: Readonly<
    Record<'safety' | 'livelihood' | 'disruption' | 'trust', FactorScale>
  >;
  readonly bands: Readonly<Record<RatedSeverity, { readonly from: number; readonly to: number }>>;
}
