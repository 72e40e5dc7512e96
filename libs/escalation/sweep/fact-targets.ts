import { sql } from '#platform';
import type { Tx } from '#platform';

/** Targets that a fact of the subject stands for, and what those behind it are called for everybody else. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['units', 'units'],
  ['person', 'user'],
]);

/**
 * `units:awaitedUnits` becomes one `units:<id>` for each unit that the fact lists now, `person:consultedBy`
 * `user:<id>`; a fact without a value stands for nobody. Other targets stay as they are.
 */
export async function behindFacts(
  tx: Tx,
  targets: readonly string[],
  subjectId: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const target of targets) {
    const [kind = '', fact = ''] = target.split(':');
    const meant = KINDS.get(kind);
    if (meant === undefined) found.push(target);
    else for (const id of await idsIn(tx, subjectId, fact)) found.push(`${meant}:${id}`);
  }
  return found;
}

async function idsIn(tx: Tx, subjectId: string, fact: string): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    tx,
    `SELECT value AS id FROM subjects, jsonb_array_elements_text(CASE jsonb_typeof(facts->$2)
       WHEN 'array' THEN facts->$2 WHEN 'string' THEN jsonb_build_array(facts->$2) ELSE '[]' END) WHERE id = $1`,
    [subjectId, fact],
  );
  return rows.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}
