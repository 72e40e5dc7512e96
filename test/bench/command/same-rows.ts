import { sql } from '#platform';
import type { Database } from '#platform';

type Counts = Readonly<Record<string, number>>;

/**
 * The comparison stands only while both sides leave the same rows behind. Throws, naming what differs, when the floor
 * no longer writes what the use case does.
 */
export async function demandSameRows(
  database: Database,
  ours: readonly string[],
  floor: readonly string[],
): Promise<void> {
  const [left, right] = [
    await rowsPerIncident(database, ours),
    await rowsPerIncident(database, floor),
  ];
  if (JSON.stringify(left) !== JSON.stringify(right)) {
    const said = `ours ${JSON.stringify(left)}, floor ${JSON.stringify(right)}`;
    throw new Error(`the floor writes other rows than the use case: ${said}`);
  }
}

async function rowsPerIncident({ reader }: Database, ids: readonly string[]): Promise<Counts> {
  const [row] = await sql<Counts>(
    reader,
    `SELECT
       (SELECT count(*) FROM timeline WHERE subject_id = ANY($1))::int AS timeline,
       (SELECT sum(seq) FROM timeline_heads WHERE subject_id = ANY($1))::int AS heads,
       (SELECT sum(version) FROM subjects WHERE id = ANY($1))::int AS subjects,
       (SELECT sum(version) FROM incidents WHERE id = ANY($1))::int AS incidents,
       (SELECT count(*) FROM deadlines WHERE subject_id = ANY($1))::int AS deadlines,
       (SELECT count(*) FROM deadlines WHERE subject_id = ANY($1) AND state = 'stopped')::int AS stopped,
       (SELECT count(*) FROM escalations WHERE subject_id = ANY($1))::int AS ladders,
       (SELECT count(*) FROM escalations WHERE subject_id = ANY($1) AND state = 'acknowledged')::int AS taken,
       (SELECT count(*) FROM stream_events WHERE data->>'id' = ANY($1::text[]))::int AS stream,
       (SELECT count(*) FROM outbox WHERE payload->>'subjectId' = ANY($1::text[]))::int AS outbox`,
    [ids],
  );
  return row ?? {};
}
