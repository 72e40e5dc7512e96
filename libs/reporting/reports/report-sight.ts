import { seesOnlyTheirs } from '#identity';
import { maySee } from '#incidents';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { binderOf } from '#workflow';
import type { Actor, Sight } from '#workflow';

export type Reader = Pick<Actor, 'id' | 'roles' | 'unitId'>;

const WRITERS: readonly string[] = ['officer', 'analyst', 'leader'];

/**
 * Drafts are for those who write and approve them; what was issued is for everybody, except what tells of one incident or
 * of one unit: that is not for those who only know of their own, unless it is about their unit or was sent to them.
 * Null: all.
 */
export function reportSight({ id, roles, unitId }: Reader): Sight | null {
  if (roles.some((role) => WRITERS.includes(role))) return null;
  const isOut = "x.state IN ('issued', 'replaced')";
  if (!seesOnlyTheirs(roles))
    return (column) => `${column} IN (SELECT x.id FROM reports x WHERE ${isOut})`;
  return (column, bind) => `${column} IN (
    SELECT x.id FROM reports x
    WHERE ${isOut} AND (x.type NOT IN ('special', 'scorecard') OR x.unit_id = ${bind(unitId)}::uuid OR EXISTS (
      SELECT 1 FROM report_readers s
      WHERE s.report_id = x.id AND s.user_id = ${bind(id)}::uuid AND s.sent_at IS NOT NULL)))`;
}

/** Nobody is sent a report on an incident of which they may not know, or on a unit that is not theirs to look at. */
export async function mayBeSent(
  tx: Tx,
  { incidentId, unitId }: { readonly incidentId: string | null; readonly unitId: string | null },
  reader: Reader,
): Promise<boolean> {
  if (incidentId !== null) return maySee(tx, incidentId, reader);
  return unitId === null || unitId === reader.unitId || !seesOnlyTheirs(reader.roles);
}

export async function maySeeReport(tx: Tx, id: string, reader: Reader): Promise<boolean> {
  const sight = reportSight(reader);
  if (sight === null) return true;
  const parameters: unknown[] = [id];
  const condition = sight('r.id', binderOf(parameters));
  const rows = await sql(
    tx,
    `SELECT 1 FROM reports r WHERE r.id = $1 AND ${condition}`,
    parameters,
  );
  return rows.length > 0;
}
