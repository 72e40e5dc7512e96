import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Check } from '../core/index.js';

export interface Tick {
  readonly check: Check;
  readonly at: number;
}

/** What somebody has ticked on a version so far. */
export async function ticksOf(
  tx: Tx,
  releaseId: string,
  version: number,
  userId: string,
): Promise<Tick[]> {
  const rows = await sql<{ check: Check; at: Date }>(
    tx,
    `SELECT check_name AS "check", ticked_at AS at FROM release_ticks
     WHERE release_id = $1 AND version = $2 AND user_id = $3 ORDER BY ticked_at, check_name`,
    [releaseId, version, userId],
  );
  return rows.map(({ check, at }) => ({ check, at: at.getTime() }));
}

export async function saveTick(
  tx: Tx,
  place: { readonly releaseId: string; readonly version: number; readonly userId: string },
  check: Check,
  ticked: boolean,
  now: number,
): Promise<void> {
  const key = [place.releaseId, place.version, place.userId, check];
  if (ticked)
    await sql(
      tx,
      `INSERT INTO release_ticks (release_id, version, user_id, check_name, ticked_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [...key, new Date(now)],
    );
  else
    await sql(
      tx,
      'DELETE FROM release_ticks WHERE release_id = $1 AND version = $2 AND user_id = $3 AND check_name = $4',
      key,
    );
}

export interface Seen {
  readonly version: number;
  readonly userId: string;
  readonly at: Date;
}

export const seenOf = (tx: Tx, releaseId: string): Promise<Seen[]> =>
  sql<Seen>(
    tx,
    `SELECT version, user_id AS "userId", seen_at AS at FROM release_seen WHERE release_id = $1
     ORDER BY seen_at DESC, user_id LIMIT 500`,
    [releaseId],
  );

/** Answers whether it was the first time. */
export async function saveSeen(
  tx: Tx,
  place: { readonly releaseId: string; readonly version: number; readonly userId: string },
  now: number,
): Promise<boolean> {
  const rows = await sql(
    tx,
    `INSERT INTO release_seen (release_id, version, user_id, seen_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING version`,
    [place.releaseId, place.version, place.userId, new Date(now)],
  );
  return rows.length > 0;
}
