import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Instant, Reading } from '../core/index.js';
import { foldLives } from '../lives/lives.repository.js';

/** As of when, and in which zone. */
export interface Moment {
  readonly asOf: Instant;
  readonly zone: string;
}

/**
 * All incidents as they stood just before a moment, to be asked by SQL: `stood` and `befell` have the columns of `lives` and
 * `happenings`. An incident that has not changed since is read as it is kept; any other is folded again.
 */
export interface Frame {
  readonly asOf: Instant;
  readonly parameters: readonly unknown[];
}

/** The common table expressions of a frame take the first parameters. */
export const FRAME_PARAMETERS = 5;
/** The zone whose weeks are meant. */
export const FRAME_ZONE = '$5::text';
export const FRAME = `
  zone AS (SELECT ${FRAME_ZONE}),
  stood AS (
    SELECT * FROM lives WHERE logged_at < $1 AND incident_id <> ALL ($2::uuid[])
    UNION ALL SELECT * FROM jsonb_populate_recordset(NULL::lives, $3::jsonb)),
  befell AS (
    SELECT * FROM happenings WHERE at < $1 AND incident_id <> ALL ($2::uuid[])
    UNION ALL SELECT * FROM jsonb_populate_recordset(NULL::happenings, $4::jsonb))`;

/** Expects a transaction whose statements all see the same. */
export async function frameAt(tx: Tx, { asOf, zone }: Moment, reading: Reading): Promise<Frame> {
  const rows = await sql<{ incident_id: string }>(
    tx,
    `SELECT incident_id FROM lives WHERE logged_at < $1 AND last_at >= $1
     UNION SELECT incident_id FROM lives_due`,
    [new Date(asOf)],
  );
  const changed = rows.map(({ incident_id }) => incident_id);
  const { lives, happenings } = await foldLives(tx, changed, asOf, reading);
  const again = [JSON.stringify(lives), JSON.stringify(happenings)];
  return { asOf, parameters: [new Date(asOf), changed, ...again, zone] };
}
