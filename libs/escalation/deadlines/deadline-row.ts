import type { Instant } from '../core/index.js';

/** A deadline as it is stored; instants are epoch milliseconds. */
export interface DeadlineRow {
  readonly id: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly clock: string;
  readonly grade: string;
  readonly state: 'running' | 'paused' | 'dormant' | 'stopped';
  readonly startedAt: Instant;
  readonly dueAt: Instant | null;
  /** When the present due time was set. A regrade may set one that is past already. */
  readonly dueSetAt: Instant;
  readonly warnAt: Instant | null;
  readonly warnedAt: Instant | null;
  readonly breachedAt: Instant | null;
  readonly pausedAt: Instant | null;
  readonly pausedMs: number;
  readonly pausedWorkMs: number;
  readonly resumeBy: Instant | null;
  readonly stoppedAt: Instant | null;
  readonly stoppedBy: string | null;
}

export interface NextFiring {
  readonly at: Instant;
  readonly kind: 'warn' | 'breach' | 'resume';
}

/** What is next to be done about a deadline, and when; null when nothing is. */
export function nextFiring(row: DeadlineRow): NextFiring | null {
  switch (row.state) {
    case 'dormant':
    case 'stopped':
      return null;
    case 'paused':
      return row.resumeBy === null ? null : { at: row.resumeBy, kind: 'resume' };
    case 'running': {
      if (row.dueAt === null || row.breachedAt !== null) return null;
      const warns = row.warnAt !== null && row.warnedAt === null && row.warnAt < row.dueAt;
      return warns ? { at: row.warnAt, kind: 'warn' } : { at: row.dueAt, kind: 'breach' };
    }
  }
}
