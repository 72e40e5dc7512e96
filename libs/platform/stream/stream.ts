import type { Tx } from '../database/tx.js';
import { sql } from '../database/tx.js';

/** Something a signed-in page wants to know at once. Without `userId` it is for everyone. */
export interface StreamEvent {
  readonly type: string;
  readonly userId: string | null;
  /** Ids of those who may hear it besides the readers who hear everything. Left out: all may. */
  readonly circle?: readonly string[] | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An event in its place. `cursor` is what Last-Event-ID carries. */
export interface StreamedEvent extends StreamEvent {
  readonly circle: readonly string[] | null;
  readonly cursor: string;
}

export async function addToStream(
  tx: Tx,
  events: readonly StreamEvent[],
  now: number,
): Promise<void> {
  if (events.length === 0) return;
  await sql(
    tx,
    `INSERT INTO stream_events (type, user_id, data, circle, at)
     SELECT type, user_id, data, circle::text[], $5
     FROM unnest($1::text[], $2::uuid[], $3::jsonb[], $4::text[]) AS event (type, user_id, data, circle)`,
    [
      events.map((event) => event.type),
      events.map((event) => event.userId),
      events.map((event) => JSON.stringify(event.data)),
      events.map(({ circle }) => arrayText(circle ?? null)),
      new Date(now),
    ],
  );
}

/** An array within an array, as PostgreSQL writes it: `unnest` would take the inner ones apart, too. */
const arrayText = (ids: readonly string[] | null): string | null =>
  ids === null ? null : `{${ids.map((id) => JSON.stringify(id)).join(',')}}`;

const CURSOR = /^(\d{1,20})-(\d{1,19})$/;

export const isCursor = (text: string): boolean => CURSOR.test(text);

interface StreamRow {
  readonly xid: string;
  readonly id: string;
  readonly type: string;
  readonly user_id: string | null;
  readonly data: Record<string, unknown>;
  readonly circle: string[] | null;
}

/**
 * Events after a cursor, in the order of their transactions. Rows of transactions that might still be overtaken by
 * an older one are left for the next time (pg_snapshot_xmin), so that no reader ever skips an event.
 */
export async function readStream(tx: Tx, cursor: string, limit = 500): Promise<StreamedEvent[]> {
  const [, xid, id] = CURSOR.exec(cursor) ?? ['', '0', '0'];
  const rows = await sql<StreamRow>(
    tx,
    `SELECT xid::text, id::text, type, user_id, data, circle FROM stream_events
     WHERE (xid, id) > ($1::xid8, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY xid, id LIMIT $3`,
    [xid, id, limit],
  );
  return rows.map((row) => ({
    cursor: `${row.xid}-${row.id}`,
    type: row.type,
    userId: row.user_id,
    data: row.data,
    circle: row.circle,
  }));
}

/** Where a reader starts who wants only what is new. */
export async function endOfStream(tx: Tx): Promise<string> {
  const [row] = await sql<{ xid: string; id: string }>(
    tx,
    `SELECT xid::text, id::text FROM stream_events WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
     ORDER BY xid DESC, id DESC LIMIT 1`,
  );
  return row === undefined ? '0-0' : `${row.xid}-${row.id}`;
}

export async function trimStream(tx: Tx, before: number): Promise<void> {
  await sql(tx, 'DELETE FROM stream_events WHERE at < $1', [new Date(before)]);
}
