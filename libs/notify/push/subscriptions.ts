import { sql } from '#platform';
import type { Tx } from '#platform';
import type { PushSubscription } from '../core/push-address.js';

interface Stored {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** A telephone and two computers are plenty; of more, the newest stay. */
const MOST_BROWSERS = 10;

/** The browsers that show somebody's notifications, oldest first. */
export async function subscriptionsOf(tx: Tx, userId: string): Promise<PushSubscription[]> {
  const rows = await sql<Stored>(
    tx,
    'SELECT endpoint, p256dh, auth FROM push_subscriptions WHERE user_id = $1 ORDER BY created_at, endpoint',
    [userId],
  );
  return rows.map(({ endpoint, p256dh, auth }) => ({ endpoint, keys: { p256dh, auth } }));
}

/** A browser belongs to whoever is signed in there: the one before gets nothing any more on this machine. */
export async function saveSubscription(
  tx: Tx,
  userId: string,
  { endpoint, keys }: PushSubscription,
  now: number,
): Promise<void> {
  await sql(
    tx,
    `INSERT INTO push_subscriptions (endpoint, user_id, p256dh, auth, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (endpoint) DO UPDATE SET user_id = excluded.user_id, p256dh = excluded.p256dh,
       auth = excluded.auth, created_at = excluded.created_at`,
    [endpoint, userId, keys.p256dh, keys.auth, new Date(now)],
  );
  await sql(
    tx,
    `DELETE FROM push_subscriptions WHERE user_id = $1 AND endpoint NOT IN (
       SELECT endpoint FROM push_subscriptions WHERE user_id = $1
       ORDER BY created_at DESC, endpoint LIMIT ${String(MOST_BROWSERS)})`,
    [userId],
  );
}

export async function removeSubscription(tx: Tx, userId: string, endpoint: string): Promise<void> {
  await sql(tx, 'DELETE FROM push_subscriptions WHERE user_id = $1 AND endpoint = $2', [
    userId,
    endpoint,
  ]);
}
