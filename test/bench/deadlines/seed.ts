import { withClient } from '../setting/cluster.js';

/** When the deadlines of a load fall due: one after the other, or (`stepMs` 0) all at once. */
export interface Load {
  readonly count: number;
  readonly firstDueAt: number;
  readonly stepMs: number;
}

/** Incidents as the rules see them, one `report` deadline each. Their warnings have been given already. */
export function seedDue(url: string, { count, firstDueAt, stepMs }: Load): Promise<void> {
  return withClient(url, async (client) => {
    await client.query(
      'CREATE TEMP TABLE seed AS SELECT uuidv7() AS id, i FROM generate_series(0, $1::int - 1) AS i',
      [count],
    );
    await insertSubjects((text) => client.query(text));
    await client.query(
      `INSERT INTO deadlines (id, subject_type, subject_id, clock, grade, state, started_at, due_at, due_set_at, warned_at, fire_at, fire_kind)
       SELECT uuidv7(), 'incident', id, 'report', 'unrated', 'running', at - interval '30 minutes', at, at - interval '30 minutes',
         at - interval '6 minutes', at, 'breach'
       FROM (SELECT id, to_timestamp($1::float8 / 1000) + i * $2::float8 * interval '1 millisecond' AS at FROM seed) AS due`,
      [firstDueAt, stepMs],
    );
    await client.query('DROP TABLE seed');
    await client.query('ANALYZE subjects, timeline_heads, deadlines');
  });
}

/** Those whose breach starts the ladder of the duty desk. */
const CLOCKS = ['judge', 'first-response', 'upward-report', 'press-conference'] as const;

/** Deadlines that are armed and far away: four on each incident, spread over the month that begins in a year. */
export function seedArmed(url: string, count: number): Promise<void> {
  return withClient(url, async (client) => {
    await client.query(
      'CREATE TEMP TABLE seed AS SELECT uuidv7() AS id, i FROM generate_series(0, $1::int - 1) AS i',
      [Math.ceil(count / CLOCKS.length)],
    );
    await insertSubjects((text) => client.query(text));
    await client.query(
      `INSERT INTO deadlines (id, subject_type, subject_id, clock, grade, state, started_at, due_at, due_set_at, warned_at, fire_at, fire_kind)
       SELECT uuidv7(), 'incident', id, clock, 'III', 'running', now(), at, now(), now(), at, 'breach'
       FROM (SELECT id, clock, now() + interval '1 year' + random() * interval '30 days' AS at
             FROM seed CROSS JOIN unnest($1::text[]) AS clock ORDER BY i) AS armed`,
      [CLOCKS],
    );
    await client.query('DROP TABLE seed');
    await client.query('VACUUM (ANALYZE) subjects, timeline_heads, deadlines');
  });
}

/** Moves some of the armed deadlines, anywhere in the table and each of another incident, to this instant. */
export function makeDue(url: string, count: number, round: number, at: number): Promise<void> {
  const clock = CLOCKS[round % CLOCKS.length];
  return withClient(url, (client) =>
    client.query(
      `UPDATE deadlines SET due_at = $1, fire_at = $1 WHERE id IN (
         SELECT id FROM deadlines WHERE fire_at > $1 AND clock = $2 ORDER BY random() LIMIT $3)`,
      [new Date(at), clock, count],
    ),
  );
}

async function insertSubjects(query: (text: string) => Promise<unknown>): Promise<void> {
  await query(
    `INSERT INTO subjects (id, type, workflow_version, state, version, facts)
     SELECT id, 'incident', (SELECT max(version) FROM workflow_definitions WHERE name = 'incident'), 'detected', 1,
       '{"severity": "unrated"}' FROM seed ORDER BY i`,
  );
  await query(
    "INSERT INTO timeline_heads (subject_id, subject_type) SELECT id, 'incident' FROM seed ORDER BY i",
  );
}
