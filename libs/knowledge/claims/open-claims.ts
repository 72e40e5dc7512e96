import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Claim } from './claim.repository.js';

/** How many claims are open; counting stops after `most`. */
export async function countOpenClaims(tx: Tx, most: number): Promise<number> {
  const [row] = await sql<{ n: number }>(
    tx,
    'SELECT count(*)::int AS n FROM (SELECT FROM claims WHERE open LIMIT $1) AS counted',
    [most + 1],
  );
  return row?.n ?? 0;
}

/** Open claims in the order of their keys. */
export const openClaimsAfter = (tx: Tx, after: Claim | null, limit: number): Promise<Claim[]> =>
  sql<Claim>(
    tx,
    `SELECT target, target_id AS id, text, place FROM claims
     WHERE open AND ($1::text IS NULL OR (target, target_id) > ($1, $2::uuid))
     ORDER BY target, target_id LIMIT $3`,
    [after?.target ?? null, after?.id ?? null, limit],
  );
