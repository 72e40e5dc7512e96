import { randomBytes } from 'node:crypto';
import { hashOf, sql } from '#platform';
import type { Tx } from '#platform';

/** What a mention said and where: the only part of it that is not kept for good (boundaries.md, 6). */
export interface Wording {
  readonly text: string;
  readonly url: string | null;
}

/**
 * What a frozen record holds in place of a wording. Salted, since a short text could be guessed from a bare hash; when
 * the wording goes its salt goes with it, and what stays says nothing about it.
 */
export const commitmentTo = (salt: string, { text, url }: Wording): string =>
  hashOf({ salt, text, url });

/** Gives a salt to the mentions of an incident that have none yet. */
export async function saltWordings(tx: Tx, incidentId: string): Promise<void> {
  const rows = await sql<{ id: string }>(
    tx,
    `SELECT id FROM mentions WHERE incident_id = $1 AND wording_salt IS NULL AND wording_removed_at IS NULL`,
    [incidentId],
  );
  await sql(
    tx,
    `UPDATE mentions m SET wording_salt = s.salt FROM unnest($1::uuid[], $2::text[]) AS s (id, salt)
     WHERE m.id = s.id`,
    [rows.map(({ id }) => id), rows.map(() => randomBytes(16).toString('hex'))],
  );
}

/** The wordings of these mentions that are still kept, by the mention's id. */
export async function wordingsOf(
  tx: Tx,
  mentionIds: readonly string[],
): Promise<ReadonlyMap<string, Wording & { readonly salt: string | null }>> {
  const rows = await sql<{ id: string; text: string; url: string | null; salt: string | null }>(
    tx,
    `SELECT id, text, url, wording_salt AS salt FROM mentions
     WHERE id = ANY($1) AND wording_removed_at IS NULL`,
    [mentionIds],
  );
  return new Map(rows.map(({ id, ...wording }) => [id, wording]));
}
