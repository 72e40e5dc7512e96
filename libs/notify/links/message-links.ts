import { newSecret, secretHash } from '#identity';
import { sql } from '#platform';
import type { Tx } from '#platform';

/** A message is read soon or not at all; a link that lies around opens nothing. */
const VALID_MS = 30 * 60_000;
/** So long a link that has ended says so, instead of being unknown. */
const REMEMBERED_MS = 7 * 24 * 3_600_000;

export interface MessageLink {
  readonly userId: string;
  readonly escalationId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

export interface LinkFor {
  readonly userId: string;
  readonly escalationId: string;
}

/** Makes a link for each, and answers their secrets in the same order. The database keeps hashes only. */
export async function makeLinks(
  tx: Tx,
  wanted: readonly LinkFor[],
  now: number,
): Promise<string[]> {
  if (wanted.length === 0) return [];
  const secrets = wanted.map(() => newSecret());
  await sql(
    tx,
    `INSERT INTO message_links (secret_hash, user_id, escalation_id, expires_at)
     SELECT hash, user_id, escalation_id, $4 FROM unnest($1::text[], $2::uuid[], $3::uuid[])
       AS link (hash, user_id, escalation_id)`,
    [
      secrets.map(secretHash),
      wanted.map(({ userId }) => userId),
      wanted.map(({ escalationId }) => escalationId),
      new Date(now + VALID_MS),
    ],
  );
  return secrets;
}

const FIELDS = `user_id AS "userId", escalation_id AS "escalationId", expires_at AS "expiresAt", used_at AS "usedAt"`;

export async function findLink(tx: Tx, secret: string): Promise<MessageLink | null> {
  const [row] = await sql<MessageLink>(
    tx,
    `SELECT ${FIELDS} FROM message_links WHERE secret_hash = $1`,
    [secretHash(secret)],
  );
  return row ?? null;
}

/** Uses a link up. Null when it was used before, has expired or does not exist. */
export async function spendLink(tx: Tx, secret: string, now: number): Promise<MessageLink | null> {
  const [row] = await sql<MessageLink>(
    tx,
    `UPDATE message_links SET used_at = $2
     WHERE secret_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING ${FIELDS}`,
    [secretHash(secret), new Date(now)],
  );
  return row ?? null;
}

export async function trimMessageLinks(tx: Tx, now: number): Promise<void> {
  await sql(tx, 'DELETE FROM message_links WHERE expires_at < $1', [new Date(now - REMEMBERED_MS)]);
}
