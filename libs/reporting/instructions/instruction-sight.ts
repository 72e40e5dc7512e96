import { seesOnlyTheirs } from '#identity';
import { binderOf } from '#workflow';
import type { Actor, Sight } from '#workflow';
import { notFound, sql } from '#platform';
import type { Tx } from '#platform';

export type Reader = Pick<Actor, 'roles' | 'unitId'>;

/** Who is only a handler knows of the instructions of their unit; null: of all. */
export const instructionSight = ({ roles, unitId }: Reader): Sight | null =>
  seesOnlyTheirs(roles)
    ? (column, bind) =>
        `${column} IN (SELECT id FROM instructions WHERE unit_id = ${bind(unitId)}::uuid)`
    : null;

/** 404, as for one that does not exist. */
export async function refuseUnlessSeen(tx: Tx, id: string, reader: Reader): Promise<void> {
  const parameters: unknown[] = [id];
  const condition = instructionSight(reader)?.('id', binderOf(parameters)) ?? 'true';
  const rows = await sql(
    tx,
    `SELECT 1 FROM instructions WHERE id = $1 AND ${condition}`,
    parameters,
  );
  if (rows.length === 0) throw notFound('This instruction');
}
