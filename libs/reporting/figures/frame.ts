import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Instant, Reading } from '../core/index.js';
import { foldLives } from '../lives/lives.repository.js';

/** As of when, and in which zone. */
export interface Moment {
  readonly asOf: Instant;
  readonly zone: string;
  /** Of the whole organisation when left out. */
  readonly of?: Scope;
}

/** Whose incidents are counted: those of a unit as they stood, or a single one. */
export interface Scope {
  readonly unitId: string | null;
  readonly incidentId: string | null;
}

/**
 * All incidents as they stood just before a moment, to be asked by SQL: `stood` and `befell` have the columns of `lives` and
 * `happenings`. An incident that has not changed since is read as it is kept; any other is folded again.
 */
export interface Frame {
  readonly asOf: Instant;
  readonly parameters: readonly unknown[];
  /** Counts all that there is, and duty as well. */
  readonly isWhole: boolean;
}

/** The common table expressions of a frame take the first parameters. */
export const FRAME_PARAMETERS = 7;
/** The zone whose weeks are meant. */
export const FRAME_ZONE = '$5::text';
const IN_SCOPE = '($6::uuid IS NULL OR unit_id = $6) AND ($7::uuid IS NULL OR incident_id = $7)';
/** Not materialized: the conditions of a question reach the indexes of the tables. */
export const FRAME = `
  zone AS (SELECT ${FRAME_ZONE}),
  stood AS NOT MATERIALIZED (
    SELECT * FROM lives WHERE logged_at < $1 AND incident_id <> ALL ($2::uuid[]) AND ${IN_SCOPE}
    UNION ALL SELECT * FROM jsonb_populate_recordset(NULL::lives, $3::jsonb) WHERE ${IN_SCOPE}),
  befell AS NOT MATERIALIZED (
    SELECT * FROM (
      SELECT * FROM happenings WHERE at < $1 AND incident_id <> ALL ($2::uuid[])
      UNION ALL SELECT * FROM jsonb_populate_recordset(NULL::happenings, $4::jsonb)) h
    WHERE ($6::uuid IS NULL AND $7::uuid IS NULL) OR incident_id IN (SELECT incident_id FROM stood))`;

/** Expects a transaction whose statements all see the same. */
export async function frameAt(
  tx: Tx,
  { asOf, zone, of }: Moment,
  reading: Reading,
): Promise<Frame> {
  const rows = await sql<{ incident_id: string }>(
    tx,
    `SELECT incident_id FROM lives WHERE logged_at < $1 AND last_at >= $1
     UNION SELECT incident_id FROM lives_due`,
    [new Date(asOf)],
  );
  const changed = rows.map(({ incident_id }) => incident_id);
  const { lives, happenings } = await foldLives(tx, changed, asOf, reading);
  const again = [JSON.stringify(lives), JSON.stringify(happenings)];
  const { unitId = null, incidentId = null } = of ?? {};
  return {
    asOf,
    parameters: [new Date(asOf), changed, ...again, zone, unitId, incidentId],
    isWhole: unitId === null && incidentId === null,
  };
}
