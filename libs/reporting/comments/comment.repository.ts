import { sql } from '#platform';
import type { MomentKey, Tx } from '#platform';

export interface CommentRow {
  readonly id: string;
  readonly reportId: string;
  readonly sectionKey: string;
  readonly quote: string | null;
  readonly text: string;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Date | null;
}

const COLUMNS = `id, report_id AS "reportId", section_key AS "sectionKey", quote, text, written_by AS "writtenBy",
  written_at AS "writtenAt", resolved_by AS "resolvedBy", resolved_at AS "resolvedAt"`;

export async function insertComment(tx: Tx, row: CommentRow): Promise<void> {
  await sql(
    tx,
    `INSERT INTO report_comments (id, report_id, section_key, quote, text, written_by, written_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [...[row.id, row.reportId, row.sectionKey, row.quote, row.text, row.writtenBy], row.writtenAt],
  );
}

/** Null when the report has no such comment. */
export async function findComment(
  tx: Tx,
  reportId: string,
  id: string,
): Promise<CommentRow | null> {
  const [row] = await sql<CommentRow>(
    tx,
    `SELECT ${COLUMNS} FROM report_comments WHERE id = $1 AND report_id = $2`,
    [id, reportId],
  );
  return row ?? null;
}

/** The oldest first. Reads one more than asked, for `pageOf`. */
export const listComments = (
  tx: Tx,
  reportId: string,
  { after, limit }: { readonly after: MomentKey | null; readonly limit: number },
): Promise<CommentRow[]> =>
  sql<CommentRow>(
    tx,
    `SELECT ${COLUMNS} FROM report_comments WHERE report_id = $1
       AND ($2::timestamptz IS NULL OR (written_at, id) > ($2, $3::uuid))
     ORDER BY written_at, id LIMIT $4`,
    [reportId, after?.at ?? null, after?.id ?? null, limit + 1],
  );

/** Who resolves what is resolved, or reopens what is open, changes nothing: the first counts. False then. */
export async function resolveComment(
  tx: Tx,
  id: string,
  resolved: { readonly by: string; readonly at: number } | null,
): Promise<boolean> {
  const rows = await sql(
    tx,
    `UPDATE report_comments SET resolved_by = $2, resolved_at = $3
     WHERE id = $1 AND (resolved_at IS NULL) = $4 RETURNING id`,
    [id, resolved?.by ?? null, resolved === null ? null : new Date(resolved.at), resolved !== null],
  );
  return rows.length > 0;
}
