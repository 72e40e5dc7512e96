import { sql } from '#platform';
import type { Tx } from '#platform';
import type { RetainedState } from '../core/index.js';

/** Until when something must have been closed for its time to be over, by its state. Epoch milliseconds. */
export type Cutoffs = Readonly<Record<RetainedState, number>>;

export interface DueIncident {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** What decides: its own state, or that of the incident into which it was merged. */
  readonly state: RetainedState;
  readonly closedAt: Date;
  readonly mentions: number;
}

/** An incident counts from when it was closed; a merged one from when the one that took it in was. */
const DUE = `
  WITH RECURSIVE resting AS (
    SELECT i.id, i.state, i.closed_at FROM incidents i
    WHERE i.state = 'dismissed' AND i.closed_at <= $1 OR i.state = 'archived' AND i.closed_at <= $2
  ), path AS (
    SELECT i.id, s.facts->>'mergedInto' AS next, 1 AS depth FROM incidents i JOIN subjects s ON s.id = i.id
    WHERE i.state = 'merged' AND EXISTS (
      SELECT 1 FROM mentions m WHERE m.incident_id = i.id AND m.wording_removed_at IS NULL)
    UNION ALL
    SELECT p.id, s.facts->>'mergedInto', p.depth + 1 FROM path p
    JOIN incidents i ON i.id::text = p.next AND i.state = 'merged'
    JOIN subjects s ON s.id = i.id WHERE p.depth < 50
  ), due AS (
    SELECT id, state, closed_at FROM resting
    UNION ALL
    SELECT p.id, r.state, r.closed_at FROM path p JOIN resting r ON r.id::text = p.next
  ), kept AS (
    SELECT d.id, d.state, d.closed_at, m.mentions FROM due d
    CROSS JOIN LATERAL (SELECT count(*)::int AS mentions FROM mentions m
      WHERE m.incident_id = d.id AND m.wording_removed_at IS NULL) m
    WHERE m.mentions > 0
  )`;

const dates = ({ dismissed, archived }: Cutoffs): Date[] => [
  new Date(dismissed),
  new Date(archived),
];

/** Those whose wordings have had their time, the longest closed first. */
export const dueIncidents = (
  tx: Tx,
  cutoffs: Cutoffs,
  page: {
    readonly after: { readonly at: Date; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<DueIncident[]> =>
  sql<DueIncident>(
    tx,
    `${DUE} SELECT k.id, i.number, i.title, k.state, k.closed_at AS "closedAt", k.mentions
     FROM kept k JOIN incidents i ON i.id = k.id
     WHERE $3::timestamptz IS NULL OR (k.closed_at, k.id) > ($3, $4::uuid)
     ORDER BY k.closed_at, k.id LIMIT $5`,
    [...dates(cutoffs), page.after?.at ?? null, page.after?.id ?? null, page.limit],
  );

export async function countDue(
  tx: Tx,
  cutoffs: Cutoffs,
): Promise<{ readonly incidents: number; readonly mentions: number }> {
  const [row] = await sql<{ incidents: number; mentions: number }>(
    tx,
    `${DUE} SELECT count(*)::int AS incidents, coalesce(sum(mentions), 0)::int AS mentions FROM kept`,
    dates(cutoffs),
  );
  return row ?? { incidents: 0, mentions: 0 };
}

/** Takes wording, address and salt of an incident's mentions away. Where, when and how far it was seen stays. */
export async function removeWordings(tx: Tx, incidentId: string, now: number): Promise<number> {
  const rows = await sql<{ removed: number }>(
    tx,
    `WITH gone AS (
       UPDATE mentions SET text = '', url = NULL, wording_salt = NULL, wording_removed_at = $2
       WHERE incident_id = $1 AND wording_removed_at IS NULL RETURNING 1)
     SELECT count(*)::int AS removed FROM gone`,
    [incidentId, new Date(now)],
  );
  return rows[0]?.removed ?? 0;
}

/** What has gone so far. */
export async function countRemoved(
  tx: Tx,
): Promise<{ readonly mentions: number; readonly lastAt: Date | null }> {
  const [row] = await sql<{ mentions: number; lastAt: Date | null }>(
    tx,
    `SELECT count(*)::int AS mentions, max(wording_removed_at) AS "lastAt" FROM mentions
     WHERE wording_removed_at IS NOT NULL`,
  );
  return row ?? { mentions: 0, lastAt: null };
}
