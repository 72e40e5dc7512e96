import { sql } from '#platform';
import type { Tx } from '#platform';
import type { IncidentWords } from './core/index.js';

export interface Link {
  readonly matterId: string;
  readonly incidentId: string;
  readonly state: 'confirmed' | 'dismissed';
}

const COLUMNS = 'matter_id AS "matterId", incident_id AS "incidentId", state';

export const linksOfMatter = (tx: Tx, matterId: string): Promise<Link[]> =>
  sql<Link>(tx, `SELECT ${COLUMNS} FROM matter_links WHERE matter_id = $1 ORDER BY decided_at`, [
    matterId,
  ]);

export const linksOfIncident = (tx: Tx, incidentId: string): Promise<Link[]> =>
  sql<Link>(tx, `SELECT ${COLUMNS} FROM matter_links WHERE incident_id = $1 ORDER BY decided_at`, [
    incidentId,
  ]);

export async function decideLink(
  tx: Tx,
  { matterId, incidentId, state }: Link,
  byId: string,
  now: number,
): Promise<void> {
  await sql(
    tx,
    `INSERT INTO matter_links (matter_id, incident_id, state, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (matter_id, incident_id) DO UPDATE SET state = excluded.state, decided_by = excluded.decided_by,
       decided_at = excluded.decided_at`,
    [matterId, incidentId, state, byId, new Date(now)],
  );
}

/** An incident that may be about a matter. */
export interface Candidate extends IncidentWords {
  readonly id: string;
}

/** The newest of a span are looked at; a county logs fewer in two weeks. */
const MOST_CANDIDATES = 1_000;

export async function incidentsAround(
  tx: Tx,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Candidate[]> {
  const rows = await sql<Omit<Candidate, 'at'> & { at: Date }>(
    tx,
    `SELECT id, title, claim, place, category, coalesce(occurred_at, detected_at) AS at FROM incidents
     WHERE coalesce(occurred_at, detected_at) BETWEEN $1 AND $2 AND state NOT IN ('merged', 'dismissed')
     ORDER BY detected_at DESC, id DESC LIMIT $3`,
    [new Date(from), new Date(to), MOST_CANDIDATES],
  );
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}
