import { sql } from '#platform';
import type { Tx } from '#platform';
import { newSecret, secretHash } from '../access/secrets.js';
import { isAnybodyHere } from '../users/users.repository.js';

const VALID_MS = 24 * 60 * 60_000;

const oldestValid = (now: number): Date => new Date(now - VALID_MS);

/** A secret for the first administrator's link, while there is no user at all; null afterwards. Valid for a day. */
export async function issueSetupToken(tx: Tx, now: number): Promise<string | null> {
  if (await isAnybodyHere(tx)) return null;
  const secret = newSecret();
  await sql(tx, 'DELETE FROM setup_tokens WHERE created_at <= $1', [oldestValid(now)]);
  await sql(tx, 'INSERT INTO setup_tokens (token_hash, created_at) VALUES ($1, $2)', [
    secretHash(secret),
    new Date(now),
  ]);
  return secret;
}

/** The page that the link opens. */
export const setupLink = (publicUrl: string, secret: string): string =>
  new URL(`/setup?token=${secret}`, publicUrl).href;

export async function isSetupToken(tx: Tx, secret: string, now: number): Promise<boolean> {
  const rows = await sql(
    tx,
    'SELECT 1 FROM setup_tokens WHERE token_hash = $1 AND created_at > $2',
    [secretHash(secret), oldestValid(now)],
  );
  return rows.length > 0;
}

/**
 * Uses up every setup token, and says whether the given one was among them and valid. Two who try at the same moment
 * wait for each other's rows: the second finds none left.
 */
export async function consumeSetupTokens(tx: Tx, secret: string, now: number): Promise<boolean> {
  const rows = await sql<{ token_hash: string; created_at: Date }>(
    tx,
    'DELETE FROM setup_tokens RETURNING token_hash, created_at',
  );
  const hash = secretHash(secret);
  return rows.some((row) => row.token_hash === hash && row.created_at > oldestValid(now));
}
