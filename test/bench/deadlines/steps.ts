import { sql } from '#platform';
import type { Database } from '#platform';

/** What the ladders of a load have done. */
export interface Steps {
  readonly count: number;
  /** Steps above the first of their ladder, and ladders above the first of their deadline: nothing may happen twice. */
  readonly twice: number;
  /** From the due instant to the commit of the step, in milliseconds: later than the instant that the row itself names. */
  readonly lateness: readonly number[];
}

export async function countSteps({ reader }: Database): Promise<number> {
  const [row] = await sql<{ count: number }>(
    reader,
    'SELECT count(*)::int AS count FROM escalation_steps',
  );
  return row?.count ?? 0;
}

/** Reads the first steps of all ladders that a breach has started. */
export async function readSteps({ reader }: Database): Promise<Steps> {
  const rows = await sql<{ late: number }>(
    reader,
    `SELECT extract(epoch FROM pg_xact_commit_timestamp(s.xmin) - d.due_at)::float8 * 1000 AS late
     FROM escalation_steps s JOIN escalations e ON e.id = s.escalation_id JOIN deadlines d ON d.id = e.deadline_id`,
  );
  const [once] = await sql<{ deadlines: number; entries: number }>(
    reader,
    `SELECT (SELECT count(DISTINCT deadline_id) FROM escalations)::int AS deadlines,
       (SELECT count(*) FROM timeline WHERE type = 'ladder-step')::int AS entries`,
  );
  const { deadlines = 0, entries = 0 } = once ?? {};
  const twice = rows.length - deadlines + Math.abs(entries - rows.length);
  return { count: rows.length, twice, lateness: rows.map(({ late }) => late) };
}
