import { sql } from '#platform';
import type { Tx } from '#platform';
import type { ChannelName } from '../core/channel-name.js';
import { MINUTE_MS, PATIENCE_MS } from '../core/bundle.js';

/** A delivery that is due, locked by the transaction that read it. */
export interface DueDelivery {
  readonly id: string;
  readonly cause: string;
  readonly notificationId: string | null;
  readonly userId: string;
  readonly address: string;
  readonly severity: string;
  readonly escalationId: string | null;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly topic: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly data: Record<string, unknown>;
  readonly toldAt: Date;
}

/** A reason after the one there may be already: why the attempts before did not arrive stays known. */
const after = (reason: string): string =>
  `'${reason}' || coalesce('; before that: ' || reason, '')`;

/** Gives up what is too old to tell: in the application it has been all the time. Answers how many. */
export async function expire(tx: Tx, channel: ChannelName, now: number): Promise<number> {
  const rows = await sql(
    tx,
    `UPDATE deliveries SET state = 'failed', code = 'expired', done_at = $2, reason = ${after('expired')}
     WHERE channel = $1 AND state = 'queued' AND next_attempt_at <= $2 AND expires_at <= $2 RETURNING id`,
    [channel, new Date(now)],
  );
  return rows.length;
}

/**
 * People with something due on a channel, at most `limit`, those first who have waited longest. Whom another
 * dispatcher is busy with is left out, so that nobody counts a person's messages while they become more.
 */
export async function takePeople(
  tx: Tx,
  channel: ChannelName,
  now: number,
  limit: number,
): Promise<string[]> {
  const rows = await sql<{ userId: string }>(
    tx,
    `SELECT user_id AS "userId" FROM (
       SELECT user_id FROM deliveries WHERE channel = $1 AND state = 'queued' AND next_attempt_at <= $2
       GROUP BY user_id ORDER BY min(next_attempt_at), user_id LIMIT $3
     ) waiting WHERE pg_try_advisory_xact_lock(hashtextextended(user_id::text || $1, 0))`,
    [channel, new Date(now), limit],
  );
  return rows.map(({ userId }) => userId);
}

/**
 * Everything that is due for these people, oldest first, and with it what was put off only to see whether more
 * would come: it goes together or not at all.
 */
export async function lockDue(
  tx: Tx,
  channel: ChannelName,
  userIds: readonly string[],
  now: number,
): Promise<DueDelivery[]> {
  return sql<DueDelivery>(
    tx,
    `SELECT d.id, d.cause, d.notification_id AS "notificationId", d.user_id AS "userId", d.address, d.severity,
       d.escalation_id AS "escalationId", d.attempts, d.created_at AS "createdAt", d.expires_at AS "expiresAt",
       n.topic, n.subject_type AS "subjectType", n.subject_id AS "subjectId", n.data, n.created_at AS "toldAt"
     FROM deliveries d JOIN notifications n ON n.id = d.notification_id
     WHERE d.channel = $1 AND d.user_id = ANY($2) AND d.state = 'queued'
       AND (d.next_attempt_at <= $3 OR (d.attempts = 0 AND d.next_attempt_at <= d.created_at + $4 * interval '1 ms'))
     ORDER BY d.created_at, d.id FOR UPDATE OF d SKIP LOCKED`,
    [channel, userIds, new Date(now), PATIENCE_MS],
  );
}

/** When matters went out to these people on this channel within the last minute, by person. */
export async function sentLately(
  tx: Tx,
  channel: ChannelName,
  userIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await sql<{ userId: string; at: Date[] }>(
    tx,
    `SELECT user_id AS "userId", array_agg(sending_since) AS at FROM deliveries
     WHERE channel = $1 AND user_id = ANY($2) AND sending_since > $3 GROUP BY user_id`,
    [channel, userIds, new Date(now - MINUTE_MS)],
  );
  return new Map(rows.map(({ userId, at }) => [userId, at.map((date) => date.getTime())]));
}

/** Puts deliveries off until an instant. */
export async function putOff(
  tx: Tx,
  waiting: readonly { readonly id: string; readonly until: number }[],
): Promise<void> {
  if (waiting.length === 0) return;
  await sql(
    tx,
    `UPDATE deliveries d SET next_attempt_at = later.at
     FROM unnest($1::uuid[], $2::timestamptz[]) AS later (id, at) WHERE d.id = later.id`,
    [waiting.map(({ id }) => id), waiting.map(({ until }) => new Date(until))],
  );
}

/** Somebody has taken the matter, or it is over: whoever was not told yet need not be. */
export async function cancel(tx: Tx, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return;
  await sql(
    tx,
    `UPDATE deliveries SET state = 'failed', code = 'not-needed', done_at = $2, reason = ${after('no longer needed')}
     WHERE id = ANY($1)`,
    [ids, new Date(now)],
  );
}

/** From here on nobody else sends them; if this process dies now, they are in doubt. */
export async function markSending(
  tx: Tx,
  rows: readonly { readonly id: string; readonly bundleId: string | null }[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  await sql(
    tx,
    `UPDATE deliveries d SET state = 'sending', sending_since = $3, attempts = attempts + 1, bundle_id = going.bundle_id
     FROM unnest($1::uuid[], $2::uuid[]) AS going (id, bundle_id) WHERE d.id = going.id`,
    [rows.map(({ id }) => id), rows.map(({ bundleId }) => bundleId), new Date(now)],
  );
}

/** The next instant at which something is to go out on a channel; null when nothing waits. */
export async function nextDue(tx: Tx, channel: ChannelName): Promise<number | null> {
  const [row] = await sql<{ at: Date | null }>(
    tx,
    "SELECT min(next_attempt_at) AS at FROM deliveries WHERE channel = $1 AND state = 'queued'",
    [channel],
  );
  return row?.at?.getTime() ?? null;
}
