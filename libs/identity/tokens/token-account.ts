import { sql } from '#platform';
import type { Tx } from '#platform';
import { secretHash } from '../access/secrets.js';
import { ACCOUNT_COLUMNS } from '../sessions/session-store.js';
import type { AccountRow } from '../sessions/session-store.js';

export interface TokenAccountRow extends AccountRow {
  /** What the token was given when it was made. */
  readonly permissions: string[];
}

/** The account behind an API token that is neither revoked nor run out. */
export async function findTokenAccount(
  tx: Tx,
  token: string,
  now: number,
): Promise<TokenAccountRow | null> {
  const [row] = await sql<TokenAccountRow>(
    tx,
    `SELECT ${ACCOUNT_COLUMNS}, t.permissions
     FROM api_tokens t JOIN users u ON u.id = t.user_id
     WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > $2 AND u.disabled_at IS NULL`,
    [secretHash(token), new Date(now)],
  );
  return row ?? null;
}
