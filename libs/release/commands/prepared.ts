import type { Tx } from '#platform';
import type { Accepted, Actor, Facts, Loaded, Reason } from '#workflow';

/** A command as it was typed, on the release as it is. */
export interface Given {
  readonly tx: Tx;
  readonly loaded: Loaded;
  readonly actor: Actor;
  /** The parameters that were typed, cleaned. */
  readonly typed: Facts;
  /** How many pieces of each kind the redactor took out of the title and the text. */
  readonly redacted: Readonly<Record<string, number>>;
  readonly now: number;
}

/** What the program adds to a command, and what it writes once the rules have accepted it. */
export interface Prepared {
  readonly params: Facts;
  /** What is wrong besides what the rules of the workflow can see. */
  readonly reasons?: readonly Reason[];
  readonly write?: (decision: Accepted) => Promise<void>;
  /** The title that lists show from now on. */
  readonly title?: string;
}

export const NOTHING: Prepared = { params: {} };

export const reason = (code: string, path: string | null, zh: string, en: string): Reason => ({
  code,
  message: { zh, en },
  ...(path !== null && { path }),
});
