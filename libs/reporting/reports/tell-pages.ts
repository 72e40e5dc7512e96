import { circlesOf } from '#incidents';
import { addToStream, sql } from '#platform';
import type { Tx } from '#platform';
import type { Accepted } from '#workflow';

/**
 * Of what is out everybody may hear, of a special report those who may know of its incident, of a draft only those who
 * hear everything. By id; reports that are for everybody are left out.
 */
export async function reportCircles(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await sql<{ id: string; incidentId: string | null; isOut: boolean }>(
    tx,
    `SELECT id, incident_id AS "incidentId", state IN ('issued', 'replaced') AS "isOut" FROM reports
     WHERE id = ANY($1) AND (state NOT IN ('issued', 'replaced') OR incident_id IS NOT NULL)`,
    [ids],
  );
  const incidents = await circlesOf(
    tx,
    rows.flatMap(({ incidentId }) => incidentId ?? []),
  );
  return new Map(
    rows.map(({ id, incidentId, isOut }) => [
      id,
      isOut && incidentId !== null ? (incidents.get(incidentId) ?? []) : [],
    ]),
  );
}

/** After its row was written. */
export async function tellPages(tx: Tx, { subject }: Accepted, now: number): Promise<void> {
  const { id, state, version } = subject;
  const circle = (await reportCircles(tx, [id])).get(id) ?? null;
  const data = { id, state, version };
  await addToStream(tx, [{ type: 'report.changed', userId: null, data, circle }], now);
}
