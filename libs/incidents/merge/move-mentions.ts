import { sql } from '#platform';
import type { Tx } from '#platform';
import { recountReach } from '../mentions.js';

/** Gives all mentions of one incident to another; each remembers the way it went. */
export async function moveMentions(tx: Tx, sourceId: string, targetId: string): Promise<void> {
  await sql(
    tx,
    `UPDATE mentions SET incident_id = $2, merge_path = merge_path || $1::uuid WHERE incident_id = $1`,
    [sourceId, targetId],
  );
  await recountReach(tx, [sourceId, targetId]);
}

/** The incidents that now hold mentions which came from `sourceId`. */
export async function holdersOf(tx: Tx, sourceId: string): Promise<string[]> {
  const rows = await sql<{ incident_id: string }>(
    tx,
    'SELECT DISTINCT incident_id FROM mentions WHERE merge_path @> ARRAY[$1::uuid]',
    [sourceId],
  );
  return rows.map((row) => row.incident_id);
}

/**
 * Gives back what came from `sourceId`, wherever later merges took it, and cuts the way it went from there on.
 * Answers the incidents that lose mentions by it.
 */
export async function giveMentionsBack(tx: Tx, sourceId: string): Promise<string[]> {
  const holders = await holdersOf(tx, sourceId);
  await sql(
    tx,
    `UPDATE mentions SET incident_id = $1, merge_path = merge_path[: array_position(merge_path, $1::uuid) - 1]
     WHERE merge_path @> ARRAY[$1::uuid]`,
    [sourceId],
  );
  await recountReach(tx, [sourceId, ...holders]);
  return holders;
}
