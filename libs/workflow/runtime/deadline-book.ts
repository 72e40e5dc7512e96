import type { Tx } from '#platform';
import type { DeadlineChange, Facts, LiveClock } from '../core/index.js';

/** Deadline changes of one subject, for the lib that keeps deadlines. */
export interface DeadlineOrder {
  readonly subjectId: string;
  readonly subjectType: string;
  /** Selects the due times; null when the workflow has no grade. */
  readonly grade: string | null;
  readonly changes: readonly DeadlineChange[];
  /** The state that the event left; null at the creation. */
  readonly from: string | null;
  /** Who took it, when that is what happened; the ladders that climb for it stop with that. */
  readonly acknowledgedBy: string | null;
  /** What the command carried: a clock may take its due time from there (`due: { from: until }`). */
  readonly params: Facts;
  readonly now: number;
}

/** What the engine needs of the deadlines. The escalation library implements it; the engine knows no ladder. */
export abstract class DeadlineBook {
  abstract liveClocks(tx: Tx, subjectId: string): Promise<LiveClock[]>;
  abstract apply(tx: Tx, order: DeadlineOrder): Promise<void>;
}
