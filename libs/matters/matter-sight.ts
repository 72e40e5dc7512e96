import { seesOnlyTheirs } from '#identity';
import { notFound, sql } from '#platform';
import type { Tx } from '#platform';
import { binderOf } from '#workflow';
import type { Actor, Sight } from '#workflow';

export type Reader = Pick<Actor, 'roles' | 'unitId'>;

/** A unit's own people see its matters from the first word on; the desk once they are reported; nobody else does. */
export function matterSight({ roles, unitId }: Reader): Sight {
  const seesReported = !seesOnlyTheirs(roles);
  return (column, bind) =>
    `${column} IN (SELECT id FROM matters WHERE unit_id = ${bind(unitId)}::uuid
       OR (${bind(seesReported)}::boolean AND reported_at IS NOT NULL))`;
}

/** 404, as for one that does not exist. */
export async function refuseUnlessSeen(tx: Tx, id: string, reader: Reader): Promise<void> {
  const parameters: unknown[] = [id];
  const condition = matterSight(reader)('id', binderOf(parameters));
  const rows = await sql(tx, `SELECT 1 FROM matters WHERE id = $1 AND ${condition}`, parameters);
  if (rows.length === 0) throw notFound('This matter');
}
