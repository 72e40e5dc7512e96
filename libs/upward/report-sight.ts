import { circlesOf, sightOf } from '#incidents';
import { notFound, sql } from '#platform';
import type { Tx } from '#platform';
import { binderOf } from '#workflow';
import type { Actor, Sight } from '#workflow';

export type Reader = Pick<Actor, 'id' | 'roles' | 'unitId'>;

/**
 * Whoever may know of the incident may know of its reports; and so may the unit above to which one was sent, from then
 * on: what it is being written is none of its business until a leader has sent it.
 */
export function reportSight(reader: Reader): Sight {
  const ofIncident = sightOf(reader);
  return (column, bind) => {
    const unit = `${bind(reader.unitId)}::uuid`;
    const incident = ofIncident === null ? 'true' : ofIncident('r.incident_id', bind);
    return `${column} IN (
      SELECT r.id FROM upward_reports r WHERE
        (r.receiver_unit_id = ${unit} AND r.sent_at IS NOT NULL) OR
        ((${unit} IS NULL OR r.receiver_unit_id IS DISTINCT FROM ${unit}) AND ${incident}))`;
  };
}

/** 404, as for one that does not exist. */
export async function refuseUnlessSeen(tx: Tx, reportId: string, reader: Reader): Promise<void> {
  const parameters: unknown[] = [reportId];
  const condition = reportSight(reader)('id', binderOf(parameters));
  const text = `SELECT 1 FROM upward_reports WHERE id = $1 AND ${condition}`;
  if ((await sql(tx, text, parameters)).length === 0) throw notFound('This report');
}

/** The people and units that may hear of reports besides those who hear of everything. */
export async function reportCircles(
  tx: Tx,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await sql<{ id: string; incident_id: string; receiver_unit_id: string | null }>(
    tx,
    `SELECT id, incident_id, CASE WHEN sent_at IS NOT NULL THEN receiver_unit_id END AS receiver_unit_id
     FROM upward_reports WHERE id = ANY($1)`,
    [reportIds],
  );
  const circles = await circlesOf(
    tx,
    rows.map((row) => row.incident_id),
  );
  return new Map(
    rows.map(({ id, incident_id, receiver_unit_id }) => [
      id,
      [
        ...(circles.get(incident_id) ?? []),
        ...(receiver_unit_id === null ? [] : [receiver_unit_id]),
      ],
    ]),
  );
}
