/** 风险点: where something may come up, how likely it is, and how bad it would be. */
export interface RiskPoint {
  readonly title: string;
  readonly unitId: string | null;
  readonly place: string | null;
  /** The code of a category in `config/categories.yaml`. */
  readonly category: string | null;
  /** 1 to 5, as in the judgement. */
  readonly likelihood: number;
  readonly consequence: number;
  readonly note: string | null;
}
