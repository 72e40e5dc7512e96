import type { Instant, LadderPolicy, LadderPosition, NextStep } from '../core/index.js';

/** A ladder that climbs, or has climbed, for one deadline. Instants are epoch milliseconds. */
export interface EscalationRow {
  readonly id: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly clock: string;
  readonly deadlineId: string;
  readonly ladder: string;
  /** The ladder as it stood when this one started. */
  readonly policy: LadderPolicy;
  readonly state: 'active' | 'acknowledged' | 'stopped' | 'exhausted';
  /** The last step taken; null before the first one. */
  readonly taken: LadderPosition | null;
  readonly stepsTaken: number;
  readonly next: NextStep | null;
  readonly startedAt: Instant;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: Instant | null;
  /** When the acknowledgement lapses, should the matter still be undone. */
  readonly lapsesAt: Instant | null;
  /** Set when nothing more can come of it: the matter is done, or the ladder is exhausted. */
  readonly endedAt: Instant | null;
  /** False while its deadline is paused. */
  readonly moving: boolean;
}

/** When something is to be done about the ladder; null when nothing is. */
export function firesAt(row: EscalationRow): Instant | null {
  if (!row.moving || row.endedAt !== null) return null;
  switch (row.state) {
    case 'active':
      return row.next?.at ?? null;
    case 'acknowledged':
      return row.lapsesAt;
    case 'stopped':
    case 'exhausted':
      return null;
  }
}
