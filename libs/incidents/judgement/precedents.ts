import { ClaimIndex } from '#knowledge';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { SimilarIncident } from '../core/index.js';
import { seenAmong } from '../sight/sight.js';
import type { Reader } from '../sight/sight.js';

const MOST = 6;

type Row = Omit<SimilarIncident, 'score' | 'shared' | 'differsIn' | 'detectedAt' | 'closedAt'> & {
  readonly detectedAt: Date;
  readonly closedAt: Date | null;
};

/** Past and present incidents with a like claim: what was done about them, and how they ended. */
@Injectable()
export class Precedents {
  constructor(private readonly claims: ClaimIndex) {}

  /** Those that the reader may know of, the most alike first. */
  async of(
    tx: Tx,
    incident: { id: string; claim: string },
    reader: Reader,
  ): Promise<SimilarIncident[]> {
    const found = await this.claims.suggest(tx, incident.claim, {
      limit: MOST,
      targets: ['incident'],
      except: incident.id,
    });
    const ids = found.map(({ id }) => id);
    const seen = await seenAmong(tx, ids, reader);
    const rows = new Map((await endingsOf(tx, ids)).map((row) => [row.id, row]));
    return found.flatMap(({ id, score, why }) => {
      const row = rows.get(id);
      if (row === undefined || !seen.has(id)) return [];
      return [
        {
          ...row,
          detectedAt: row.detectedAt.toISOString(),
          closedAt: row.closedAt?.toISOString() ?? null,
          score: Math.round(score * 1000) / 1000,
          shared: [...why.shared],
          differsIn: [...why.differsIn],
        },
      ];
    });
  }
}

/** What the rules know of how each incident went. A merged one went the way of another, so it is left out. */
function endingsOf(tx: Tx, ids: readonly string[]): Promise<Row[]> {
  return sql<Row>(
    tx,
    `SELECT i.id, i.number, i.title, i.claim, i.place, i.state, i.severity, i.verdict,
       i.detected_at AS "detectedAt", i.closed_at AS "closedAt",
       s.facts->>'summary' AS summary, s.facts->>'lessons' AS lessons,
       coalesce((SELECT jsonb_agg(jsonb_build_object('title', a->>'title', 'status', a->>'status') ORDER BY n)
         FROM jsonb_array_elements(s.facts->'actions') WITH ORDINALITY AS rows (a, n)), '[]') AS actions,
       (SELECT count(*)::int FROM jsonb_array_elements(s.facts->'publications') p
         WHERE p->>'status' <> 'withdrawn') AS published
     FROM incidents i JOIN subjects s ON s.id = i.id WHERE i.id = ANY($1) AND i.state <> 'merged'`,
    [ids],
  );
}
