/** Something that a register does not take, at its field. */
export interface RecordProblem {
  /** Dotted: `actions.0.title`. */
  readonly path: string;
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
}
