import { addToStream, sql } from '#platform';
import type { Tx } from '#platform';

/** What the words of a topic look most like, among open incidents and answered claims. */
export interface TopicMatch {
  readonly topicId: string;
  readonly target: 'incident' | 'clarification';
  readonly targetId: string;
  readonly claim: string;
  /** 0 to 1. */
  readonly score: number;
  readonly relation: 'same' | 'template';
  readonly strength: 'strong' | 'suggestion';
  readonly differences: readonly {
    readonly in: 'place' | 'number' | 'time';
    readonly here: readonly string[];
    readonly there: readonly string[];
  }[];
}

export interface WaitingTopic {
  readonly id: string;
  readonly title: string;
}

/** Topics that were not compared yet, the newest first, locked; those that somebody else has in hand are passed over. */
export const takeUnmatched = (tx: Tx, limit: number): Promise<WaitingTopic[]> =>
  sql<WaitingTopic>(
    tx,
    `SELECT id, title FROM topics WHERE matched_at IS NULL ORDER BY id DESC LIMIT $1
     FOR NO KEY UPDATE SKIP LOCKED`,
    [limit],
  );

/** Keeps what was found for these topics, and that nothing was found for the others. */
export async function keepMatches(
  tx: Tx,
  topics: readonly WaitingTopic[],
  matches: readonly TopicMatch[],
  now: number,
): Promise<void> {
  const ids = topics.map(({ id }) => id);
  await sql(tx, 'UPDATE topics SET matched_at = $2 WHERE id = ANY($1::uuid[])', [
    ids,
    new Date(now),
  ]);
  await sql(tx, 'DELETE FROM topic_matches WHERE topic_id = ANY($1::uuid[])', [ids]);
  if (matches.length === 0) return;
  await sql(
    tx,
    `INSERT INTO topic_matches (topic_id, target, target_id, claim, score, relation, strength, differences)
     SELECT "topicId", target, "targetId", claim, score, relation, strength, differences
     FROM jsonb_to_recordset($1::jsonb) AS m ("topicId" uuid, target text, "targetId" uuid, claim text, score real,
       relation text, strength text, differences jsonb)`,
    [JSON.stringify(matches)],
  );
  const data = { matched: matches.length };
  await addToStream(tx, [{ type: 'inbox.changed', userId: null, data }], now);
}

/** Topics whose mentions nobody has dealt with, and that share one of these grams, are to be compared again. */
export const matchAgain = (tx: Tx, grams: readonly number[]): Promise<unknown> =>
  sql(
    tx,
    `WITH like_it AS MATERIALIZED (
       SELECT topic_id FROM inbox_mentions WHERE grams && $1::integer[] AND state = 'inbox'
     ) UPDATE topics SET matched_at = NULL WHERE matched_at IS NOT NULL AND id IN (SELECT topic_id FROM like_it)`,
    [grams],
  );

/** All whose mentions nobody has dealt with. */
export const matchAllAgain = (tx: Tx): Promise<unknown> =>
  sql(
    tx,
    `UPDATE topics SET matched_at = NULL WHERE matched_at IS NOT NULL
       AND id IN (SELECT topic_id FROM inbox_mentions WHERE state = 'inbox')`,
  );
