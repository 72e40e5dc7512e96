import { addToStream, newId, sql } from '#platform';
import type { Tx } from '#platform';

/** Something to tell people in the app. The words are made where it is read, in the reader's language. */
export interface NewNotification {
  /** What made it. The same cause never tells the same person twice on the same channel. */
  readonly cause: string;
  readonly userIds: readonly string[];
  readonly topic: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly escalationId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Delivers in the app: being in the list is being delivered. Repeating it changes nothing. */
export async function notifyInApp(
  tx: Tx,
  notifications: readonly NewNotification[],
  now: number,
): Promise<void> {
  const rows = notifications.flatMap(({ userIds, ...rest }) =>
    userIds.map((userId) => ({ ...rest, userId })),
  );
  if (rows.length === 0) return;
  const added = await sql<{ id: string; user_id: string; topic: string; subject_id: string }>(
    tx,
    `INSERT INTO notifications (id, cause, user_id, channel, topic, subject_type, subject_id, escalation_id, data,
       created_at, delivery, delivered_at)
     SELECT id, cause, user_id, 'app', topic, subject_type, subject_id, escalation_id, data, $9, 'delivered', $9
     FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::jsonb[])
       AS n (id, cause, user_id, topic, subject_type, subject_id, escalation_id, data)
     ON CONFLICT (cause, user_id, channel) DO NOTHING
     RETURNING id, user_id, topic, subject_id`,
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
  const events = added.map(({ id, user_id, topic, subject_id }) => ({
    type: 'notification',
    userId: user_id,
    data: { id, topic, subjectId: subject_id },
  }));
  await addToStream(tx, events, now);
}
