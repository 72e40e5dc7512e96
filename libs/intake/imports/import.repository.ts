import { newId, sql } from '#platform';
import type { MomentKey, Tx } from '#platform';
import type { ColumnMapping, Words } from '../core/index.js';
import type { ImportCounts, ImportOutcome, RejectedRow } from './import-file.js';

export type ImportState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

export interface ImportRow {
  readonly id: string;
  readonly source_id: string;
  readonly source_name: string;
  readonly file_name: string;
  readonly bytes: string;
  readonly dry_run: boolean;
  readonly mapping: ColumnMapping;
  readonly state: ImportState;
  readonly outcome: (ImportCounts & Partial<ImportOutcome>) | null;
  readonly progress: number;
  readonly failure: Words | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
}

const SELECT = `SELECT i.id, i.source_id, s.name AS source_name, i.file_name, i.bytes, i.dry_run, i.mapping, i.state,
  i.outcome, i.progress, i.failure, i.created_at, i.finished_at FROM imports i JOIN sources s ON s.id = i.source_id`;

export interface NewImport {
  readonly id: string;
  readonly sourceId: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly dryRun: boolean;
  readonly mapping: ColumnMapping;
  readonly startedBy: string;
}

export const newImportId = (): string => newId();

export async function insertImport(tx: Tx, order: NewImport, now: number): Promise<void> {
  await sql(
    tx,
    `INSERT INTO imports (id, source_id, file_name, bytes, dry_run, mapping, state, progress, started_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'waiting', 0, $7, $8)`,
    [
      ...[order.id, order.sourceId, order.fileName, order.bytes, order.dryRun],
      ...[JSON.stringify(order.mapping), order.startedBy, new Date(now)],
    ],
  );
}

/** The newest first; `after` is the last of the page before. */
export const listImports = (tx: Tx, after: MomentKey | null, limit: number): Promise<ImportRow[]> =>
  sql<ImportRow>(
    tx,
    `${SELECT} WHERE $1::timestamptz IS NULL OR (i.created_at, i.id) < ($1, $2::uuid)
     ORDER BY i.created_at DESC, i.id DESC LIMIT $3`,
    [after?.at ?? null, after?.id ?? null, limit],
  );

/** How files of this source were read the last time; null when there is no such source. */
export async function mappingRemembered(tx: Tx, source: string): Promise<ColumnMapping | null> {
  const [row] = await sql<{ mapping: ColumnMapping }>(
    tx,
    'SELECT mapping FROM sources WHERE name = $1',
    [source],
  );
  return row?.mapping ?? null;
}

export async function findImport(tx: Tx, id: string): Promise<ImportRow | null> {
  const [row] = await sql<ImportRow>(tx, `${SELECT} WHERE i.id = $1`, [id]);
  return row ?? null;
}

/** While it is read, whoever reads it says so at least this often; else somebody else begins again. */
const LEASE_MS = 60_000;

/** The oldest that nobody is reading, now ours; what an earlier reader rejected is forgotten. */
export async function claimImport(tx: Tx, now: number): Promise<ImportRow | null> {
  const [claimed] = await sql<{ id: string }>(
    tx,
    `UPDATE imports SET state = 'running', leased_until = $2, progress = 0, outcome = NULL WHERE id = (
       SELECT id FROM imports WHERE state = 'waiting' OR (state = 'running' AND leased_until < $1)
       ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
     ) RETURNING id`,
    [new Date(now), new Date(now + LEASE_MS)],
  );
  if (claimed === undefined) return null;
  await sql(tx, 'DELETE FROM import_rejects WHERE import_id = $1', [claimed.id]);
  return findImport(tx, claimed.id);
}

/** Whoever comes next begins again with it. */
export async function giveBack(tx: Tx, id: string): Promise<void> {
  await sql(
    tx,
    "UPDATE imports SET state = 'waiting', leased_until = NULL WHERE id = $1 AND state = 'running'",
    [id],
  );
}

/** False when somebody has cancelled it: then the counts are the last ones. */
export async function noteProgress(
  tx: Tx,
  id: string,
  { counts, share }: { readonly counts: ImportCounts; readonly share: number },
  now: number,
): Promise<boolean> {
  const [noted] = await sql<{ state: ImportState }>(
    tx,
    `UPDATE imports SET outcome = $2, progress = $3, leased_until = CASE state WHEN 'running' THEN $4::timestamptz END
     WHERE id = $1 AND state IN ('running', 'cancelled') RETURNING state`,
    [id, JSON.stringify(counts), share, new Date(now + LEASE_MS)],
  );
  return noted?.state === 'running';
}

/** Ends an import that has not ended; whoever reads it sees it at the next batch. False when there was nothing to end. */
export async function cancelImport(tx: Tx, id: string, now: number): Promise<boolean> {
  const cancelled = await sql(
    tx,
    `UPDATE imports SET state = 'cancelled', leased_until = NULL, finished_at = $2
     WHERE id = $1 AND state IN ('waiting', 'running') RETURNING id`,
    [id, new Date(now)],
  );
  return cancelled.length > 0;
}

export async function finishImport(
  tx: Tx,
  id: string,
  end: { readonly outcome: ImportOutcome } | { readonly failure: Words },
  now: number,
): Promise<void> {
  const outcome = 'outcome' in end ? JSON.stringify(end.outcome) : null;
  const failure = 'failure' in end ? JSON.stringify(end.failure) : null;
  await sql(
    tx,
    `UPDATE imports SET state = CASE WHEN $3::jsonb IS NULL THEN 'done' ELSE 'failed' END,
       outcome = coalesce($2::jsonb, outcome), failure = $3::jsonb, progress = 1, leased_until = NULL, finished_at = $4
     WHERE id = $1 AND state = 'running'`,
    [id, outcome, failure, new Date(now)],
  );
}

export interface KeptReject {
  readonly line: number;
  readonly reasons: readonly Words[];
  readonly cells: Readonly<Record<string, string>>;
}

export async function insertRejects(
  tx: Tx,
  id: string,
  rows: readonly RejectedRow[],
  clean: (text: string) => string,
): Promise<void> {
  // A reason quotes the cell.
  const saidSafely = ({ zh, en }: Words): Words => ({ zh: clean(zh), en: clean(en) });
  const cleaned = (values: ReadonlyMap<string, string>): string =>
    JSON.stringify(Object.fromEntries([...values].map(([column, cell]) => [column, clean(cell)])));
  await sql(
    tx,
    `INSERT INTO import_rejects (import_id, line, reasons, cells)
     SELECT $1, line, reasons, cells FROM unnest($2::int[], $3::jsonb[], $4::jsonb[]) AS r (line, reasons, cells)
     ON CONFLICT DO NOTHING`,
    [
      id,
      rows.map(({ line }) => line),
      rows.map(({ reasons }) => JSON.stringify(reasons.map(saidSafely))),
      rows.map(({ values }) => cleaned(values)),
    ],
  );
}

export const readRejects = (
  tx: Tx,
  id: string,
  after: number,
  limit: number,
): Promise<KeptReject[]> =>
  sql<KeptReject>(
    tx,
    'SELECT line, reasons, cells FROM import_rejects WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT $3',
    [id, after, limit],
  );

const KEPT_MS = 30 * 24 * 3_600_000;

/** Forgets imports that ended a month ago, and the rows that they could not read. */
export async function trimImports(tx: Tx, now: number): Promise<void> {
  await sql(tx, 'DELETE FROM imports WHERE finished_at < $1', [new Date(now - KEPT_MS)]);
}
