import { newId, sql } from '#platform';
import type { Tx } from '#platform';

/** A sighting that has passed the redactor. Instants are epoch milliseconds. */
export interface NewMention {
  readonly source: string;
  readonly url: string | null;
  readonly text: string;
  readonly seenAt: number;
  readonly rank: number | null;
  readonly views: number | null;
  /** The sighting of the inbox that it is made of. It joins once. */
  readonly sightingId?: string;
  /** The incidents from which its like was merged to where it comes now. */
  readonly mergePath?: readonly string[];
}

/** How often, when and how far a claim was seen. */
export interface Reach {
  readonly count: number;
  readonly firstSeenAt: number | null;
  readonly lastSeenAt: number | null;
  /** The best place on any list: the lowest rank. */
  readonly peakRank: number | null;
  readonly peakViews: number | null;
}

export function reachOf(mentions: readonly NewMention[]): Reach {
  const times = mentions.map(({ seenAt }) => seenAt);
  const ranks = mentions.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  const views = mentions.flatMap((mention) => (mention.views === null ? [] : [mention.views]));
  return {
    count: mentions.length,
    firstSeenAt: times.length > 0 ? Math.min(...times) : null,
    lastSeenAt: times.length > 0 ? Math.max(...times) : null,
    peakRank: ranks.length > 0 ? Math.min(...ranks) : null,
    peakViews: views.length > 0 ? Math.max(...views) : null,
  };
}

/** Answers the ids of those that were not there yet. */
export async function insertMentions(
  tx: Tx,
  incidentId: string,
  mentions: readonly NewMention[],
  now: number,
): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    tx,
    `INSERT INTO mentions (id, incident_id, source, url, text, seen_at, rank, views, logged_at, sighting_id, merge_path)
     SELECT id, $1, source, url, text, seen_at, rank, views, $9, sighting_id, merge_path::uuid[]
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::int[], $8::bigint[],
       $10::uuid[], $11::text[]) AS m (id, source, url, text, seen_at, rank, views, sighting_id, merge_path)
     ON CONFLICT (sighting_id) DO NOTHING RETURNING id`,
    [
      incidentId,
      mentions.map(() => newId()),
      mentions.map(({ source }) => source),
      mentions.map(({ url }) => url),
      mentions.map(({ text }) => text),
      mentions.map(({ seenAt }) => new Date(seenAt)),
      mentions.map(({ rank }) => rank),
      mentions.map(({ views }) => views),
      new Date(now),
      mentions.map(({ sightingId }) => sightingId ?? null),
      // A list of lists of different lengths is none that PostgreSQL takes: each goes as the text of its array.
      mentions.map(({ mergePath = [] }) => `{${mergePath.join(',')}}`),
    ],
  );
  return rows.map(({ id }) => id);
}

/** Counts again what was seen of an incident: after mentions came or went. */
export async function recountReach(tx: Tx, incidentIds: readonly string[]): Promise<void> {
  await sql(
    tx,
    `UPDATE incidents i SET mention_count = coalesce(r.count, 0), first_seen_at = r.first_seen,
       last_seen_at = r.last_seen, peak_rank = r.peak_rank, peak_views = r.peak_views
     FROM unnest($1::uuid[]) AS wanted (id)
     LEFT JOIN LATERAL (
       SELECT count(*)::int AS count, min(seen_at) AS first_seen, max(seen_at) AS last_seen,
         min(rank) AS peak_rank, max(views) AS peak_views FROM mentions WHERE incident_id = wanted.id
     ) r ON true
     WHERE i.id = wanted.id`,
    [incidentIds],
  );
}
