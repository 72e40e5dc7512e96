import { addToStream, newId, sql } from '#platform';
import type { Tx } from '#platform';

/** Something to tell people. The words are made where it is read, in the reader's language. */
export interface NewNotification {
  /** What made it. The same cause never tells the same person twice on the same channel. */
  readonly cause: string;
  readonly userIds: readonly string[];
  readonly topic: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly escalationId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** Says which of a person's channels are used, and whether they are woken; unrated when left out. */
  readonly severity?: string;
}

/** What is in somebody's list now and was not before. */
export interface AddedNotification {
  readonly id: string;
  readonly cause: string;
  readonly userId: string;
}

/** Delivers in the app: being in the list is being delivered. Repeating it changes nothing. */
export async function notifyInApp(
  tx: Tx,
  notifications: readonly NewNotification[],
  now: number,
): Promise<AddedNotification[]> {
  const rows = notifications.flatMap(({ userIds, ...rest }) =>
    userIds.map((userId) => ({ ...rest, userId })),
  );
  if (rows.length === 0) return [];
  const added = await sql<AddedNotification & { topic: string; subjectId: string }>(
    tx,
    `INSERT INTO notifications (id, cause, user_id, channel, topic, subject_type, subject_id, escalation_id, data,
       created_at, delivery, delivered_at)
     SELECT id, cause, user_id, 'app', topic, subject_type, subject_id, escalation_id, data, $9, 'delivered', $9
     FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::jsonb[])
       AS n (id, cause, user_id, topic, subject_type, subject_id, escalation_id, data)
     ON CONFLICT (cause, user_id, channel) DO NOTHING
     RETURNING id, cause, user_id AS "userId", topic, subject_id AS "subjectId"`,
    [
      rows.map(() => newId()),
      rows.map((row) => row.cause),
      rows.map((row) => row.userId),
      rows.map((row) => row.topic),
      rows.map((row) => row.subjectType),
      rows.map((row) => row.subjectId),
      rows.map((row) => row.escalationId),
      rows.map((row) => JSON.stringify(row.data)),
      new Date(now),
    ],
  );
  const events = added.map(({ id, userId, topic, subjectId }) => ({
    type: 'notification',
    userId,
    data: { id, topic, subjectId },
  }));
  await addToStream(tx, events, now);
  return added;
}

/** Takes back what somebody has not read and what something newer makes old. Only for topics that never leave the house. */
export async function forgetUnread(
  tx: Tx,
  old: {
    readonly userIds: readonly string[];
    readonly subjectId: string;
    readonly topics: readonly string[];
  },
): Promise<void> {
  await sql(
    tx,
    `DELETE FROM notifications WHERE user_id = ANY($1) AND subject_id = $2 AND topic = ANY($3)
       AND channel = 'app' AND read_at IS NULL`,
    [old.userIds, old.subjectId, old.topics],
  );
}
