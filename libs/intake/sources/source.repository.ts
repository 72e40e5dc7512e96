import { newId, sql } from '#platform';
import type { Tx } from '#platform';
import type { ColumnMapping } from '../core/index.js';
import type { SourceKind } from './source.js';

export interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly url: string | null;
  readonly mapping: ColumnMapping;
  readonly active: boolean;
  readonly version: number;
  readonly created_at: Date;
  readonly changed_at: Date;
}

const COLUMNS = 'id, name, kind, url, mapping, active, version, created_at, changed_at';

/** The sources with these names; those that are missing are made, of this kind. */
export async function sourcesNamed(
  tx: Tx,
  names: readonly string[],
  kind: SourceKind,
  now: number,
): Promise<Map<string, SourceRow>> {
  const wanted = [...new Set(names)].sort();
  const find = () =>
    sql<SourceRow>(tx, `SELECT ${COLUMNS} FROM sources WHERE name = ANY($1)`, [wanted]);
  let rows = await find();
  if (rows.length < wanted.length) {
    await sql(
      tx,
      `INSERT INTO sources (id, name, kind, active, version, created_at, changed_at)
       SELECT id, name, $3, true, 1, $4, $4 FROM unnest($1::uuid[], $2::text[]) AS s (id, name)
       ON CONFLICT (name) DO NOTHING`,
      [wanted.map(() => newId()), wanted, kind, new Date(now)],
    );
    rows = await find();
  }
  return new Map(rows.map((row) => [row.name, row]));
}

export async function sourceNamed(tx: Tx, name: string): Promise<SourceRow | null> {
  const [row] = await sql<SourceRow>(tx, `SELECT ${COLUMNS} FROM sources WHERE name = $1`, [name]);
  return row ?? null;
}

/** The next file of this source is read in the same way. */
export async function rememberMapping(
  tx: Tx,
  id: string,
  mapping: ColumnMapping,
  now: number,
): Promise<void> {
  await sql(
    tx,
    `UPDATE sources SET mapping = $2, version = version + 1, changed_at = $3
     WHERE id = $1 AND mapping <> $2::jsonb`,
    [id, JSON.stringify(mapping), new Date(now)],
  );
}
