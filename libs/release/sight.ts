import { seesOnlyTheirs } from '#identity';
import { sightOf as sightOfIncidents } from '#incidents';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { binderOf } from '#workflow';
import type { Actor, Sight } from '#workflow';

/** Who is only a handler may know of what they wrote, of what their unit reviews, and of what concerns their incidents. */
export function sightOf(actor: Actor): Sight | null {
  const incidents = sightOfIncidents(actor);
  if (incidents === null || !seesOnlyTheirs(actor.roles)) return null;
  return (column, bind) => `${column} IN (
    SELECT r.id FROM releases r WHERE r.drafted_by = ${bind(actor.id)}::uuid OR r.unit_id = ${bind(actor.unitId)}::uuid
      OR ${incidents('r.incident_id', bind)})`;
}

/** Whether somebody may know of this release. Of one that does not exist, nothing is said to those who may see all. */
export async function maySeeRelease(tx: Tx, releaseId: string, actor: Actor): Promise<boolean> {
  const sight = actor.kind === 'system' ? null : sightOf(actor);
  if (sight === null) return true;
  const parameters: unknown[] = [releaseId];
  const condition = sight('x.id', binderOf(parameters));
  const rows = await sql(
    tx,
    `SELECT 1 FROM releases x WHERE x.id = $1 AND ${condition}`,
    parameters,
  );
  return rows.length > 0;
}

/** The units and people that may hear of releases in the live stream besides those who see everything. */
export async function circlesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await sql<{ id: string; circle: string[] }>(
    tx,
    `SELECT r.id, (ARRAY[r.unit_id, r.drafted_by] || coalesce(i.involved_units || i.involved_people, '{}'))::text[] AS circle
     FROM releases r LEFT JOIN incidents i ON i.id = r.incident_id WHERE r.id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, circle }) => [id, circle]));
}
