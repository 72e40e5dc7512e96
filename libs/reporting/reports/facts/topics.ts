import { sql } from '#platform';
import type { Tx } from '#platform';
import { TOP } from '../../core/index.js';
import type { Period, TopicFacts } from '../../core/index.js';
import { FRAME, FRAME_PARAMETERS } from '../../figures/frame.js';
import type { Frame } from '../../figures/frame.js';

const [FROM, TO, MOST] = [1, 2, 3].map((more) => `$${String(FRAME_PARAMETERS + more)}`);

/**
 * 重点舆情: what was logged in the period and stands for itself, by the order of `topTopics`. Mentions are counted of no
 * more severities than are needed for so many: most of a million incidents are not in question. A mention lies with
 * the incident to which it belongs now.
 */
const TOPICS = `WITH ${FRAME},
  asked AS (
    SELECT *, array_position(ARRAY['I', 'II', 'III', 'IV'], severity) AS grade FROM stood
    WHERE logged_at >= ${FROM} AND logged_at < ${TO} AND state NOT IN ('merged', 'dismissed')),
  graded AS (SELECT coalesce(grade, 5) AS grade, count(*) AS n FROM asked GROUP BY 1),
  enough AS (
    SELECT min(grade) AS grade FROM (
      SELECT grade, sum(n) OVER (ORDER BY grade) AS sofar FROM graded) g WHERE sofar >= ${MOST})
  SELECT a.incident_id AS id, i.number, i.title, a.kind, a.severity, a.verdict, a.state, a.place,
    m.mentions, m.peak_rank AS "peakRank", a.logged_at AS "loggedAt"
  FROM asked a JOIN incidents i ON i.id = a.incident_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS mentions, min(rank) AS peak_rank FROM mentions
      WHERE incident_id = a.incident_id AND logged_at < $1) m
  WHERE coalesce(a.grade, 5) <= coalesce((SELECT grade FROM enough), 5)
  ORDER BY coalesce(a.grade, 5), m.mentions DESC, m.peak_rank NULLS LAST, a.logged_at, i.number LIMIT ${MOST}`;

export async function readTopics(
  tx: Tx,
  frame: Frame,
  { from, to }: Period,
): Promise<TopicFacts[]> {
  const given = [...frame.parameters, new Date(from), new Date(to), TOP];
  const rows = await sql<Omit<TopicFacts, 'loggedAt'> & { loggedAt: Date }>(tx, TOPICS, given);
  return rows.map((row) => ({ ...row, loggedAt: row.loggedAt.getTime() }));
}
