import { sightOf as sightOfIncidents } from '#incidents';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { binderOf } from '#workflow';
import type { Actor, Sight } from '#workflow';

export type Reader = Pick<Actor, 'id' | 'roles' | 'unitId'>;

const WRITERS: readonly string[] = ['officer', 'analyst', 'leader'];

/**
 * Drafts are for those who write and approve them; what was issued is for everybody. A special report tells all of one
 * incident, and is for those who may know of that. Null: all.
 */
export function reportSight(reader: Reader): Sight | null {
  if (reader.roles.some((role) => WRITERS.includes(role))) return null;
  const incidents = sightOfIncidents(reader);
  return (column, bind) => {
    const known = incidents === null ? 'true' : incidents('x.incident_id', bind);
    return `${column} IN (SELECT x.id FROM reports x
      WHERE x.state IN ('issued', 'replaced') AND (x.incident_id IS NULL OR ${known}))`;
  };
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
