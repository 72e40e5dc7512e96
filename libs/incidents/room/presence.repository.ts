import { sql } from '#platform';
import type { Tx } from '#platform';

/** A page gives a sign of life every 20 s; one that has missed two of them is gone. */
const GONE_AFTER_MS = 45_000;
/** Nothing is kept longer than this. */
const KEPT_MS = 120_000;

interface Visit {
  readonly incidentId: string;
  readonly userId: string;
}

/** A sign of life. Answers whether somebody has just come, so that the others are told once, not each time. */
export async function beat(tx: Tx, { incidentId, userId }: Visit, now: number): Promise<boolean> {
  await forgetPresence(tx, now);
  const [row] = await sql<{ was: Date | null }>(
    tx,
    `WITH before AS (SELECT seen_at FROM incident_presence WHERE incident_id = $1 AND user_id = $2)
     INSERT INTO incident_presence (incident_id, user_id, seen_at) VALUES ($1, $2, $3)
     ON CONFLICT (incident_id, user_id) DO UPDATE SET seen_at = excluded.seen_at
     RETURNING (SELECT seen_at FROM before) AS was`,
    [incidentId, userId, new Date(now)],
  );
  const was = row?.was ?? null;
  return was === null || was.getTime() <= now - GONE_AFTER_MS;
}

/** Answers whether they had been there. */
export async function leave(tx: Tx, { incidentId, userId }: Visit): Promise<boolean> {
  const rows = await sql(
    tx,
    `WITH gone AS (DELETE FROM incident_presence WHERE incident_id = $1 AND user_id = $2 RETURNING 1)
     SELECT 1 FROM gone`,
    [incidentId, userId],
  );
  return rows.length > 0;
}

/** Who is looking, in the order of their names. */
export function presentAt(
  tx: Tx,
  incidentId: string,
  now: number,
): Promise<{ id: string; name: string }[]> {
  return sql(
    tx,
    `SELECT u.id, u.name FROM incident_presence p JOIN users u ON u.id = p.user_id
     WHERE p.incident_id = $1 AND p.seen_at > $2 AND u.disabled_at IS NULL ORDER BY u.name, u.id`,
    [incidentId, new Date(now - GONE_AFTER_MS)],
  );
}

export async function forgetPresence(tx: Tx, now: number): Promise<void> {
  await sql(tx, 'DELETE FROM incident_presence WHERE seen_at <= $1', [new Date(now - KEPT_MS)]);
}
