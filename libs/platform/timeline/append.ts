import type { Tx } from '../database/tx.js';
import { sql } from '../database/tx.js';
import { NO_HEAD, bind } from './entry.js';
import type { Head, NewEntry, TimelineEntry } from './entry.js';

/**
 * Locks subjects by their heads, in the order of their ids so that two lockers cannot wait for each other.
 * `skipLocked` leaves out those that somebody else is working on: for sweeps.
 */
export async function lockHeads(
  tx: Tx,
  subjectIds: readonly string[],
  mode: 'wait' | 'skipLocked' = 'wait',
): Promise<Map<string, Head>> {
  const rows = await sql<{ subject_id: string; seq: number; hash: string }>(
    tx,
    `SELECT subject_id, seq, hash FROM timeline_heads WHERE subject_id = ANY($1)
     ORDER BY subject_id FOR UPDATE ${mode === 'skipLocked' ? 'SKIP LOCKED' : ''}`,
    [subjectIds],
  );
  return new Map(rows.map((row) => [row.subject_id, { seq: row.seq, hash: row.hash }]));
}

/**
 * Appends entries to subjects whose heads the caller has locked (a subject that is not in `heads` is new), in
 * one statement. Answers the entries in their places.
 */
export async function appendToTimeline(
  tx: Tx,
  entries: readonly NewEntry[],
  heads: ReadonlyMap<string, Head>,
): Promise<TimelineEntry[]> {
  if (entries.length === 0) return [];
  const ends = new Map(heads);
  const placed = entries.map((entry) => {
    const bound = bind(entry, ends.get(entry.subjectId) ?? NO_HEAD);
    ends.set(entry.subjectId, bound);
    return bound;
  });
  await insert(tx, placed);
  return placed;
}

async function insert(tx: Tx, entries: readonly TimelineEntry[]): Promise<void> {
  await sql(
    tx,
    `WITH added AS (
       INSERT INTO timeline (subject_id, seq, subject_type, at, actor_kind, actor_id, type, data, prev_hash, hash)
       SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[], $5::text[], $6::uuid[],
                            $7::text[], $8::jsonb[], $9::text[], $10::text[])
       RETURNING subject_id, subject_type, seq, hash
     ), ends AS (
       SELECT DISTINCT ON (subject_id) subject_id, subject_type, seq, hash FROM added ORDER BY subject_id, seq DESC
     )
     INSERT INTO timeline_heads (subject_id, subject_type, seq, hash)
     SELECT subject_id, subject_type, seq, hash FROM ends
     ON CONFLICT (subject_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
    [
      entries.map((entry) => entry.subjectId),
      entries.map((entry) => entry.seq),
      entries.map((entry) => entry.subjectType),
      entries.map((entry) => new Date(entry.at)),
      entries.map((entry) => entry.actor.kind),
      entries.map((entry) => entry.actor.id),
      entries.map((entry) => entry.type),
      entries.map((entry) => JSON.stringify(entry.data)),
      entries.map((entry) => entry.prevHash),
      entries.map((entry) => entry.hash),
    ],
  );
}
