import { sql } from '#platform';
import type { Tx } from '#platform';

/** A mention that waits in the inbox. */
export interface WaitingMention {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly seenCount: number;
}

const COLUMNS = `m.id, m.text, coalesce(m.outlet, s.name) AS source, m.seen_count AS "seenCount"
  FROM inbox_mentions m JOIN sources s ON s.id = m.source_id`;
/** Of one gram, at most so many mentions: what is said by thousands is found by any of its grams. */
const MOST_PER_GRAM = 400;

export async function findMention(tx: Tx, id: string): Promise<WaitingMention | null> {
  const [row] = await sql<WaitingMention>(tx, `SELECT ${COLUMNS} WHERE m.id = $1`, [id]);
  return row ?? null;
}

/** The mentions in the inbox that share the most of these grams (`searchGrams`). */
export const mentionsSharing = (
  tx: Tx,
  grams: readonly number[],
  { except, limit }: { readonly except: string; readonly limit: number },
): Promise<WaitingMention[]> =>
  sql<WaitingMention>(
    tx,
    `WITH best AS (
       SELECT hit.id, count(*) AS shared FROM unnest($1::integer[]) AS asked(gram)
       CROSS JOIN LATERAL (
         SELECT id FROM inbox_mentions WHERE grams @> ARRAY[asked.gram] AND state = 'inbox' AND id <> $2
         LIMIT ${String(MOST_PER_GRAM)}
       ) hit
       GROUP BY hit.id ORDER BY shared DESC, hit.id LIMIT $3
     )
     SELECT ${COLUMNS} JOIN best ON best.id = m.id ORDER BY best.shared DESC, m.id`,
    [grams, except, limit],
  );
