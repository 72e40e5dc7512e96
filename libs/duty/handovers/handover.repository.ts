import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Subject } from '#workflow';

export interface HandoverRow {
  readonly id: string;
  readonly shiftId: string;
  readonly nextShiftId: string;
}

const COLUMNS = 'id, shift_id AS "shiftId", next_shift_id AS "nextShiftId"';

export async function findHandover(tx: Tx, id: string): Promise<HandoverRow | null> {
  const [row] = await sql<HandoverRow>(tx, `SELECT ${COLUMNS} FROM handovers WHERE id = $1`, [id]);
  return row ?? null;
}

export async function insertHandover(tx: Tx, row: HandoverRow, now: number): Promise<void> {
  await sql(
    tx,
    `INSERT INTO handovers (id, shift_id, next_shift_id, state, version, created_at)
     VALUES ($1, $2, $3, 'waiting', 1, $4)`,
    [row.id, row.shiftId, row.nextShiftId, new Date(now)],
  );
}

export async function projectHandover(tx: Tx, { id, state, version }: Subject): Promise<void> {
  await sql(tx, 'UPDATE handovers SET state = $2, version = $3 WHERE id = $1', [
    id,
    state,
    version,
  ]);
}
