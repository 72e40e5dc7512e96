import { sql } from '#platform';
import type { Tx } from '#platform';

/** Whom a report was sent to, or who has opened it without that. */
export interface ReaderRow {
  readonly userId: string;
  readonly name: string;
  readonly unit: string | null;
  readonly sentAt: Date | null;
  readonly readAt: Date | null;
}

/** As many as an office has people. */
const MOST = 1_000;

/** Who has not read it first, then by when they did. */
export const readersOf = (tx: Tx, reportId: string): Promise<ReaderRow[]> =>
  sql<ReaderRow>(
    tx,
    `SELECT r.user_id AS "userId", u.name, n.name AS unit, r.sent_at AS "sentAt", r.read_at AS "readAt"
     FROM report_readers r JOIN users u ON u.id = r.user_id LEFT JOIN units n ON n.id = u.unit_id
     WHERE r.report_id = $1 ORDER BY r.read_at NULLS FIRST, u.name, r.user_id LIMIT $2`,
    [reportId, MOST],
  );

/** Sends it to people who were not sent it before. */
export async function addReaders(
  tx: Tx,
  reportId: string,
  userIds: readonly string[],
  now: number,
): Promise<void> {
  await sql(
    tx,
    `INSERT INTO report_readers (report_id, user_id, sent_at) SELECT $1, unnest($2::uuid[]), $3
     ON CONFLICT DO NOTHING`,
    [reportId, userIds, new Date(now)],
  );
}

/** Somebody has opened it. Answers when they did so for the first time. */
export async function markRead(
  tx: Tx,
  reportId: string,
  userId: string,
  now: number,
): Promise<Date> {
  const [row] = await sql<{ read_at: Date }>(
    tx,
    `INSERT INTO report_readers (report_id, user_id, read_at) VALUES ($1, $2, $3)
     ON CONFLICT (report_id, user_id)
       DO UPDATE SET read_at = coalesce(report_readers.read_at, excluded.read_at)
     RETURNING read_at`,
    [reportId, userId, new Date(now)],
  );
  return row?.read_at ?? new Date(now);
}

/** Of those whom it was sent to, how many have read it. */
export async function countReads(
  tx: Tx,
  reportId: string,
): Promise<{ readonly read: number; readonly of: number }> {
  const [row] = await sql<{ read: number; of: number }>(
    tx,
    `SELECT count(read_at)::int AS read, count(*)::int AS of FROM report_readers
     WHERE report_id = $1 AND sent_at IS NOT NULL`,
    [reportId],
  );
  return row ?? { read: 0, of: 0 };
}

/** When this person first opened each of these reports; those that they have not opened are missing. */
export async function readTimes(
  tx: Tx,
  reportIds: readonly string[],
  userId: string,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await sql<{ report_id: string; read_at: Date }>(
    tx,
    `SELECT report_id, read_at FROM report_readers
     WHERE report_id = ANY($1) AND user_id = $2 AND read_at IS NOT NULL`,
    [reportIds, userId],
  );
  return new Map(rows.map(({ report_id, read_at }) => [report_id, read_at]));
}
