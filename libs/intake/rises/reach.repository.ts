import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Reach, RiseRules } from '../core/index.js';

const HOUR_MS = 3_600_000;

/** How far these topics reach at `now`. Topics that nobody has seen are missing. */
export async function reachOf(
  tx: Tx,
  topicIds: readonly string[],
  { doubling, top }: RiseRules,
  now: number,
): Promise<Map<string, Reach>> {
  const rows = await sql<{
    topic_id: string;
    first_seen_at: Date;
    recent: number;
    before: number;
    best: number | null;
    best_before: number | null;
  }>(
    tx,
    `SELECT m.topic_id, min(s.seen_at) AS first_seen_at,
       count(*) FILTER (WHERE s.seen_at > $3)::int AS recent,
       count(*) FILTER (WHERE s.seen_at > $4 AND s.seen_at <= $3)::int AS before,
       min(s.rank) FILTER (WHERE s.seen_at > $5) AS best,
       min(s.rank) FILTER (WHERE s.seen_at <= $5) AS best_before
     FROM inbox_mentions m JOIN sightings s ON s.mention_id = m.id
     WHERE m.topic_id = ANY($1::uuid[]) AND s.seen_at <= $2
     GROUP BY m.topic_id`,
    [
      topicIds,
      new Date(now),
      new Date(now - doubling.hours * HOUR_MS),
      new Date(now - 2 * doubling.hours * HOUR_MS),
      new Date(now - top.hours * HOUR_MS),
    ],
  );
  return new Map(
    rows.map((row) => [
      row.topic_id,
      {
        firstSeenAt: row.first_seen_at.getTime(),
        ...{ recent: row.recent, before: row.before },
        ...{ bestRank: row.best, bestRankBefore: row.best_before },
      },
    ]),
  );
}

/** Topics that wait in the inbox and were seen since. */
export async function waitingTopics(tx: Tx, since: number, limit: number): Promise<string[]> {
  const rows = await sql<{ topic_id: string }>(
    tx,
    `SELECT topic_id FROM (
       SELECT topic_id, last_seen_at FROM inbox_mentions
       WHERE state = 'inbox' AND last_seen_at > $1 ORDER BY last_seen_at DESC LIMIT $2
     ) AS newest GROUP BY topic_id`,
    [new Date(since), limit],
  );
  return rows.map((row) => row.topic_id);
}

export interface ToldRise {
  readonly topicId: string;
  readonly kind: string;
}

/** Those of these rises of which nobody was told since `since`; from now on somebody was. */
export async function firstToldOf(
  tx: Tx,
  rises: readonly ToldRise[],
  since: number,
  now: number,
): Promise<ToldRise[]> {
  const rows = await sql<{ topic_id: string; kind: string }>(
    tx,
    `INSERT INTO topic_rises (topic_id, kind, told_at)
     SELECT topic_id, kind, $4 FROM unnest($1::uuid[], $2::text[]) AS r (topic_id, kind) ORDER BY topic_id, kind
     ON CONFLICT (topic_id, kind) DO UPDATE SET told_at = excluded.told_at WHERE topic_rises.told_at <= $3
     RETURNING topic_id, kind`,
    [
      rises.map(({ topicId }) => topicId),
      rises.map(({ kind }) => kind),
      new Date(since),
      new Date(now),
    ],
  );
  return rows.map((row) => ({ topicId: row.topic_id, kind: row.kind }));
}

export async function titlesOf(tx: Tx, topicIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; title: string }>(
    tx,
    'SELECT id, title FROM topics WHERE id = ANY($1::uuid[])',
    [topicIds],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}
