import { sql } from '#platform';
import type { Tx } from '#platform';

export const CALL_WINDOW_MS = 60_000;

/** Counts a call to this source, and answers how many came since when. */
export async function countCall(
  tx: Tx,
  sourceId: string,
  now: number,
): Promise<{ calls: number; since: number }> {
  const [row] = await sql<{ calls: number; calls_since: Date }>(
    tx,
    `INSERT INTO source_readings AS r (source_id, calls_since, calls) VALUES ($1, $2, 1)
     ON CONFLICT (source_id) DO UPDATE SET calls = CASE WHEN r.calls_since > $3 THEN r.calls + 1 ELSE 1 END,
       calls_since = CASE WHEN r.calls_since > $3 THEN r.calls_since ELSE $2 END
     RETURNING calls, calls_since`,
    [sourceId, new Date(now), new Date(now - CALL_WINDOW_MS)],
  );
  return { calls: row?.calls ?? 1, since: row?.calls_since.getTime() ?? now };
}

/** What came by a call. */
export async function noteCall(
  tx: Tx,
  sourceId: string,
  { takenIn, leftOut }: { readonly takenIn: number; readonly leftOut: number },
  now: number,
): Promise<void> {
  await sql(
    tx,
    `UPDATE source_readings SET taken_in = taken_in + $2, left_out = left_out + $3, last_read_at = $4, last_good_at = $4
     WHERE source_id = $1`,
    [sourceId, takenIn, leftOut, new Date(now)],
  );
}
