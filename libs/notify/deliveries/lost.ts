import type { Directory } from '#identity';
import { sql } from '#platform';
import type { Tx } from '#platform';
import type { ChannelSetup } from '../channel-setup.js';
import type { ChannelName } from '../core/channel-name.js';
import { settle } from './settle.js';
import type { Attempted } from './settle.js';

/** A send takes 15 s at most, and those before it in its process not much longer: whoever sent this is gone. */
const LOST_AFTER_MS = 120_000;
const AT_A_TIME = 200;

/** Deliveries whose process died while it sent them: nobody knows whether they arrived. Answers how many. */
export async function giveUpLost(
  tx: Tx,
  channel: ChannelName,
  office: { readonly setup: ChannelSetup; readonly directory: Directory },
  now: number,
): Promise<number> {
  const rows = await sql<Attempted>(
    tx,
    `SELECT d.id, d.cause, d.notification_id AS "notificationId", d.user_id AS "userId", d.severity,
       d.escalation_id AS "escalationId", d.attempts, d.expires_at AS "expiresAt", coalesce(n.topic, 'test') AS topic
     FROM deliveries d LEFT JOIN notifications n ON n.id = d.notification_id
     WHERE d.channel = $1 AND d.state = 'sending' AND d.sending_since < $2
     ORDER BY d.sending_since, d.id LIMIT ${String(AT_A_TIME)} FOR UPDATE OF d SKIP LOCKED`,
    [channel, new Date(now - LOST_AFTER_MS)],
  );
  if (rows.length === 0) return 0;
  const reason = 'the program ended while sending; it may have arrived, so it is not sent again';
  await settle(tx, rows, { state: 'in-doubt', reason }, office, now);
  return rows.length;
}
