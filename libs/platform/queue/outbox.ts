import { newId } from '../core/ids.js';
import type { Tx } from '../database/tx.js';
import { sql } from '../database/tx.js';
import type { JobDefinition } from './job.js';

export interface OutboxJob {
  readonly name: string;
  readonly payload: unknown;
}

/** Pairs a job with its payload, so that a wrong shape is a compile error where the job is written. */
export const jobOf = <Payload>(
  job: JobDefinition<string, Payload>,
  payload: Payload,
): OutboxJob => ({
  name: job.name,
  payload,
});

/** Writes jobs in the caller's transaction. They go to the queue only if it commits, and surely if it does. */
export async function addToOutbox(tx: Tx, jobs: readonly OutboxJob[], now: number): Promise<void> {
  if (jobs.length === 0) return;
  await sql(
    tx,
    `INSERT INTO outbox (id, queue, name, payload, created_at)
     SELECT id, 'messages', name, payload, $4 FROM unnest($1::uuid[], $2::text[], $3::jsonb[]) AS job (id, name, payload)`,
    [
      jobs.map(() => newId()),
      jobs.map((job) => job.name),
      jobs.map((job) => JSON.stringify(job.payload)),
      new Date(now),
    ],
  );
}

export interface WaitingJob {
  readonly id: string;
  readonly name: string;
}

/** After this long without having been done, a job is given to the queue again: the queue may have lost it. */
const REDISPATCH_AFTER_MS = 30_000;
/** A job that failed this often waits for a person (the engine page shows it). */
const MAX_DISPATCHES = 12;

/** Claims jobs for the queue. Bounded, and shared among relays by SKIP LOCKED. */
export async function claimWaiting(tx: Tx, now: number, limit: number): Promise<WaitingJob[]> {
  return sql<WaitingJob>(
    tx,
    `UPDATE outbox SET dispatched_at = $1, attempts = attempts + 1
     WHERE id IN (
       SELECT id FROM outbox
       WHERE done_at IS NULL AND attempts < ${String(MAX_DISPATCHES)} AND (dispatched_at IS NULL OR dispatched_at < $2)
       ORDER BY created_at LIMIT $3 FOR UPDATE SKIP LOCKED
     ) RETURNING id, name`,
    [new Date(now), new Date(now - REDISPATCH_AFTER_MS), limit],
  );
}

/** Takes back a claim whose jobs the queue did not accept: they were not tried, and need not wait. */
export async function giveBack(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql(
    tx,
    `UPDATE outbox SET dispatched_at = NULL, attempts = attempts - 1
     WHERE id = ANY($1) AND done_at IS NULL`,
    [ids],
  );
}

/** Locks a job that is still to be done; null when it was done already, or somebody is at it. */
export async function takeJob(tx: Tx, id: string): Promise<OutboxJob | null> {
  const [row] = await sql<OutboxJob>(
    tx,
    'SELECT name, payload FROM outbox WHERE id = $1 AND done_at IS NULL FOR UPDATE SKIP LOCKED',
    [id],
  );
  return row ?? null;
}

export async function markDone(tx: Tx, id: string, now: number): Promise<void> {
  await sql(tx, 'UPDATE outbox SET done_at = $2, last_error = NULL WHERE id = $1', [
    id,
    new Date(now),
  ]);
}

export async function markFailed(tx: Tx, id: string, error: string): Promise<void> {
  await sql(tx, 'UPDATE outbox SET last_error = $2 WHERE id = $1', [id, error.slice(0, 500)]);
}

/** Removes what was done long ago. Answers how many. */
export async function trimOutbox(tx: Tx, doneBefore: number): Promise<number> {
  const rows = await sql<{ id: string }>(tx, 'DELETE FROM outbox WHERE done_at < $1 RETURNING id', [
    new Date(doneBefore),
  ]);
  return rows.length;
}

export interface OutboxCounts {
  /** Still to be done. */
  readonly waiting: number;
  /** Tried so often that a person has to look at them. */
  readonly failed: number;
}

export async function countOutbox(tx: Tx): Promise<OutboxCounts> {
  const [row] = await sql<OutboxCounts>(
    tx,
    `SELECT count(*) FILTER (WHERE attempts < $1)::int AS waiting,
       count(*) FILTER (WHERE attempts >= $1)::int AS failed
     FROM outbox WHERE done_at IS NULL`,
    [MAX_DISPATCHES],
  );
  return row ?? { waiting: 0, failed: 0 };
}

/** When the oldest messages that are still to be done were written; null when there are none. */
export interface OldestMessages {
  /** Nobody has handed it to the queue yet. */
  readonly undispatched: number | null;
  /** The queue has it. */
  readonly dispatched: number | null;
}

/** Of those that have not been given up. */
export async function oldestMessages(tx: Tx): Promise<OldestMessages> {
  const [row] = await sql<{ undispatched: Date | null; dispatched: Date | null }>(
    tx,
    `SELECT min(created_at) FILTER (WHERE dispatched_at IS NULL) AS undispatched,
       min(created_at) FILTER (WHERE dispatched_at IS NOT NULL) AS dispatched
     FROM outbox WHERE done_at IS NULL AND attempts < $1`,
    [MAX_DISPATCHES],
  );
  return {
    undispatched: row?.undispatched?.getTime() ?? null,
    dispatched: row?.dispatched?.getTime() ?? null,
  };
}
