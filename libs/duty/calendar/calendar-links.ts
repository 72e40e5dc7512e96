import { newSecret, secretHash } from '#identity';
import { sql } from '#platform';
import type { Tx } from '#platform';

/** Makes somebody's secret address anew; an earlier one stops working. Answers the secret, which is not kept. */
export async function newCalendarLink(tx: Tx, userId: string, now: number): Promise<string> {
  const secret = newSecret();
  await sql(
    tx,
    `INSERT INTO calendar_links (user_id, secret_hash, created_at) VALUES ($1, $2, $3)
     ON CONFLICT (user_id) DO UPDATE SET secret_hash = excluded.secret_hash, created_at = excluded.created_at`,
    [userId, secretHash(secret), new Date(now)],
  );
  return secret;
}

export async function dropCalendarLink(tx: Tx, userId: string): Promise<void> {
  await sql(tx, 'DELETE FROM calendar_links WHERE user_id = $1', [userId]);
}

/** Whose calendar a secret opens; null when nobody's, or somebody's who has left. */
export async function ownerOfLink(tx: Tx, secret: string): Promise<string | null> {
  const [row] = await sql<{ user_id: string }>(
    tx,
    `SELECT l.user_id FROM calendar_links l JOIN users u ON u.id = l.user_id
     WHERE l.secret_hash = $1 AND u.disabled_at IS NULL`,
    [secretHash(secret)],
  );
  return row?.user_id ?? null;
}
