import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Accepted, Facts } from '#workflow';
import type { Position, Shift } from '../core/index.js';

/** A shift that has been made: what lists read. */
export interface ShiftRow {
  readonly id: string;
  readonly scheduleId: string;
  readonly position: Position;
  readonly userId: string;
  readonly from: number;
  readonly to: number;
  readonly via: Shift['via'];
  readonly state: 'planned' | 'on-duty' | 'ended' | 'missed' | 'cancelled';
  readonly version: number;
  readonly signedInAt: number | null;
  readonly late: boolean;
  readonly signedOutAt: number | null;
  readonly handoverId: string | null;
}

interface Stored {
  readonly id: string;
  readonly schedule_id: string;
  readonly position: Position;
  readonly user_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly via: Shift['via'];
  readonly state: ShiftRow['state'];
  readonly version: number;
  readonly signed_in_at: Date | null;
  readonly late: boolean;
  readonly signed_out_at: Date | null;
  readonly handover_id: string | null;
}

const toRow = (row: Stored): ShiftRow => ({
  id: row.id,
  scheduleId: row.schedule_id,
  position: row.position,
  userId: row.user_id,
  from: row.starts_at.getTime(),
  to: row.ends_at.getTime(),
  via: row.via,
  state: row.state,
  version: row.version,
  signedInAt: row.signed_in_at?.getTime() ?? null,
  late: row.late,
  signedOutAt: row.signed_out_at?.getTime() ?? null,
  handoverId: row.handover_id,
});

export async function findShift(tx: Tx, id: string): Promise<ShiftRow | null> {
  const [row] = await sql<Stored>(tx, 'SELECT * FROM shifts WHERE id = $1', [id]);
  return row === undefined ? null : toRow(row);
}

/** The shifts that were made for an instant. */
export const findDuty = (tx: Tx, at: number): Promise<ShiftRow[]> =>
  shiftsBetween(tx, { from: at, to: at + 1 });

export interface ShiftSearch {
  readonly from: number;
  readonly to: number;
  readonly userId?: string | undefined;
  readonly scheduleId?: string | undefined;
  readonly position?: Position | undefined;
}

/** Those that meet a window, cancelled ones included, by their start. */
export async function shiftsBetween(tx: Tx, search: ShiftSearch): Promise<ShiftRow[]> {
  const rows = await sql<Stored>(
    tx,
    `SELECT * FROM shifts WHERE ends_at > $1 AND starts_at < $2
       AND ($3::uuid IS NULL OR user_id = $3) AND ($4::uuid IS NULL OR schedule_id = $4)
       AND ($5::text IS NULL OR position = $5)
     ORDER BY starts_at, position, id`,
    [
      new Date(search.from),
      new Date(search.to),
      search.userId ?? null,
      search.scheduleId ?? null,
      search.position ?? null,
    ],
  );
  return rows.map(toRow);
}

/** The shift of the same position that follows this one: the first that ends later and is not cancelled or missed. */
export async function nextShift(tx: Tx, shift: ShiftRow): Promise<ShiftRow | null> {
  const [row] = await sql<Stored>(
    tx,
    `SELECT * FROM shifts WHERE schedule_id = $1 AND position = $2 AND starts_at >= $3 AND id <> $4
       AND state IN ('planned', 'on-duty') ORDER BY starts_at LIMIT 1`,
    [shift.scheduleId, shift.position, new Date(shift.to), shift.id],
  );
  return row === undefined ? null : toRow(row);
}

/** The shift that ended last before this one began. */
export async function previousShift(tx: Tx, shift: ShiftRow): Promise<ShiftRow | null> {
  const [row] = await sql<Stored>(
    tx,
    `SELECT * FROM shifts WHERE schedule_id = $1 AND position = $2 AND ends_at <= $3 AND id <> $4
       AND state <> 'cancelled' ORDER BY ends_at DESC LIMIT 1`,
    [shift.scheduleId, shift.position, new Date(shift.from), shift.id],
  );
  return row === undefined ? null : toRow(row);
}

export async function insertShift(
  tx: Tx,
  id: string,
  scheduleId: string,
  shift: Shift,
): Promise<void> {
  await sql(
    tx,
    `INSERT INTO shifts (id, schedule_id, position, user_id, starts_at, ends_at, via, state, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'planned', 1)`,
    [
      ...[id, scheduleId, shift.position, shift.userId],
      ...[new Date(shift.from), new Date(shift.to), shift.via],
    ],
  );
}

export async function saveVia(tx: Tx, id: string, via: Shift['via']): Promise<void> {
  await sql(tx, 'UPDATE shifts SET via = $2 WHERE id = $1', [id, via]);
}

const timeFact = (facts: Facts, name: string): Date | null => {
  const value = facts[name];
  return typeof value === 'number' ? new Date(value) : null;
};

/** Brings the columns that lists read up to what the rules have decided. */
export async function projectShift(tx: Tx, { subject }: Accepted): Promise<void> {
  const { id, state, version, facts } = subject;
  await sql(
    tx,
    `UPDATE shifts SET state = $2, version = $3, ends_at = $4, signed_in_at = $5, late = $6, signed_out_at = $7,
       handover_id = $8 WHERE id = $1`,
    [
      ...[id, state, version, timeFact(facts, 'endsAt'), timeFact(facts, 'signedInAt')],
      ...[facts['late'] === true, timeFact(facts, 'signedOutAt'), facts['handoverId'] ?? null],
    ],
  );
}
