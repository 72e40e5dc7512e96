import { withClient } from '../setting/cluster.js';

const BATCH = 50_000;

/**
 * Lives of incidents spread evenly over a span, each with the nine happenings of one that ran its course: what the fold
 * of a timeline of some ten entries gives. One in seven is late somewhere.
 */
export async function seedLives(
  url: string,
  count: number,
  from: number,
  to: number,
): Promise<void> {
  await withClient(url, async (client) => {
    for (let first = 0; first < count; first += BATCH) {
      const given = [first, Math.min(first + BATCH, count) - 1, from, (to - from) / count];
      await client.query(
        `WITH made AS (
           SELECT uuidv7() AS id, n, to_timestamp(($3 + n * $4::float8) / 1000) AS at
           FROM generate_series($1::int, $2::int) AS n
         ), lived AS (
           INSERT INTO lives (incident_id, logged_at, last_at, state, is_closed, kind, category, place, source, severity, verdict, unit_id)
           SELECT id, at, at + interval '9 days', 'archived', true,
             (ARRAY['rumour', 'hot-topic', 'complaint', 'emergency'])[1 + n % 4], 'category-' || n % 14, 'place-' || n % 40, 'source-' || n % 12,
             (ARRAY['I', 'II', 'III', 'IV', 'unrated'])[1 + n % 5], (ARRAY['true', 'false', 'partly-true'])[1 + n % 3], NULL
           FROM made
         )
         INSERT INTO happenings (incident_id, what, clock, at, ms)
         SELECT id, what, clock, at + ms * interval '1 ms', ms FROM made,
           LATERAL (VALUES ('reported', NULL, 60000), ('kept', 'report', 60000),
             ('ladder-started', NULL, 61000), ('kept', 'acknowledge', 180000),
             (CASE WHEN n % 7 = 0 THEN 'late' ELSE 'kept' END, 'judge', 3600000),
             ('published', NULL, 7200000), ('kept', 'first-response', 7200000), ('kept', 'dispose', 60000000),
             ('archived', NULL, 70000000), ('closed', NULL, 70000000)) AS h (what, clock, took),
           LATERAL (SELECT took * (1 + n % 11) + hashint4(n) % took AS ms)`,
        given,
      );
    }
    await client.query('VACUUM (ANALYZE) lives, happenings');
  });
}
