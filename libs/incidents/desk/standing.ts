import { sql } from '#platform';
import type { Tx } from '#platform';
import { CLOSED_STATES, SEVERITIES, STATES } from '../words.js';

const OPEN = STATES.filter((state) => CLOSED_STATES.every((closed) => closed !== state));

/** How the office stands at this moment. */
export interface Standing {
  readonly open: number;
  /** Open, with a term that is past. */
  readonly overdue: number;
  /** The highest severity first, and of one severity the newest. */
  readonly gravest: readonly GraveIncident[];
}

export interface GraveIncident {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly severity: string;
  readonly state: string;
}

/** For those who see every incident. Reads open ones only, however many were closed. */
export async function readStanding(tx: Tx, now: number, most: number): Promise<Standing> {
  const [count] = await sql<{ open: number; overdue: number }>(
    tx,
    `SELECT (SELECT count(*)::int FROM incidents WHERE state = ANY($1)) AS open,
       (SELECT count(DISTINCT subject_id)::int FROM deadlines
        WHERE subject_type = 'incident' AND state = 'running' AND due_at <= $2) AS overdue`,
    [OPEN, new Date(now)],
  );
  const gravest = await sql<GraveIncident>(
    tx,
    `SELECT id, number, title, severity, state FROM incidents WHERE state = ANY($1)
     ORDER BY array_position($2::text[], severity), detected_at DESC, id DESC LIMIT $3`,
    [OPEN, SEVERITIES, most],
  );
  return { ...(count ?? { open: 0, overdue: 0 }), gravest };
}
