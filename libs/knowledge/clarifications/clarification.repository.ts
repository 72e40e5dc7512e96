import { sql } from '#platform';
import type { MomentKey, Tx } from '#platform';
import type { Clarification, Finding, KeptClarification } from './clarification.js';

interface Row extends Omit<Clarification, 'publishedAt' | 'updatedAt' | 'withdrawn'> {
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
}

const COLUMNS = `id, origin, release_id AS "releaseId", incident_id AS "incidentId", title, claim, verdict, answer,
  evidence, links, issued_by AS "issuedBy", published_at AS "publishedAt", updated_at AS "updatedAt", corrections,
  withdrawn_at AS "withdrawnAt", withdrawn_reason AS "withdrawnReason", version, public, matched_count AS "matchedCount"`;

const asClarification = ({
  publishedAt,
  updatedAt,
  withdrawnAt,
  withdrawnReason,
  ...rest
}: Row): Clarification => ({
  ...rest,
  publishedAt: publishedAt.getTime(),
  updatedAt: updatedAt.getTime(),
  withdrawn:
    withdrawnAt === null ? null : { at: withdrawnAt.getTime(), reason: withdrawnReason ?? '' },
});

export async function findClarification(tx: Tx, id: string): Promise<Clarification | null> {
  const [row] = await sql<Row>(tx, `SELECT ${COLUMNS} FROM clarifications WHERE id = $1`, [id]);
  return row === undefined ? null : asClarification(row);
}

export interface ClarificationSearch {
  readonly publicOnly: boolean;
  readonly verdict: Finding | null;
  readonly after: MomentKey | null;
  readonly limit: number;
}

/** The newest first. Reads one more than asked, for `pageOf`. */
export async function listClarifications(
  tx: Tx,
  { publicOnly, verdict, after, limit }: ClarificationSearch,
): Promise<Clarification[]> {
  const rows = await sql<Row>(
    tx,
    `SELECT ${COLUMNS} FROM clarifications
     WHERE ${publicOnly ? 'public' : 'true'} AND ($4::text IS NULL OR verdict = $4)
       AND ($1::timestamptz IS NULL OR (published_at, id) < ($1, $2::uuid))
     ORDER BY published_at DESC, id DESC LIMIT $3`,
    [after?.at ?? null, after?.id ?? null, limit + 1, verdict],
  );
  return rows.map(asClarification);
}

/**
 * Inserts it, or writes the next version over it: the former answer goes to its corrections. Answers whether it
 * stands, that is, was not withdrawn.
 */
export async function saveClarification(
  tx: Tx,
  kept: KeptClarification,
  now: number,
): Promise<boolean> {
  const [row] = await sql<{ stands: boolean }>(
    tx,
    `INSERT INTO clarifications AS was (id, origin, release_id, incident_id, title, claim, verdict, answer, evidence,
       links, issued_by, published_at, updated_at, withdrawn_at, withdrawn_reason, version, public)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, CASE WHEN $15::text IS NOT NULL THEN $13::timestamptz END,
       $15, 1, $14)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, claim = excluded.claim, verdict = excluded.verdict,
       answer = excluded.answer, evidence = excluded.evidence, links = excluded.links, issued_by = excluded.issued_by,
       updated_at = excluded.updated_at, public = excluded.public, version = was.version + 1,
       withdrawn_at = coalesce(was.withdrawn_at, excluded.withdrawn_at),
       withdrawn_reason = coalesce(was.withdrawn_reason, excluded.withdrawn_reason),
       corrections = CASE WHEN $16::text IS NULL THEN was.corrections ELSE was.corrections ||
         jsonb_build_array(jsonb_build_object('at', $17::text, 'reason', $16::text, 'answerBefore', was.answer)) END
     RETURNING withdrawn_at IS NULL AS stands`,
    [
      ...[kept.id, kept.origin, kept.releaseId, kept.incidentId, kept.title, kept.claim],
      ...[kept.verdict, kept.answer, JSON.stringify(kept.evidence), JSON.stringify(kept.links)],
      ...[kept.issuedBy, new Date(kept.publishedAt), new Date(now), kept.public],
      ...[kept.withdrawnFor ?? null, kept.correctedFor ?? null, new Date(now).toISOString()],
    ],
  );
  return row?.stands === true;
}

/** In the order of the ids. */
export async function findClarifications(tx: Tx, ids: readonly string[]): Promise<Clarification[]> {
  const rows = await sql<Row>(
    tx,
    `SELECT ${COLUMNS} FROM clarifications JOIN unnest($1::uuid[]) WITH ORDINALITY AS asked(asked_id, place)
       ON asked_id = id ORDER BY place`,
    [ids],
  );
  return rows.map(asClarification);
}

export async function isIncidentKnown(tx: Tx, id: string): Promise<boolean> {
  const rows = await sql(tx, "SELECT 1 FROM claims WHERE target = 'incident' AND target_id = $1", [
    id,
  ]);
  return rows.length > 0;
}

/** Answers false when somebody has said so before. */
export async function addMatch(
  tx: Tx,
  { id, incidentId, byId }: { id: string; incidentId: string; byId: string },
  now: number,
): Promise<boolean> {
  const added = await sql(
    tx,
    `INSERT INTO claim_matches (clarification_id, incident_id, matched_by, matched_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [id, incidentId, byId, new Date(now)],
  );
  if (added.length === 0) return false;
  await sql(tx, 'UPDATE clarifications SET matched_count = matched_count + 1 WHERE id = $1', [id]);
  return true;
}
