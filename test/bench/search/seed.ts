import type pg from 'pg';
import { searchGrams } from '#platform';
import { withClient } from '../setting/cluster.js';
import { ClaimMaker } from '../match/made-up-claims.js';

/** How many of each there are. */
export interface Sizes {
  readonly incidents: number;
  readonly mentions: number;
  readonly clarifications: number;
}

const BATCH = 5_000;
/** Between two of a kind: a million are some two years. */
const APART_MS = 60_000;
const SENTENCES = 3;

/** Adds what is missing to these sizes, the newest last. The texts are those of `bench match`, with talk around them. */
export async function seed(url: string, from: Sizes, to: Sizes, now: number): Promise<void> {
  const at = (index: number): Date => new Date(now - (1_000_000 - index) * APART_MS);
  const batches = (first: number, end: number): [number, number][] =>
    Array.from({ length: Math.ceil((end - first) / BATCH) }, (_, n) => [
      first + n * BATCH,
      Math.min(first + (n + 1) * BATCH, end),
    ]);
  const fill = (
    first: number,
    end: number,
    write: (
      client: pg.Client,
      texts: readonly string[],
      times: readonly Date[],
      at: number,
    ) => Promise<unknown>,
    seedOfTexts: number,
  ): Promise<void> =>
    withClient(url, async (client) => {
      for (const [start, stop] of batches(first, end)) {
        const maker = new ClaimMaker(seedOfTexts + start);
        const numbers = Array.from({ length: stop - start }, (_, n) => start + n);
        const texts = numbers.map(() => maker.repeat(maker.claim(), SENTENCES));
        await write(client, texts, numbers.map(at), start);
      }
    });
  // Two at a time, as the machine has at least two cores.
  await Promise.all([
    fill(from.incidents, to.incidents, writeIncidents, 1),
    fill(from.mentions, to.mentions, writeMentions, 2).then(() =>
      fill(from.clarifications, to.clarifications, writeClarifications, 3),
    ),
  ]);
  await withClient(url, (client) =>
    client.query('VACUUM (ANALYZE) incidents, inbox_mentions, clarifications'),
  );
}

const writeIncidents = (
  client: pg.Client,
  texts: readonly string[],
  times: readonly Date[],
  first: number,
): Promise<unknown> =>
  client.query(
    `INSERT INTO incidents (id, number, title, claim, kind, category, state, severity, verdict, version, detected_at,
       updated_at, mention_count)
     SELECT uuidv7(), 'YQ-2026-' || lpad(($3 + n)::text, 7, '0'), left(text, 20), text,
       (ARRAY['rumour', 'hot-topic', 'complaint', 'emergency'])[1 + n % 4], 'other',
       (ARRAY['reported', 'archived', 'archived', 'archived', 'disposing', 'dismissed'])[1 + n % 6], 'IV', 'unverified',
       1, at, at, 1
     FROM unnest($1::text[], $2::timestamptz[]) WITH ORDINALITY AS t (text, at, n)`,
    [texts, times, first],
  );

const writeMentions = (
  client: pg.Client,
  texts: readonly string[],
  times: readonly Date[],
): Promise<unknown> =>
  client.query(
    `WITH source AS (
       INSERT INTO sources (id, name, kind, active, version, created_at, changed_at)
       VALUES (uuidv7(), '清源论坛', 'manual', true, 1, $4, $4)
       ON CONFLICT (name) DO UPDATE SET changed_at = excluded.changed_at RETURNING id
     ), topic AS (
       INSERT INTO topics (id, key, title, created_at, matched_at)
       SELECT uuidv7(), gen_random_uuid(), text, $4, $4 FROM unnest($1::text[]) AS t (text) RETURNING id, title
     ), numbered AS (
       SELECT id, row_number() OVER (ORDER BY id) AS n FROM topic
     )
     INSERT INTO inbox_mentions (id, key, source_id, topic_id, text, state, reason, logged_at, changed_at, seen_count,
       first_seen_at, last_seen_at, grams)
     SELECT uuidv7(), gen_random_uuid(), source.id, numbered.id, t.text,
       CASE t.n % 3 WHEN 0 THEN 'discarded' ELSE 'inbox' END, CASE t.n % 3 WHEN 0 THEN '无关' END, at, at, 1, at, at,
       t.grams::integer[]
     FROM unnest($1::text[], $2::timestamptz[], $3::text[]) WITH ORDINALITY AS t (text, at, grams, n)
     JOIN numbered USING (n) CROSS JOIN source`,
    [texts, times, texts.map((text) => `{${searchGrams(text).join(',')}}`), times[0]],
  );

const writeClarifications = (
  client: pg.Client,
  texts: readonly string[],
  times: readonly Date[],
): Promise<unknown> =>
  client.query(
    `INSERT INTO clarifications (id, origin, title, claim, verdict, answer, evidence, links, issued_by, published_at,
       updated_at, version, public)
     SELECT uuidv7(), 'entered', left(text, 20), text, 'false', '经核查，' || text || '不属实。', '[]', '[]', '本单位', at, at,
       1, false
     FROM unnest($1::text[], $2::timestamptz[]) AS t (text, at)`,
    [texts, times],
  );
