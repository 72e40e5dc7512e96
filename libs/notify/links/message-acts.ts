import type { Tx } from '#platform';

/** An escalation, as somebody who is asked to acknowledge it needs to know it. */
export interface DescribedEscalation {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly clock: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** The last step taken; 0 before the first. */
  readonly step: number;
  readonly startedAt: number;
  /** Whether it still waits for somebody. */
  readonly isOpen: boolean;
}

/** What a message can be about and lead to. Notify knows no ladder; whoever keeps them answers. */
export abstract class MessageActs {
  /** Of these escalations those that nobody has taken, and whether that can still be done from a message. */
  abstract untaken(tx: Tx, escalationIds: readonly string[]): Promise<ReadonlyMap<string, boolean>>;

  /** Null when there is none of this id. */
  abstract describe(tx: Tx, escalationId: string): Promise<DescribedEscalation | null>;

  /** Acknowledges in this person's name, in the caller's transaction. Throws a problem when that cannot be. */
  abstract acknowledge(tx: Tx, escalationId: string, userId: string, now: number): Promise<void>;
}
