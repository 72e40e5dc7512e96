/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

/** What reading a text gives: the value, or the reason why it has none. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Something in a configuration file that has the right shape and makes no sense, and where it stands. */
export interface PolicyProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}
