import { sql } from '#platform';
import type { Tx } from '#platform';
import type { LateTerm, Period } from '../../core/index.js';
import { FRAME, FRAME_PARAMETERS } from '../../figures/frame.js';
import type { Frame } from '../../figures/frame.js';

/** More than anybody reads; the figure leads to all of them. */
const MOST = 30;
const [FROM, TO, LIMIT] = [1, 2, 3].map((more) => `$${String(FRAME_PARAMETERS + more)}`);

/**
 * 超时清单: the terms that were missed in the period, the first ones. The reason is the last that somebody gave on the
 * incident before the term was met after all: for a pause, a return, a hand-back, another grade.
 */
const LATE = `WITH ${FRAME},
  missed AS (
    SELECT incident_id, clock, at FROM befell
    WHERE what = 'late' AND at >= ${FROM} AND at < ${TO} ORDER BY at, incident_id LIMIT ${LIMIT})
  SELECT i.number AS "incidentNumber", i.title, m.clock, m.at AS "missedAt", d.at AS "doneAt", r.reason
  FROM missed m JOIN incidents i ON i.id = m.incident_id
    LEFT JOIN LATERAL (
      SELECT min(at) AS at FROM befell b
      WHERE b.incident_id = m.incident_id AND b.what = 'late-met' AND b.clock = m.clock AND b.at >= m.at) d ON true
    LEFT JOIN LATERAL (
      SELECT data->'params'->>'reason' AS reason FROM timeline
      WHERE subject_id = m.incident_id AND at < coalesce(d.at, $1) AND data->'params' ? 'reason'
      ORDER BY seq DESC LIMIT 1) r ON true
  ORDER BY m.at, i.number, m.clock`;

interface LateRow extends Omit<LateTerm, 'missedAt' | 'doneAt'> {
  readonly missedAt: Date;
  readonly doneAt: Date | null;
}

export async function readLateTerms(
  tx: Tx,
  frame: Frame,
  { from, to }: Period,
): Promise<LateTerm[]> {
  const given = [...frame.parameters, new Date(from), new Date(to), MOST];
  const rows = await sql<LateRow>(tx, LATE, given);
  return rows.map(({ missedAt, doneAt, ...row }) => ({
    ...row,
    missedAt: missedAt.getTime(),
    doneAt: doneAt?.getTime() ?? null,
  }));
}
