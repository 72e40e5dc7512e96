import { QueryFailedError } from 'typeorm';
import { pageOf, readCursor, sql } from '#platform';
import type { Page, Tx } from '#platform';
import type { Column, Kept, Register } from './register.js';

interface Stored {
  readonly id: string;
  readonly fields: object;
  readonly version: number;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly changed_at: Date;
  readonly changed_by: string | null;
  readonly retired_at: Date | null;
  readonly sort_key: string;
}

type Entries = [string, Column][];

const entriesOf = <Fields extends object>({ columns }: Register<Fields>): Entries =>
  Object.entries<Column>(columns);

const nameOf = (column: Column): string => (typeof column === 'string' ? column : column.column);

/** Dates and lists as JSON has them: PostgreSQL puts the fields together, so that no driver turns a day into an instant. */
function selectOf<Fields extends object>(register: Register<Fields>): string {
  const pairs = entriesOf(register).map(([field, column]) => `'${field}', ${nameOf(column)}`);
  return `SELECT id, jsonb_build_object(${pairs.join(', ')}) AS fields, version, created_at, created_by, changed_at,
    changed_by, retired_at, ${register.order} COLLATE "C" AS sort_key FROM ${register.table}`;
}

const toKept = <Fields extends object>(row: Stored): Kept<Fields> => ({
  id: row.id,
  fields: row.fields as Fields,
  version: row.version,
  createdAt: row.created_at.getTime(),
  createdBy: row.created_by,
  changedAt: row.changed_at.getTime(),
  changedBy: row.changed_by,
  retiredAt: row.retired_at?.getTime() ?? null,
});

const valuesOf = <Fields extends object>(
  register: Register<Fields>,
  fields: Fields,
): { names: string[]; values: unknown[] } => {
  const given = new Map<string, unknown>(Object.entries(fields));
  const entries = entriesOf(register);
  return {
    names: entries.map(([, column]) => nameOf(column)),
    values: entries.map(([field, column]) => {
      const value = given.get(field);
      return typeof column === 'string' ? value : JSON.stringify(value);
    }),
  };
};

export async function findRecord<Fields extends object>(
  tx: Tx,
  register: Register<Fields>,
  id: string,
): Promise<Kept<Fields> | null> {
  const [row] = await sql<Stored>(tx, `${selectOf(register)} WHERE id = $1`, [id]);
  return row === undefined ? null : toKept(row);
}

export async function lockRecord<Fields extends object>(
  tx: Tx,
  register: Register<Fields>,
  id: string,
): Promise<Kept<Fields> | null> {
  const [row] = await sql<Stored>(tx, `${selectOf(register)} WHERE id = $1 FOR UPDATE`, [id]);
  return row === undefined ? null : toKept(row);
}

/** Records in use, or with `retired` those that are not, by the register's order. */
export async function listRecords<Fields extends object>(
  tx: Tx,
  register: Register<Fields>,
  query: { readonly limit: number; readonly cursor?: string; readonly retired: boolean },
): Promise<Page<Kept<Fields>>> {
  const [key = null, id = null] = readCursor(query.cursor, 2) ?? [];
  const rows = await sql<Stored>(
    tx,
    `SELECT * FROM (${selectOf(register)} WHERE (retired_at IS NOT NULL) = $1) AS one
     WHERE $2::text IS NULL OR (sort_key, id::text COLLATE "C") > ($2::text COLLATE "C", $3::text COLLATE "C")
     ORDER BY sort_key, id::text COLLATE "C" LIMIT $4`,
    [query.retired, key, id, query.limit + 1],
  );
  const { items, nextCursor } = pageOf(rows, query.limit, (row) => [row.sort_key, row.id]);
  return { items: items.map((row) => toKept<Fields>(row)), nextCursor };
}

/** All that are in use; registers are short. */
export async function recordsInUse<Fields extends object>(
  tx: Tx,
  register: Register<Fields>,
): Promise<Kept<Fields>[]> {
  const rows = await sql<Stored>(
    tx,
    `${selectOf(register)} WHERE retired_at IS NULL ORDER BY sort_key, id`,
  );
  return rows.map((row) => toKept<Fields>(row));
}

/** Whether nothing was ever entered. */
export async function isEmpty<Fields extends object>(
  tx: Tx,
  { table }: Register<Fields>,
): Promise<boolean> {
  const rows = await sql(tx, `SELECT 1 FROM ${table} LIMIT 1`);
  return rows.length === 0;
}

/** Whether another record in use has the same value where each has its own. */
export async function isTaken<Fields extends object>(
  tx: Tx,
  { table, columns, unique }: Register<Fields>,
  fields: Fields,
  exceptId: string,
): Promise<boolean> {
  if (unique === null) return false;
  const rows = await sql(
    tx,
    `SELECT 1 FROM ${table} WHERE ${nameOf(columns[unique])} = $1 AND retired_at IS NULL AND id <> $2`,
    [fields[unique], exceptId],
  );
  return rows.length > 0;
}

export async function insertRecord<Fields extends object>(
  tx: Tx,
  register: Register<Fields>,
  { id, fields, version, createdAt, createdBy }: Kept<Fields>,
): Promise<void> {
  const { names, values } = valuesOf(register, fields);
  const marks = values.map((_, index) => `$${String(index + 5)}`);
  await sql(
    tx,
    `INSERT INTO ${register.table} (id, version, created_at, changed_at, created_by, changed_by, ${names.join(', ')})
     VALUES ($1, $2, $3, $3, $4, $4, ${marks.join(', ')})`,
    [id, version, new Date(createdAt), createdBy, ...values],
  );
}

export async function updateRecord<Fields extends object>(
  tx: Tx,
  register: Register<Fields>,
  { id, fields, version, changedAt, changedBy, retiredAt }: Kept<Fields>,
): Promise<void> {
  const { names, values } = valuesOf(register, fields);
  const sets = names.map((name, index) => `${name} = $${String(index + 6)}`);
  const retired = retiredAt === null ? null : new Date(retiredAt);
  await sql(
    tx,
    `UPDATE ${register.table} SET version = $2, changed_at = $3, changed_by = $4, retired_at = $5, ${sets.join(', ')}
     WHERE id = $1`,
    [id, version, new Date(changedAt), changedBy, retired, ...values],
  );
}

/** Two who enter the same name at once: the index lets one through. */
export const isSameName = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  (error.driverError as { readonly code?: unknown }).code === '23505';
