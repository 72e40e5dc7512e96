import { addToOutbox, addToStream, jobOf, newId, searchGrams, sql } from '#platform';
import type { Tx } from '#platform';
import type { PreparedSighting } from './prepare-sighting.js';
import { sightingsOfIncidents } from './sightings-of-incidents.js';

/** What a batch added to what was there. */
export interface Added {
  readonly sightings: number;
  readonly mentions: number;
  readonly topics: number;
}

/**
 * Stores sightings, set by set: what was stored before is left as it is, the same wording at the same place becomes
 * one mention, and counts and reach of the mentions grow by exactly what is new.
 *
 * Rows are written in the order of their keys, so that two batches that share some wait for each other in a line.
 */
export async function storeSightings(
  tx: Tx,
  batch: readonly PreparedSighting[],
  now: number,
): Promise<Added> {
  const sightings = firstOfEach(batch, ({ id }) => id);
  // Of a mention and of a topic, the wording that stands first in the batch is kept.
  const mentions = firstOfEach(batch, ({ mentionKey }) => mentionKey);
  const subjects = firstOfEach(batch, ({ topicKey }) => topicKey);
  const topics = await insertTopics(tx, subjects, now);
  const newMentions = await insertMentions(tx, mentions, now);
  const touched = await insertSightings(tx, sightings);
  const added = touched.reduce((sum, { added: more }) => sum + more, 0);
  if (added > 0) {
    const data = { sightings: added };
    await addToStream(tx, [{ type: 'inbox.changed', userId: null, data }], now);
  }
  const seenAgain = touched.flatMap(({ grouped }) => grouped);
  if (seenAgain.length > 0)
    await addToOutbox(tx, [jobOf(sightingsOfIncidents, { sightingIds: seenAgain })], now);
  return { sightings: added, mentions: newMentions, topics };
}

/** Keys of sightings, mentions and topics. */
export interface Keys {
  readonly sightings: readonly string[];
  readonly mentions: readonly string[];
  readonly topics: readonly string[];
}

/** Counts which of these are not there yet, and writes nothing. */
export async function countNew(tx: Tx, keys: Keys): Promise<Added> {
  const [row] = await sql<Added>(
    tx,
    `SELECT
       (SELECT count(*) FROM unnest($1::uuid[]) k WHERE NOT EXISTS (SELECT FROM sightings WHERE id = k))::int AS sightings,
       (SELECT count(*) FROM unnest($2::uuid[]) k WHERE NOT EXISTS (SELECT FROM inbox_mentions WHERE key = k))::int AS mentions,
       (SELECT count(*) FROM unnest($3::uuid[]) k WHERE NOT EXISTS (SELECT FROM topics WHERE key = k))::int AS topics`,
    [keys.sightings, keys.mentions, keys.topics],
  );
  return row ?? { sightings: 0, mentions: 0, topics: 0 };
}

function firstOfEach(
  sightings: readonly PreparedSighting[],
  keyOf: (sighting: PreparedSighting) => string,
): PreparedSighting[] {
  const first = new Map<string, PreparedSighting>();
  for (const sighting of sightings) {
    const key = keyOf(sighting);
    if (!first.has(key)) first.set(key, sighting);
  }
  return [...first].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sighting]) => sighting);
}

async function insertTopics(
  tx: Tx,
  topics: readonly PreparedSighting[],
  now: number,
): Promise<number> {
  const rows = await sql(
    tx,
    `INSERT INTO topics (id, key, title, created_at)
     SELECT id, key, left(title, 200), $4 FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS t (id, key, title)
     ON CONFLICT (key) DO NOTHING RETURNING id`,
    [
      topics.map(() => newId()),
      topics.map(({ topicKey }) => topicKey),
      topics.map(({ text }) => text),
      new Date(now),
    ],
  );
  return rows.length;
}

async function insertMentions(
  tx: Tx,
  mentions: readonly PreparedSighting[],
  now: number,
): Promise<number> {
  const rows = await sql(
    tx,
    `INSERT INTO inbox_mentions (id, key, source_id, outlet, topic_id, text, url, state, logged_at, changed_at,
       seen_count, first_seen_at, last_seen_at, grams)
     SELECT m.id, m.key, m.source_id, m.outlet, t.id, m.text, m.url, 'inbox', $9, $9, 0, m.seen_at, m.seen_at,
       m.grams::integer[]
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::timestamptz[],
       $10::text[]) AS m (id, key, source_id, outlet, topic_key, text, url, seen_at, grams)
     JOIN topics t ON t.key = m.topic_key
     ON CONFLICT (key) DO NOTHING RETURNING id`,
    [
      mentions.map(() => newId()),
      mentions.map(({ mentionKey }) => mentionKey),
      mentions.map(({ sourceId }) => sourceId),
      mentions.map(({ outlet }) => outlet),
      mentions.map(({ topicKey }) => topicKey),
      mentions.map(({ text }) => text),
      mentions.map(({ url }) => url),
      mentions.map(({ seenAt }) => new Date(seenAt)),
      new Date(now),
      // One array of arrays of several lengths is nothing PostgreSQL knows.
      mentions.map(({ text }) => `{${searchGrams(text).join(',')}}`),
    ],
  );
  return rows.length;
}

interface Touched {
  readonly added: number;
  /** New sightings of a mention that is part of an incident. */
  readonly grouped: readonly string[];
}

/** A mention without sightings takes its times from the first; `least` and `greatest` pass over what is null. */
async function insertSightings(tx: Tx, sightings: readonly PreparedSighting[]): Promise<Touched[]> {
  return sql<Touched>(
    tx,
    `WITH fresh AS (
       INSERT INTO sightings (id, mention_id, seen_at, rank, views, url)
       SELECT s.id, m.id, s.seen_at, s.rank, s.views, nullif(s.url, m.url)
       FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::int[], $5::bigint[], $6::text[])
         AS s (id, mention_key, seen_at, rank, views, url)
       JOIN inbox_mentions m ON m.key = s.mention_key
       ON CONFLICT (id) DO NOTHING RETURNING id, mention_id, seen_at, rank, views
     ), sums AS (
       SELECT mention_id, count(*)::int AS added, array_agg(id) AS ids, min(seen_at) AS first_seen, max(seen_at) AS last_seen,
         min(rank) AS peak_rank, max(views) AS peak_views
       FROM fresh GROUP BY mention_id
     )
     UPDATE inbox_mentions m SET seen_count = m.seen_count + sums.added,
       first_seen_at = least(m.first_seen_at, sums.first_seen),
       last_seen_at = greatest(m.last_seen_at, sums.last_seen),
       peak_rank = least(m.peak_rank, sums.peak_rank), peak_views = greatest(m.peak_views, sums.peak_views)
     FROM sums WHERE m.id = sums.mention_id
     RETURNING sums.added, CASE WHEN m.incident_id IS NULL THEN '{}' ELSE sums.ids END AS grouped`,
    [
      sightings.map(({ id }) => id),
      sightings.map(({ mentionKey }) => mentionKey),
      sightings.map(({ seenAt }) => new Date(seenAt)),
      sightings.map(({ rank }) => rank),
      sightings.map(({ views }) => views),
      sightings.map(({ url }) => url),
    ],
  );
}
