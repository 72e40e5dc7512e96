import { newId, sql } from '#platform';
import type { Tx } from '#platform';
import type { ColumnMapping, Words } from '../core/index.js';
import type { SourceKind } from './source.js';

/** What somebody may set of a source. */
export interface SourceSettings {
  readonly name: string;
  readonly kind: SourceKind;
  readonly url: string | null;
  readonly active: boolean;
  readonly every_minutes: number | null;
  readonly keyword_rule: string | null;
}

export interface SourceRow extends SourceSettings {
  readonly id: string;
  readonly mapping: ColumnMapping;
  readonly token_hash: string | null;
  readonly token_made_at: Date | null;
  readonly version: number;
  readonly created_at: Date;
  readonly changed_at: Date;
}

/** A source, and how it goes with it. */
export interface SourceStanding extends SourceRow {
  readonly next_read_at: Date | null;
  readonly leased_until: Date | null;
  readonly last_read_at: Date | null;
  readonly last_good_at: Date | null;
  readonly failures: number | null;
  readonly problem: Words | null;
  readonly taken_in: string | null;
  readonly left_out: string | null;
}

const COLUMNS = `id, name, kind, url, mapping, active, every_minutes, keyword_rule, token_hash, token_made_at, version,
  created_at, changed_at`;
const STANDING = `SELECT s.*, r.next_read_at, r.leased_until, r.last_read_at, r.last_good_at, r.failures, r.problem,
  r.taken_in, r.left_out FROM sources s LEFT JOIN source_readings r ON r.source_id = s.id`;

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

export const listSources = (
  tx: Tx,
  after: string | null,
  limit: number,
): Promise<SourceStanding[]> =>
  sql<SourceStanding>(
    tx,
    `${STANDING} WHERE $1::text IS NULL OR s.name > $1 ORDER BY s.name LIMIT $2`,
    [after, limit],
  );

export async function standingOf(tx: Tx, id: string): Promise<SourceStanding | null> {
  const [row] = await sql<SourceStanding>(tx, `${STANDING} WHERE s.id = $1`, [id]);
  return row ?? null;
}

/** Locked, so that nobody changes it meanwhile. */
export async function findSource(tx: Tx, id: string): Promise<SourceRow | null> {
  const [row] = await sql<SourceRow>(
    tx,
    `SELECT ${COLUMNS} FROM sources WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return row ?? null;
}

const valuesOf = (settings: SourceSettings): unknown[] => [
  ...[settings.name, settings.kind, settings.url, settings.active],
  ...[settings.every_minutes, settings.keyword_rule],
];

/** Null when the name is taken. */
export async function insertSource(
  tx: Tx,
  settings: SourceSettings,
  now: number,
): Promise<SourceRow | null> {
  const [row] = await sql<SourceRow>(
    tx,
    `INSERT INTO sources (id, name, kind, url, active, every_minutes, keyword_rule, version, created_at, changed_at)
     VALUES ($1, $3, $4, $5, $6, $7, $8, 1, $2, $2) ON CONFLICT (name) DO NOTHING RETURNING ${COLUMNS}`,
    [newId(), new Date(now), ...valuesOf(settings)],
  );
  return row ?? null;
}

/** Null when another has the name. */
export async function changeSource(
  tx: Tx,
  id: string,
  settings: SourceSettings,
  now: number,
): Promise<SourceRow | null> {
  const [row] = await sql<SourceRow>(
    tx,
    `UPDATE sources SET name = $3, kind = $4, url = $5, active = $6, every_minutes = $7, keyword_rule = $8,
       version = version + 1, changed_at = $2
     WHERE id = $1 AND NOT EXISTS (SELECT FROM sources WHERE name = $3 AND id <> $1) RETURNING ${COLUMNS}`,
    [id, new Date(now), ...valuesOf(settings)],
  );
  return row ?? null;
}

/** The token before, if any, opens nothing from now on. */
export async function keepTokenHash(tx: Tx, id: string, hash: string, now: number): Promise<void> {
  await sql(
    tx,
    `UPDATE sources SET token_hash = $2, token_made_at = $3, version = version + 1, changed_at = $3 WHERE id = $1`,
    [id, hash, new Date(now)],
  );
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
