import { sql } from '#platform';
import type { Tx } from '#platform';
import { FIGURES, NOTED } from '../core/index.js';
import type { Counted, FigureDefinition, Instant, Period } from '../core/index.js';

type Noted = Extract<Counted, { of: 'noted' }>;
type NotedFigure = FigureDefinition & { readonly counted: Noted };

const isNoted = (definition: FigureDefinition): definition is NotedFigure =>
  definition.counted.of === 'noted';

/** What a timeline notes is there for good: as of a moment means before it. */
const NOTED_IN_PERIOD = `FROM timeline
  WHERE type IN (${NOTED.map((type) => `'${type}'`).join(', ')}) AND at >= $1 AND at < least($2::timestamptz, $3::timestamptz)`;

/** The figures that are not of incidents alone, by their names. */
export async function measureNoted(
  tx: Tx,
  { from, to }: Period,
  asOf: Instant,
): Promise<[string, number | null][]> {
  const rows = await sql<{ type: string; times: number; incidents: number }>(
    tx,
    `SELECT type, count(*)::int AS times, count(DISTINCT data->>'incidentId')::int AS incidents
     ${NOTED_IN_PERIOD} GROUP BY type`,
    [new Date(from), new Date(to), new Date(asOf)],
  );
  const total = (types: readonly string[], of: 'times' | 'incidents'): number =>
    rows.filter(({ type }) => types.includes(type)).reduce((sum, row) => sum + row[of], 0);
  return FIGURES.filter(isNoted).map(({ name, counted: { what, measure } }) => {
    if (measure !== 'share') return [name, total(what, measure)];
    const all = total(what, 'times');
    return [name, all === 0 ? null : total(what.slice(0, -1), 'times') / all];
  });
}

/** What such a figure counted, the newest first: incidents, or the shifts themselves. */
export async function idsNoted(
  tx: Tx,
  { on, what }: Noted,
  { from, to }: Period,
  asOf: Instant,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    tx,
    `SELECT DISTINCT ${on === 'shift' ? 'subject_id' : "(data->>'incidentId')::uuid"} AS id ${NOTED_IN_PERIOD}
       AND subject_type = $4 AND type = ANY($5::text[])
       AND ($6::uuid IS NULL OR ${on === 'shift' ? 'subject_id' : "(data->>'incidentId')::uuid"} < $6)
     ORDER BY id DESC LIMIT $7`,
    [new Date(from), new Date(to), new Date(asOf), on, what, after, limit],
  );
  return rows.map(({ id }) => id);
}
