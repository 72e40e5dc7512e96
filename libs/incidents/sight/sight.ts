import { seesOnlyTheirs } from '#identity';
import { notFound, sql } from '#platform';
import type { Tx } from '#platform';
import { binderOf } from '#workflow';
import type { Actor, Sight } from '#workflow';

/** Of somebody, what decides on what they may know. */
export type Reader = Pick<Actor, 'id' | 'roles' | 'unitId'>;

/**
 * Who is only a handler may know of what was given to their unit or to themselves, and of what a ladder called them for,
 * as long as it runs: who is woken at night has to see for what. Null: everything.
 */
export function sightOf({ id, roles, unitId }: Reader): Sight | null {
  if (!seesOnlyTheirs(roles)) return null;
  return (column, bind) => {
    const me = bind(id);
    return `${column} IN (
      SELECT id FROM incidents
      WHERE involved_units @> ARRAY[${bind(unitId)}::uuid] OR involved_people @> ARRAY[${me}::uuid]
      UNION ALL
      SELECT e.subject_id FROM escalations e JOIN escalation_steps s ON s.escalation_id = e.id
      WHERE e.ended_at IS NULL AND s.reached @> ARRAY[${me}::uuid])`;
  };
}

/** Whether somebody may know of this incident. Of one that does not exist, nothing is said to those who may see all. */
export async function maySee(tx: Tx, incidentId: string, reader: Reader): Promise<boolean> {
  const sight = sightOf(reader);
  if (sight === null) return true;
  const parameters: unknown[] = [incidentId];
  const condition = sight('i.id', binderOf(parameters));
  const rows = await sql(
    tx,
    `SELECT 1 FROM incidents i WHERE i.id = $1 AND ${condition}`,
    parameters,
  );
  return rows.length > 0;
}

/** 404, as for one that does not exist. */
export async function refuseUnlessSeen(tx: Tx, incidentId: string, reader: Reader): Promise<void> {
  if (!(await maySee(tx, incidentId, reader))) throw notFound('This incident');
}

/** Of these incidents, those of which somebody may know. */
export async function seenAmong(
  tx: Tx,
  incidentIds: readonly string[],
  reader: Reader,
): Promise<ReadonlySet<string>> {
  const sight = sightOf(reader);
  if (sight === null || incidentIds.length === 0) return new Set(incidentIds);
  const parameters: unknown[] = [incidentIds];
  const condition = sight('i.id', binderOf(parameters));
  const rows = await sql<{ id: string }>(
    tx,
    `SELECT i.id FROM incidents i WHERE i.id = ANY($1) AND ${condition}`,
    parameters,
  );
  return new Set(rows.map(({ id }) => id));
}

/** The units and people that `sightOf` lets know of incidents, by incident: for the live stream. */
export async function circlesOf(
  tx: Tx,
  incidentIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await sql<{ id: string; circle: string[] }>(
    tx,
    `SELECT i.id, (i.involved_units || i.involved_people || ARRAY(
       SELECT DISTINCT unnest(s.reached) FROM escalations e JOIN escalation_steps s ON s.escalation_id = e.id
       WHERE e.subject_id = i.id AND e.ended_at IS NULL))::text[] AS circle
     FROM incidents i WHERE i.id = ANY($1)`,
    [incidentIds],
  );
  return new Map(rows.map(({ id, circle }) => [id, circle]));
}
