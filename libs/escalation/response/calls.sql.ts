/** Deadlines of incidents that started in the period. */
export const IS_CALL =
  "d.subject_type = 'incident' AND d.started_at >= $1 AND d.started_at < $2 AND d.clock IN ('acknowledge', 'judge')";

/**
 * Calls and judgements: the deadlines of two clocks that started from $1 up to $2, with how long they ran until
 * somebody did what they wait for.
 *
 * - The time of a pause is left out: a clock that stands still is held against nobody, as it is for due times. One
 *   stopped during a pause had counted until the pause.
 * - A judgement or an observation shows that somebody has taken the matter up, so it ends the wait for an
 *   acknowledgement (`clocks.yaml` says the same). What was dismissed or merged was not answered: it counts as a
 *   call, and its time does not.
 * - A ladder of a deadline begins with it or later: hence the same lower bound.
 */
export const CALLS = `
  SELECT d.subject_id, d.id, d.clock, d.grade, d.started_at, d.stopped_at, d.stopped_by,
    CASE WHEN (d.clock, d.stopped_by) IN (
        ('acknowledge', 'acknowledged'), ('acknowledge', 'judgement-proposed'), ('acknowledge', 'judged'),
        ('acknowledge', 'observing'), ('judge', 'judged'), ('judge', 'observing'))
      THEN (extract(epoch FROM coalesce(d.paused_at, d.stopped_at) - d.started_at) * 1000 - d.paused_ms)::float8
    END AS ms,
    ladders.steps
  FROM deadlines d
  LEFT JOIN (
    SELECT deadline_id, sum(steps_taken) AS steps FROM escalations
    WHERE clock = 'acknowledge' AND started_at >= $1 GROUP BY deadline_id
  ) ladders ON ladders.deadline_id = d.id
  WHERE ${IS_CALL}`;

/** Ladders of incidents that began in the same time and ran out. */
export const EXHAUSTED = `
  SELECT e.id, e.started_at, d.grade FROM escalations e JOIN deadlines d ON d.id = e.deadline_id
  WHERE e.state = 'exhausted' AND e.subject_type = 'incident' AND e.started_at >= $1 AND e.started_at < $2`;

/** What is measured of a group of calls. The last of the three shares is the longest time. */
export const MEASURES = `
  count(*) FILTER (WHERE clock = 'acknowledge')::int AS calls,
  count(ms) FILTER (WHERE clock = 'acknowledge')::int AS acknowledged,
  percentile_disc(ARRAY[0.5, 0.9, 1]) WITHIN GROUP (ORDER BY ms)
    FILTER (WHERE clock = 'acknowledge') AS acknowledge,
  count(ms) FILTER (WHERE clock = 'judge')::int AS judged,
  percentile_disc(ARRAY[0.5, 0.9, 1]) WITHIN GROUP (ORDER BY ms) FILTER (WHERE clock = 'judge') AS judge,
  avg(steps) FILTER (WHERE clock = 'acknowledge' AND ms IS NOT NULL)::float8 AS steps`;
