import { CROSS, FIGURES, NONE } from '../core/index.js';
import type { Attribute, Counted, FigureDefinition } from '../core/index.js';
import { FRAME, FRAME_PARAMETERS, FRAME_ZONE } from './frame.js';

type Happened = Extract<Counted, { of: 'happened' }>;
/** Counted from the lives of incidents; the rest is in noted.ts. */
export type OfIncidents = Exclude<Counted, { of: 'noted' }>;
type HappenedFigure = FigureDefinition & { readonly counted: Happened };

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
const ATTRIBUTES = Object.entries(COLUMNS);
const IN_PERIOD = `at >= ${FROM} AND at < ${TO}`;
const LOGGED_IN_PERIOD = `logged_at >= ${FROM} AND logged_at < ${TO}`;
const IS_OPEN = `NOT is_closed AND logged_at < ${TO} AND ${FROM}::timestamptz IS NOT NULL`;

export interface LoggedRow {
  /** Null: all that were logged. */
  readonly attribute: Attribute | null;
  readonly member: string;
  readonly count: number;
}

const whichSet = (otherwise: (name: string, column: string) => string): string =>
  `CASE ${ATTRIBUTES.map(([name, column]) => `WHEN grouping(${column}) = 0 THEN ${otherwise(name, column)}`).join(' ')} END`;

/** One pass over what was logged: a set of groups for each attribute, and one of everything. */
export const COUNT_LOGGED = `WITH ${FRAME}
  SELECT ${whichSet((name) => `'${name}'`)} AS attribute,
    ${whichSet((_, column) => orNone(column))} AS member, count(*)::int AS count
  FROM stood WHERE ${LOGGED_IN_PERIOD}
  GROUP BY GROUPING SETS ((), ${ATTRIBUTES.map(([, column]) => `(${column})`).join(', ')})`;

export const COUNT_OPEN = `WITH ${FRAME} SELECT count(*)::int AS count FROM stood WHERE ${IS_OPEN}`;

/** Figures of what happened: those of the whole, or those of each clock. */
export const happenedFigures = (byClock: boolean): HappenedFigure[] =>
  FIGURES.filter(isOfHappenings).filter(({ counted }) => counted.byClock === byClock);

const isOfHappenings = (definition: FigureDefinition): definition is HappenedFigure =>
  definition.counted.of === 'happened';

/** A row with a column f0, f1, … for each of these figures; one row for each clock, or one of all. */
export const countHappened = (byClock: boolean): string => `WITH ${FRAME}
  SELECT ${byClock ? 'clock' : 'NULL'} AS member,
    ${happenedFigures(byClock)
      .map(({ counted }, index) => `${valueOf(counted)} AS f${String(index)}`)
      .join(', ')}
  FROM befell WHERE ${IN_PERIOD} AND clock IS ${byClock ? 'NOT NULL GROUP BY clock' : 'NULL'}`;

/** Percentiles by the nearest rank: a time that somebody really took. */
function valueOf({ what, measure }: Happened): string {
  const those = `FILTER (WHERE ${isAmong(what)})`;
  switch (measure) {
    case 'each':
      return `count(DISTINCT incident_id) ${those}::int`;
    case 'times':
      return `count(*) ${those}::int`;
    case 'share':
      return `(count(*) FILTER (WHERE ${isAmong(what.slice(0, 1))}))::float8 / nullif(count(*) ${those}, 0)`;
    case 'median':
      return `(percentile_disc(0.5) WITHIN GROUP (ORDER BY ms) ${those})::float8 / 60000`;
    case 'ninetieth':
      return `(percentile_disc(0.9) WITHIN GROUP (ORDER BY ms) ${those})::float8 / 60000`;
  }
}

/** What took no time that was measured is in no percentile. */
const hasTime = ({ measure }: Happened): string =>
  measure === 'median' || measure === 'ninetieth' ? ' AND ms IS NOT NULL' : '';

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
