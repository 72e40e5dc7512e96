import { sql } from '#platform';
import type { Tx } from '#platform';
import { newSecret, secretHash } from '../access/secrets.js';
import { sessionEnd, shouldSlide } from '../core/session-life.js';

/** A user as the guard needs to know them. */
export interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: string[];
  readonly unit_id: string | null;
  readonly locale: string;
}

export const ACCOUNT_COLUMNS = 'u.id, u.username, u.name, u.roles, u.unit_id, u.locale';

interface SessionRow extends AccountRow {
  readonly created_at: Date;
  readonly expires_at: Date;
}

/** The account behind a session's secret, if the session still runs; using it keeps it running. */
export async function resumeSession(
  tx: Tx,
  secret: string,
  now: number,
): Promise<AccountRow | null> {
  const hash = secretHash(secret);
  const [row] = await sql<SessionRow>(
    tx,
    `SELECT ${ACCOUNT_COLUMNS}, s.created_at, s.expires_at
     FROM sessions s JOIN users u ON u.id = s.user_id
     WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.disabled_at IS NULL`,
    [hash, new Date(now)],
  );
  if (row === undefined) return null;
  const createdAt = row.created_at.getTime();
  if (shouldSlide(createdAt, row.expires_at.getTime(), now)) {
    await sql(tx, 'UPDATE sessions SET expires_at = $2 WHERE token_hash = $1', [
      hash,
      new Date(sessionEnd(createdAt, now)),
    ]);
  }
  return row;
}

/** Begins a session and answers its secret. Sessions that ran out are swept on the way. */
export async function beginSession(tx: Tx, userId: string, now: number): Promise<string> {
  const secret = newSecret();
  await trimSessions(tx, now);
  await sql(
    tx,
    'INSERT INTO sessions (token_hash, user_id, created_at, expires_at) VALUES ($1, $2, $3, $4)',
    [secretHash(secret), userId, new Date(now), new Date(sessionEnd(now, now))],
  );
  return secret;
}

/** Forgets sessions that ran out. */
export async function trimSessions(tx: Tx, now: number): Promise<void> {
  await sql(tx, 'DELETE FROM sessions WHERE expires_at <= $1', [new Date(now)]);
}

export async function endSession(tx: Tx, secret: string): Promise<void> {
  await sql(tx, 'DELETE FROM sessions WHERE token_hash = $1', [secretHash(secret)]);
}

/** Signs somebody out everywhere. */
export async function endSessionsOf(tx: Tx, userId: string): Promise<void> {
  await sql(tx, 'DELETE FROM sessions WHERE user_id = $1', [userId]);
}
