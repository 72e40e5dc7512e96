import type { QueryRunner } from 'typeorm';
import { claimGrams } from './claim.repository.js';

interface LoggedBefore {
  readonly id: string;
  readonly claim: string;
  readonly place: string | null;
  readonly open: boolean;
}

const BATCH = 2_000;

/** The incidents that were logged before there was an index, in bounded batches. */
export async function indexIncidents(runner: QueryRunner): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const rows = (await runner.query(
      `SELECT id, claim, place, state NOT IN ('archived', 'dismissed') AS open FROM incidents
       WHERE ($1::uuid IS NULL OR id > $1) AND state <> 'merged' ORDER BY id LIMIT ${String(BATCH)}`,
      [after],
    )) as LoggedBefore[];
    await runner.query(
      `INSERT INTO claims (target, target_id, text, place, open, grams)
       SELECT 'incident', (c->>'id')::uuid, c->>'claim', c->>'place', (c->>'open')::boolean,
         ARRAY(SELECT jsonb_array_elements_text(c->'grams')::integer)
       FROM jsonb_array_elements($1::jsonb) c`,
      [JSON.stringify(rows.map((row) => ({ ...row, grams: claimGrams(row.claim) })))],
    );
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.id;
  }
}
