/**
 * Counts a quarter again, from the timeline alone: what the lists, the clocks and the public pages say must come
 * out of it. Shares no code with the product, so that a mistake is not made twice.
 */

/** A row of `timeline`. */
export interface Entry {
  readonly subject_id: string;
  readonly subject_type: string;
  readonly at: Date;
  readonly type: string;
  readonly data: {
    readonly to?: string | null;
    readonly params?: Readonly<Record<string, unknown>>;
    readonly set?: Readonly<Record<string, unknown>>;
    readonly clock?: string;
  };
}

type Counts = Readonly<Record<string, number>>;

export interface Recount {
  readonly logged: number;
  readonly states: Counts;
  readonly severities: Counts;
  readonly verdicts: Counts;
  readonly kinds: Counts;
  /** Answers that went out, and those that are still out. */
  readonly published: number;
  /** Late by clock. */
  readonly late: Counts;
  readonly firstResponses: FirstResponses;
}

/** How the clocks of first responses ended, each term counted once. */
interface FirstResponses {
  readonly met: number;
  readonly lifted: number;
}

const tally = (values: readonly string[]): Counts =>
  Object.fromEntries(
    [...Map.groupBy(values, (value) => value)]
      .map(([value, all]) => [value, all.length] as const)
      .sort(([a], [b]) => a.localeCompare(b)),
  );
