import { sql } from '#platform';
import type { MomentKey, Tx } from '#platform';
import type { Subject } from '#workflow';
import type { SwapState } from './swap.dto.js';

export interface SwapRow {
  readonly id: string;
  readonly scheduleId: string;
  readonly note: string | null;
  readonly createdAt: Date;
}

const COLUMNS = 'id, schedule_id AS "scheduleId", note, created_at AS "createdAt"';

export interface SwapSearch {
  readonly state: SwapState | null;
  /** Only those in which this person takes part. */
  readonly userId: string | null;
  readonly after: MomentKey | null;
  readonly limit: number;
}

/** The newest first. Reads one row more than asked, for `pageOf`. */
export const listSwaps = (tx: Tx, search: SwapSearch): Promise<SwapRow[]> =>
  sql<SwapRow>(
    tx,
    `SELECT ${COLUMNS} FROM swaps WHERE ($1::text IS NULL OR state = $1)
       AND ($2::uuid IS NULL OR $2 IN (offered_by, offered_to, taken_by))
       AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4::uuid))
     ORDER BY created_at DESC, id DESC LIMIT $5`,
    [
      ...[search.state, search.userId, search.after?.at ?? null, search.after?.id ?? null],
      search.limit + 1,
    ],
  );

export async function findSwap(tx: Tx, id: string): Promise<SwapRow | null> {
  const [row] = await sql<SwapRow>(tx, `SELECT ${COLUMNS} FROM swaps WHERE id = $1`, [id]);
  return row ?? null;
}

/** The columns that lists read, from what the rules have decided. */
export async function saveSwap(
  tx: Tx,
  { id, state, version, facts }: Subject,
  note: string | null,
  now: number,
): Promise<void> {
  const date = (name: string): Date => new Date(Number(facts[name]));
  await sql(
    tx,
    `INSERT INTO swaps (id, schedule_id, position, starts_at, ends_at, offered_by, offered_to, taken_by, note, state,
       version, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (id) DO UPDATE SET taken_by = excluded.taken_by, state = excluded.state, version = excluded.version`,
    [
      ...[id, facts['scheduleId'], facts['position'], date('startsAt'), date('endsAt')],
      ...[facts['offeredBy'], facts['offeredTo'], facts['takenBy'], note, state, version],
      new Date(now),
    ],
  );
}
