import { sql } from '#platform';
import type { Tx } from '#platform';
import { FAILURES_KEPT_MS } from '../core/sign-in-wait.js';
import type { Failures } from '../core/sign-in-wait.js';

interface FailureRow {
  readonly failures: number;
  readonly last_at: Date;
}

/** The failed sign-ins under a (hashed) user name. */
export async function readFailures(tx: Tx, key: string): Promise<Failures> {
  const [row] = await sql<FailureRow>(
    tx,
    'SELECT failures, last_at FROM sign_in_failures WHERE key_hash = $1',
    [key],
  );
  return row === undefined
    ? { count: 0, lastAt: 0 }
    : { count: row.failures, lastAt: row.last_at.getTime() };
}

/** Counts one more, and answers how many there are now. Forgets what is too old on the way. */
export async function countFailure(tx: Tx, key: string, now: number): Promise<number> {
  await sql(tx, 'DELETE FROM sign_in_failures WHERE last_at <= $1', [
    new Date(now - FAILURES_KEPT_MS),
  ]);
  const [row] = await sql<FailureRow>(
    tx,
    `INSERT INTO sign_in_failures (key_hash, failures, last_at) VALUES ($1, 1, $2)
     ON CONFLICT (key_hash) DO UPDATE
       SET failures = sign_in_failures.failures + 1, last_at = excluded.last_at
     RETURNING failures, last_at`,
    [key, new Date(now)],
  );
  return row?.failures ?? 1;
}

export async function forgetFailures(tx: Tx, key: string): Promise<void> {
  await sql(tx, 'DELETE FROM sign_in_failures WHERE key_hash = $1', [key]);
}
