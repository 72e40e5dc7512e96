import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Instant } from '../core/index.js';
import { CALLS, EXHAUSTED, IS_CALL, MEASURES } from './calls.sql.js';

/** Half-open: what starts at `to` belongs to the next one. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** Milliseconds: the median, the ninetieth of a hundred, and the longest. Null when there are none. */
type Shares = readonly [p50: number, p90: number, max: number] | null;

/** How a group of calls was answered. */
export interface ResponseFigures {
  readonly calls: number;
  readonly acknowledged: number;
  readonly acknowledge: Shares;
  readonly judged: number;
  readonly judge: Shares;
  readonly steps: number | null;
  readonly exhausted: number;
}

export const NO_RESPONSE: ResponseFigures = {
  calls: 0,
  acknowledged: 0,
  acknowledge: null,
  judged: 0,
  judge: null,
  steps: null,
  exhausted: 0,
};

export interface GroupedFigures {
  readonly total: ResponseFigures;
  readonly groups: ReadonlyMap<string, ResponseFigures>;
}

type Row = Partial<ResponseFigures> & { readonly key: string | null };

/** Both say the local hour in two digits, so that hours sort as texts. */
const KEYS = {
  severity: 'grade',
  hour: "to_char(started_at AT TIME ZONE $3, 'HH24')",
} as const;

/** @param timeZone the zone whose clock says what hour it is */
export async function readByKind(
  tx: Tx,
  by: keyof typeof KEYS,
  { from, to }: Period,
  timeZone: string,
): Promise<GroupedFigures> {
  const given = [new Date(from), new Date(to), timeZone];
  const grouped = (source: string, measures: string): string =>
    `SELECT key, ${measures} FROM (SELECT *, $3::text AS zone, ${KEYS[by]} AS key FROM (${source}) s) k
     GROUP BY GROUPING SETS ((key), ())`;
  const calls = await sql<Row>(tx, grouped(CALLS, MEASURES), given);
  const exhausted = await sql<Row>(tx, grouped(EXHAUSTED, 'count(*)::int AS exhausted'), given);
  const merged = merge([...calls, ...exhausted]);
  const { [TOTAL]: total = NO_RESPONSE, ...groups } = Object.fromEntries(merged);
  return { total, groups: new Map(Object.entries(groups)) };
}

/**
 * By person: the times of what they did themselves, the calls that reached them or that they took, and the ladders
 * that reached them in vain.
 *
 * @param userId this person only; null: everybody
 */
export async function readByPerson(
  tx: Tx,
  { from, to }: Period,
  userId: string | null,
): Promise<ReadonlyMap<string, ResponseFigures>> {
  const given = [new Date(from), new Date(to), userId];
  const done = sql<Row>(
    tx,
    `SELECT person AS key, ${MEASURES} FROM (${DONE}) done WHERE ${OF_PERSON} GROUP BY 1`,
    given,
  );
  const calls = sql<Row>(
    tx,
    `SELECT person AS key, count(*)::int AS calls FROM (
       SELECT person, id FROM (${DONE}) done WHERE clock = 'acknowledge'
       UNION
       SELECT told.person, e.deadline_id FROM (${REACHED}) told
       JOIN escalations e ON e.id = told.escalation_id
       JOIN deadlines d ON d.id = e.deadline_id
       WHERE ${IS_CALL} AND d.clock = 'acknowledge'
     ) met WHERE ${OF_PERSON} GROUP BY 1`,
    given,
  );
  const exhausted = sql<Row>(
    tx,
    `SELECT person AS key, count(*)::int AS exhausted FROM (${REACHED}) told
     JOIN (${EXHAUSTED}) e ON e.id = told.escalation_id GROUP BY 1`,
    given,
  );
  return merge((await Promise.all([done, calls, exhausted])).flat());
}

const OF_PERSON = 'person IS NOT NULL AND ($3::uuid IS NULL OR person = $3)';

/**
 * Which ladders reached whom. A step and its notifications are written in one transaction, and notifications are
 * indexed by person; a ladder tells nobody before it begins.
 */
const REACHED = `
  SELECT DISTINCT user_id AS person, escalation_id FROM notifications
  WHERE escalation_id IS NOT NULL AND channel = 'app' AND created_at >= $1
    AND ($3::uuid IS NULL OR user_id = $3)`;

/**
 * What was done, and by whom: the actor of the entry that stopped the clock. A judgement in which a leader concurs is
 * the analyst's, as the entry says.
 */
const DONE = `
  SELECT c.*, act.person FROM (${CALLS}) c CROSS JOIN LATERAL (
    SELECT coalesce((data #>> '{set,judgedBy}')::uuid, actor_id) AS person FROM timeline
    WHERE subject_id = c.subject_id AND at = c.stopped_at AND type = c.stopped_by LIMIT 1
  ) act
  WHERE c.ms IS NOT NULL AND ($3::uuid IS NULL OR c.subject_id IN (
    -- Whoever did it has an entry of their own: the act, or the proposal in which somebody concurred.
    SELECT subject_id FROM timeline WHERE actor_id = $3 AND at >= $1))`;

const TOTAL = 'all';

/** Later rows of a key add to earlier ones, and replace what they say too. */
function merge(rows: readonly Row[]): Map<string, ResponseFigures> {
  const merged = new Map<string, ResponseFigures>();
  for (const { key, ...figures } of rows) {
    const name = key ?? TOTAL;
    merged.set(name, { ...(merged.get(name) ?? NO_RESPONSE), ...figures });
  }
  return merged;
}
