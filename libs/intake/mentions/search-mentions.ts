import { sql } from '#platform';
import type { MomentKey, SearchWords, TextSearch, Tx } from '#platform';
import { MENTIONS } from './searched-mentions.js';

export interface MentionSearch {
  readonly words: SearchWords;
  /** Any, when null. */
  readonly states: readonly string[] | null;
  /** Seen last at or after, and before. */
  readonly from: Date | null;
  readonly to: Date | null;
  readonly after: MomentKey | null;
  readonly limit: number;
}

export interface MentionHit {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly state: string;
  readonly incidentId: string | null;
  readonly seenCount: number;
  readonly at: Date;
}

/** Mentions that hold the words, those seen last first; one more than asked for. */
export async function searchMentions(
  tx: Tx,
  search: TextSearch,
  { words, states, from, to, after, limit }: MentionSearch,
): Promise<{ readonly hits: readonly MentionHit[]; readonly onlyNewest: boolean }> {
  const { ids, onlyNewest } = await search.find(tx, MENTIONS, {
    ...{ words, after, limit },
    where: (bind) => [
      ...(states === null ? [] : [`t.state = ANY(${bind(states)}::text[])`]),
      ...(from === null ? [] : [`t.last_seen_at >= ${bind(from)}`]),
      ...(to === null ? [] : [`t.last_seen_at < ${bind(to)}`]),
    ],
  });
  const hits = await sql<MentionHit>(
    tx,
    `SELECT m.id, m.text, coalesce(m.outlet, s.name) AS source, m.state, m.incident_id AS "incidentId",
       m.seen_count AS "seenCount", m.last_seen_at AS at
     FROM inbox_mentions m JOIN sources s ON s.id = m.source_id WHERE m.id = ANY($1::uuid[])
     ORDER BY m.last_seen_at DESC, m.id DESC`,
    [ids],
  );
  return { hits, onlyNewest };
}
