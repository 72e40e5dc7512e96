import type { Tx } from '../database/tx.js';
import { sql } from '../database/tx.js';
import type { TimelineEntry } from './entry.js';

export interface TimelineRow {
  readonly subject_id: string;
  readonly seq: number;
  readonly subject_type: string;
  readonly at: Date;
  readonly actor_kind: 'user' | 'system';
  readonly actor_id: string | null;
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly prev_hash: string;
  readonly hash: string;
}

export const toEntry = (row: TimelineRow): TimelineEntry => ({
  subjectId: row.subject_id,
  subjectType: row.subject_type,
  seq: row.seq,
  at: row.at.getTime(),
  actor: { kind: row.actor_kind, id: row.actor_id },
  type: row.type,
  data: row.data,
  prevHash: row.prev_hash,
  hash: row.hash,
});

/** The whole timeline of one subject, oldest first. */
export async function readTimeline(tx: Tx, subjectId: string): Promise<TimelineEntry[]> {
  const rows = await sql<TimelineRow>(
    tx,
    'SELECT * FROM timeline WHERE subject_id = $1 ORDER BY seq',
    [subjectId],
  );
  return rows.map(toEntry);
}
