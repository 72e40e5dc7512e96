import { circlesOf } from '#incidents';
import { addToStream, sql } from '#platform';
import type { Tx } from '#platform';
import type { Accepted } from '#workflow';

/**
 * Of what is out everybody may hear, of a special report those who may know of its incident, of a scorecard its unit, of a
 * draft only those who hear everything. By id; reports that are for everybody are left out.
 */
export async function reportCircles(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await sql<Placed>(
    tx,
    `SELECT id, incident_id AS "incidentId", unit_id AS "unitId", state IN ('issued', 'replaced') AS "isOut"
     FROM reports WHERE id = ANY($1)
       AND (state NOT IN ('issued', 'replaced') OR incident_id IS NOT NULL OR unit_id IS NOT NULL)`,
    [ids],
  );
  const incidents = await circlesOf(
    tx,
    rows.flatMap(({ incidentId }) => incidentId ?? []),
  );
  const circleOf = ({ incidentId, unitId, isOut }: Placed): string[] => {
    if (!isOut) return [];
    if (incidentId !== null) return incidents.get(incidentId) ?? [];
    return unitId === null ? [] : [unitId];
  };
  return new Map(rows.map((row) => [row.id, circleOf(row)]));
}

interface Placed {
  readonly id: string;
  readonly incidentId: string | null;
  readonly unitId: string | null;
  readonly isOut: boolean;
}

/** After its row was written. */
export async function tellPages(tx: Tx, { subject }: Accepted, now: number): Promise<void> {
  const { id, state, version } = subject;
  const circle = (await reportCircles(tx, [id])).get(id) ?? null;
  const data = { id, state, version };
  await addToStream(tx, [{ type: 'report.changed', userId: null, data, circle }], now);
}
