import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Period, Remedy } from '../../core/index.js';
import { FRAME, FRAME_PARAMETERS } from '../../figures/frame.js';
import type { Frame } from '../../figures/frame.js';

/** More than anybody reads; the screen of actions has them all. */
const MOST = 50;
/** What does something about a cause: mended, taken up, put right. */
const KINDS = ['fix', 'adopt', 'correct'];

const [FROM, TO, WHICH, LIMIT] = [1, 2, 3, 4].map((more) => `$${String(FRAME_PARAMETERS + more)}`);

/**
 * 整改台账: actions about causes as they stood: those still open, however long nothing was done about them, and those that were
 * closed in the period. Of an incident that is closed nothing is left to do.
 */
const REMEDIES = `WITH ${FRAME}
  SELECT i.number AS "incidentNumber", a->>'title' AS title, u.name AS unit,
    (a->>'dueAt')::float8 AS "dueAt", a->>'status' = 'done' AS "isDone"
  FROM stood s JOIN incidents i ON i.id = s.incident_id
    CROSS JOIN LATERAL (
      SELECT data->'set'->'actions' AS actions FROM timeline
      WHERE subject_id = s.incident_id AND at < $1 AND data->'set' ? 'actions' ORDER BY seq DESC LIMIT 1) last
    CROSS JOIN LATERAL jsonb_array_elements(last.actions) a
    LEFT JOIN units u ON u.id = coalesce((a->>'unitId')::uuid, s.unit_id)
  WHERE (NOT s.is_closed OR s.last_at >= ${FROM}) AND s.logged_at < ${TO} AND a->>'kind' = ANY (${WHICH})
    AND s.incident_id IN (SELECT incident_id FROM incident_actions WHERE kind = ANY (${WHICH}))
    AND ((a->>'status' = 'open' AND NOT s.is_closed) OR (a->>'status' = 'done'
      AND (a->>'closedAt')::float8 >= extract(epoch FROM ${FROM}::timestamptz) * 1000
      AND (a->>'closedAt')::float8 < extract(epoch FROM ${TO}::timestamptz) * 1000))
  ORDER BY (a->>'dueAt')::float8, i.number LIMIT ${LIMIT}`;

export const readRemedies = (tx: Tx, frame: Frame, { from, to }: Period): Promise<Remedy[]> =>
  sql<Remedy>(tx, REMEDIES, [...frame.parameters, new Date(from), new Date(to), KINDS, MOST]);
