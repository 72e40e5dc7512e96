import { CROSS, NONE } from '../core/index.js';
import type { Attribute, Counted } from '../core/index.js';
import { FRAME, FRAME_PARAMETERS, FRAME_ZONE } from './frame.js';

export type Happened = Extract<Counted, { of: 'happened' }>;
/** Counted from the lives of incidents; the rest is in noted.ts. */
export type OfIncidents = Exclude<Counted, { of: 'noted' }>;

const cross = (one: string, other: string): string => `${one} || '${CROSS}' || ${other}`;
const orNone = (column: string): string => `coalesce(${column}, '${NONE}')`;

/** Values of an attribute as texts. */
const COLUMNS: Readonly<Record<Attribute, string>> = {
  ...{ kind: 'kind', category: 'category', severity: 'severity', verdict: 'verdict' },
  ...{ place: 'place', source: 'source', unit: 'unit_id::text' },
  week: `to_char(logged_at AT TIME ZONE ${FRAME_ZONE}, 'IYYY-"W"IW')`,
  kindSeverity: cross('kind', 'severity'),
  categoryPlace: cross('category', orNone('place')),
};

/** Behind the parameters of the frame: from, to. */
const [FROM, TO] = [1, 2].map((more) => `$${String(FRAME_PARAMETERS + more)}`) as [string, string];
/** The clocks of the courses, in their order. */
const CLOCKS = `$${String(FRAME_PARAMETERS + 3)}::text[]`;
const IN_PERIOD = `at >= ${FROM} AND at < ${TO}`;
const LOGGED_IN_PERIOD = `logged_at >= ${FROM} AND logged_at < ${TO}`;
const IS_OPEN = `NOT is_closed AND logged_at < ${TO} AND ${FROM}::timestamptz IS NOT NULL`;

export interface LoggedRow {
  /** Null: all that were logged. */
  readonly attribute: Attribute | null;
  readonly member: string;
  readonly count: number;
}

/** The columns whose groups are the values of an attribute, those of two columns first. Weeks are counted apart. */
const GROUPED: readonly [Attribute, readonly string[]][] = [
  ['kindSeverity', ['kind', 'severity']],
  ['categoryPlace', ['category', 'place']],
  ...(['kind', 'category', 'severity', 'verdict', 'place', 'source'] as const).map(
    (name): [Attribute, readonly string[]] => [name, [name]],
  ),
  ['unit', ['unit_id']],
];

const whichSet = (otherwise: (name: Attribute) => string): string =>
  `CASE ${GROUPED.map(([name, columns]) => `WHEN grouping(${columns.join(', ')}) = 0 THEN ${otherwise(name)}`).join(' ')} END`;

/**
 * One pass over what was logged: a set of groups for each attribute, and one of everything. Texts are made of groups,
 * not of incidents; so are weeks, of quarters of an hour: every zone differs from UTC by some of these.
 */
export const COUNT_LOGGED = `WITH ${FRAME}
  SELECT ${whichSet((name) => `'${name}'`)} AS attribute,
    ${whichSet((name) => orNone(COLUMNS[name]))} AS member, count(*)::int AS count
  FROM stood WHERE ${LOGGED_IN_PERIOD}
  GROUP BY GROUPING SETS ((), ${GROUPED.map(([, columns]) => `(${columns.join(', ')})`).join(', ')})
  UNION ALL SELECT 'week', ${COLUMNS.week}, sum(count)::int FROM (
    SELECT date_bin('15 minutes', logged_at, 'epoch') AS logged_at, count(*) FROM stood
    WHERE ${LOGGED_IN_PERIOD} GROUP BY 1) quarters GROUP BY 2`;

export const COUNT_OPEN = `WITH ${FRAME} SELECT count(*)::int AS count FROM stood WHERE ${IS_OPEN}`;

export interface HappenedCount {
  readonly what: string;
  readonly clock: string | null;
  readonly times: number;
  /** An incident to which it happened in the period before counts no more. */
  readonly incidents: number;
}

/** Happenings whose times are measured together, of all incidents or of a clock. */
export interface Course {
  readonly what: readonly string[];
  readonly clock: string | null;
}

/** Milliseconds by the nearest rank: times that something really took. */
export type Percentiles = readonly [median: number, ninetieth: number];

/**
 * One reading of what happened in the period, answered as one row: `counts`, and for each course f0, f1, … its
 * percentiles, null when nothing took time. The times of a course are gathered before they are sorted, in parallel and
 * as mere numbers: less than half of what grouping sorted rows takes.
 */
export const countHappened = (courses: readonly Course[]): string => `WITH ${FRAME},
  told AS MATERIALIZED (
    SELECT what, clock, count(*) AS times,
      count(*) FILTER (WHERE previous_at IS NULL OR previous_at < ${FROM}) AS incidents,
      array_agg(ms) FILTER (WHERE ms IS NOT NULL AND ${isAmong([...new Set(courses.flatMap(({ what }) => what))])}) AS took
    FROM befell WHERE ${IN_PERIOD} GROUP BY what, clock)
  SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('what', what, 'clock', clock, 'times', times, 'incidents', incidents)), '[]')
      FROM told) AS counts,
    ${courses
      .map(
        ({ what }, index) => `(
      SELECT percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY ms)::float8[] FROM told, unnest(took) ms
      WHERE ${isAmong(what)} AND clock IS NOT DISTINCT FROM (${CLOCKS})[${String(index + 1)}]) AS f${String(index)}`,
      )
      .join(', ')}`;

/** What took no time that was measured is in no percentile. */
const hasTime = (counted: Happened): string => (isTime(counted) ? ' AND ms IS NOT NULL' : '');

export const isTime = ({ measure }: Happened): boolean =>
  measure === 'median' || measure === 'ninetieth';

/** Codes of ours, never what somebody typed. */
const isAmong = (what: readonly string[]): string =>
  `what IN (${what.map((code) => `'${code}'`).join(', ')})`;

/**
 * The incidents that a figure counted, once each, the one logged last first. Behind the period's parameters: the
 * member, the id after which to go on, how many.
 */
export function idsCounted(counted: OfIncidents, member: string | null): string {
  const [third, after, limit] = [3, 4, 5].map((more) => `$${String(FRAME_PARAMETERS + more)}`);
  const isMember = (column: string): string =>
    member === null ? `${third}::text IS NULL` : `${orNone(column)} = ${third}`;
  const [rows, where] = rowsCounted(counted, isMember);
  return `WITH ${FRAME} SELECT DISTINCT incident_id FROM ${rows} WHERE ${where}
    AND (${after}::uuid IS NULL OR incident_id < ${after}) ORDER BY incident_id DESC LIMIT ${limit}`;
}

function rowsCounted(counted: OfIncidents, isMember: (column: string) => string): [string, string] {
  switch (counted.of) {
    case 'logged':
      return [
        'stood',
        `${LOGGED_IN_PERIOD} AND ${isMember(counted.by === null ? 'NULL' : COLUMNS[counted.by])}`,
      ];
    case 'open':
      return ['stood', `${IS_OPEN} AND ${isMember('NULL')}`];
    case 'happened':
      return [
        'befell',
        `${IN_PERIOD} AND ${isAmong(counted.what)} AND ${isMember('clock')}${hasTime(counted)}`,
      ];
  }
}
