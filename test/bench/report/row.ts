/** One line of the table. Texts carry their units; `figures` are the same numbers for programs. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  /** The peer or the floor, measured in the same run; `–` when there is none. */
  readonly peer: string;
  readonly ratio: string;
  readonly goal: string;
  /** Null where no goal was set: the row informs only. */
  readonly met: boolean | null;
  /** How it was measured, and what to know before comparing. */
  readonly note: string;
  readonly figures: Readonly<Record<string, number>>;
}

export const NONE = '–';

/** A row that only informs, beside one that has a goal. */
export const informs = (row: Omit<Row, 'goal' | 'met'>): Row => ({
  ...row,
  goal: NONE,
  met: null,
});
