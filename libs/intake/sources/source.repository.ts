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

export const listSources = (tx: Tx, after: string | null, limit: number): Promise<SourceRow[]> =>
  sql<SourceRow>(
    tx,
    `SELECT ${COLUMNS} FROM sources WHERE $1::text IS NULL OR name > $1 ORDER BY name LIMIT $2`,
    [after, limit],
  );

/** Locked, so that nobody changes it meanwhile. */
export async function findSource(tx: Tx, id: string): Promise<SourceRow | null> {
  const [row] = await sql<SourceRow>(
    tx,
    `SELECT ${COLUMNS} FROM sources WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return row ?? null;
}

/** Null when the name is taken. */
export async function insertSource(
  tx: Tx,
  { name, kind, url }: Pick<SourceRow, 'name' | 'kind' | 'url'>,
  now: number,
): Promise<SourceRow | null> {
  const [row] = await sql<SourceRow>(
    tx,
    `INSERT INTO sources (id, name, kind, url, active, version, created_at, changed_at)
     VALUES ($1, $2, $3, $4, true, 1, $5, $5) ON CONFLICT (name) DO NOTHING RETURNING ${COLUMNS}`,
    [newId(), name, kind, url, new Date(now)],
  );
  return row ?? null;
}

/** Null when another has the name. */
export async function changeSource(
  tx: Tx,
  { id, name, kind, url, active }: SourceRow,
  now: number,
): Promise<SourceRow | null> {
  const [row] = await sql<SourceRow>(
    tx,
    `UPDATE sources SET name = $2, kind = $3, url = $4, active = $5, version = version + 1, changed_at = $6
     WHERE id = $1 AND NOT EXISTS (SELECT FROM sources WHERE name = $2 AND id <> $1) RETURNING ${COLUMNS}`,
    [id, name, kind, url, active, new Date(now)],
  );
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
