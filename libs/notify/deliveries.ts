import { sql } from '#platform';
import type { Tx } from '#platform';

/** Somebody who was told by a step of a ladder. */
export interface Delivery {
  readonly escalationId: string;
  readonly userId: string;
  readonly channel: string;
  readonly at: Date;
  readonly delivery: string;
}

/** A ladder that repeats through a large unit tells hundreds of people; a page shows the latest of them. */
const SHOWN_PER_ESCALATION = 100;

/** Who was told by each of these ladders, oldest first: in one query for a whole page. */
export async function deliveriesOf(
  tx: Tx,
  escalationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Delivery[]>> {
  const found = new Map<string, Delivery[]>(escalationIds.map((id) => [id, []]));
  if (escalationIds.length === 0) return found;
  const rows = await sql<Delivery>(
    tx,
    `SELECT told.* FROM unnest($1::uuid[]) AS escalation (id) CROSS JOIN LATERAL (
       SELECT id, escalation_id AS "escalationId", user_id AS "userId", channel, created_at AS at, delivery
       FROM notifications WHERE escalation_id = escalation.id
       ORDER BY created_at DESC, id DESC LIMIT ${String(SHOWN_PER_ESCALATION)}
     ) told ORDER BY told.at, told.id`,
    [escalationIds],
  );
  for (const row of rows) found.get(row.escalationId)?.push(row);
  return found;
}
