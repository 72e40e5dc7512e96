import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Facts } from '#workflow';
import type { IncidentState, Kind, Severity, Verdict } from './words.js';

/** An incident as other rooms read it: what was logged, and what the rules know. Instants are epoch milliseconds. */
export interface IncidentReading {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly claim: string;
  readonly kind: Kind;
  readonly category: string;
  readonly place: string | null;
  readonly occurredAt: number | null;
  readonly detectedAt: number;
  readonly state: IncidentState;
  readonly severity: Severity;
  readonly verdict: Verdict;
  readonly unitId: string | null;
  readonly facts: Facts;
}

type Row = Omit<IncidentReading, 'occurredAt' | 'detectedAt'> & {
  readonly occurredAt: Date | null;
  readonly detectedAt: Date;
};

/** Null when there is none. */
export async function readIncident(tx: Tx, id: string): Promise<IncidentReading | null> {
  const [row] = await sql<Row>(
    tx,
    `SELECT i.id, i.number, i.title, i.claim, i.kind, i.category, i.place, i.occurred_at AS "occurredAt",
       i.detected_at AS "detectedAt", i.state, i.severity, i.verdict, i.unit_id AS "unitId", s.facts
     FROM incidents i JOIN subjects s ON s.id = i.id WHERE i.id = $1`,
    [id],
  );
  if (row === undefined) return null;
  return {
    ...row,
    occurredAt: row.occurredAt?.getTime() ?? null,
    detectedAt: row.detectedAt.getTime(),
  };
}

/** How often, where and how far a claim was seen until an instant. */
export interface SightingFigures {
  readonly count: number;
  /** In the 24 hours before the instant, and in the 24 hours before those. */
  readonly lastDay: number;
  readonly dayBefore: number;
  readonly firstSeenAt: number | null;
  /** The sources with the most sightings, the first three. */
  readonly sources: readonly string[];
  readonly sourceCount: number;
  readonly peakRank: number | null;
  readonly peakViews: number | null;
}

const NAMED_SOURCES = 3;
const DAY_MS = 24 * 3_600_000;

export async function sightingFigures(
  tx: Tx,
  incidentId: string,
  now: number,
): Promise<SightingFigures> {
  const [row] = await sql<{
    count: number;
    last_day: number;
    day_before: number;
    first_seen_at: Date | null;
    source_count: number;
    peak_rank: number | null;
    peak_views: string | null;
  }>(
    tx,
    `SELECT count(*)::int AS count, count(*) FILTER (WHERE seen_at > $3)::int AS last_day,
       count(*) FILTER (WHERE seen_at > $4 AND seen_at <= $3)::int AS day_before,
       min(seen_at) AS first_seen_at, count(DISTINCT source)::int AS source_count,
       min(rank) AS peak_rank, max(views) AS peak_views
     FROM mentions WHERE incident_id = $1 AND seen_at <= $2`,
    [incidentId, new Date(now), new Date(now - DAY_MS), new Date(now - 2 * DAY_MS)],
  );
  const sources = await sql<{ source: string }>(
    tx,
    `SELECT source FROM mentions WHERE incident_id = $1 AND seen_at <= $2
     GROUP BY source ORDER BY count(*) DESC, source LIMIT $3`,
    [incidentId, new Date(now), NAMED_SOURCES],
  );
  return {
    count: row?.count ?? 0,
    lastDay: row?.last_day ?? 0,
    dayBefore: row?.day_before ?? 0,
    firstSeenAt: row?.first_seen_at?.getTime() ?? null,
    sources: sources.map(({ source }) => source),
    sourceCount: row?.source_count ?? 0,
    peakRank: row?.peak_rank ?? null,
    // bigint comes as text; a view count fits a JavaScript number.
    peakViews: row === undefined || row.peak_views === null ? null : Number(row.peak_views),
  };
}
