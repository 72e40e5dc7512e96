import { sql } from '#platform';
import type { Tx } from '#platform';

/** Somebody who was told by a step of a ladder. */
export interface Delivery {
  readonly escalationId: string;
  readonly userId: string;
  readonly channel: string;
  readonly at: Date;
  readonly delivery: string;
  /** Why it did not arrive, or not yet; null when it did, or nothing is known. */
  readonly reason: string | null;
}

/** A ladder that repeats through a large unit tells hundreds of people; a page shows the latest of them. */
const SHOWN_PER_ESCALATION = 100;

/** Who was told by each of these ladders, on whatever channel, oldest first: in one query for a whole page. */
export async function deliveriesOf(
  tx: Tx,
  escalationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Delivery[]>> {
  const found = new Map<string, Delivery[]>(escalationIds.map((id) => [id, []]));
  if (escalationIds.length === 0) return found;
  const newest = `ORDER BY created_at DESC, id DESC LIMIT ${String(SHOWN_PER_ESCALATION)}`;
  const rows = await sql<Delivery>(
    tx,
    `SELECT told.* FROM unnest($1::uuid[]) AS escalation (id) CROSS JOIN LATERAL (
       SELECT * FROM (
         (SELECT id, escalation_id AS "escalationId", user_id AS "userId", channel, created_at AS at, delivery,
            NULL AS reason, created_at
          FROM notifications WHERE escalation_id = escalation.id ${newest})
         UNION ALL
         (SELECT id, escalation_id, user_id, channel, created_at, state, reason, created_at
          FROM deliveries WHERE escalation_id = escalation.id ${newest})
       ) each ${newest}
     ) told ORDER BY told.at, told.id`,
    [escalationIds],
  );
  for (const row of rows) found.get(row.escalationId)?.push(row);
  return found;
}
