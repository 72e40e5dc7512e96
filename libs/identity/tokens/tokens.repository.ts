import { isId, pageOf, readCursor, sql } from '#platform';
import type { Page, Tx } from '#platform';
import { isPermission } from '../core/permissions.js';
import type { Permission } from '../core/permissions.js';

/** A token as its owner sees it again: without the secret. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly permissions: string[];
  readonly created_at: Date;
  readonly expires_at: Date;
}

export async function insertToken(
  tx: Tx,
  token: Token,
  owner: { readonly userId: string; readonly secretHash: string },
): Promise<void> {
  await sql(
    tx,
    `INSERT INTO api_tokens (id, user_id, name, token_hash, permissions, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      token.id,
      owner.userId,
      token.name,
      owner.secretHash,
      token.permissions,
      token.createdAt,
      token.expiresAt,
    ],
  );
}

/** Somebody's tokens that are not revoked, newest first; those that ran out stay in sight. */
export async function listTokens(
  tx: Tx,
  userId: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<Page<Token>> {
  const [before] = readCursor(cursor, 1) ?? [];
  const rows = await sql<TokenRow>(
    tx,
    `SELECT id, name, permissions, created_at, expires_at FROM api_tokens
     WHERE user_id = $1 AND revoked_at IS NULL AND ($2::uuid IS NULL OR id < $2)
     ORDER BY id DESC LIMIT $3`,
    [userId, before !== undefined && isId(before) ? before : null, limit + 1],
  );
  return pageOf(rows.map(toToken), limit, (token) => [token.id]);
}

const toToken = (row: TokenRow): Token => ({
  id: row.id,
  name: row.name,
  permissions: row.permissions.filter(isPermission),
  createdAt: row.created_at,
  expiresAt: row.expires_at,
});

/** Whether there was such a token to revoke. */
export async function revoke(tx: Tx, userId: string, id: string, now: number): Promise<boolean> {
  const rows = await sql(
    tx,
    `UPDATE api_tokens SET revoked_at = $3
     WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL RETURNING id`,
    [id, userId, new Date(now)],
  );
  return rows.length > 0;
}
