import type { NewNotification } from '#notify';
import type { Climbed } from './climb.js';
import type { FiredDeadline } from './fire-deadlines.js';

/** Whom a deadline that warns or is missed is told to, besides the ladder's own people. */
const DEADLINE_TARGETS = ['unit:handler', 'on-duty:officer'] as const;

/** One notification for each step, to all whom it reached. */
export function stepNotifications(climbed: readonly Climbed[]): NewNotification[] {
  return climbed.flatMap(({ row, steps }) =>
    steps
      .filter(({ reached }) => reached.length > 0)
      .map((step) => ({
        cause: `step:${row.id}:${String(step.ordinal)}`,
        userIds: step.reached,
        topic: 'escalation.step',
        subjectType: row.subjectType,
        subjectId: row.subjectId,
        escalationId: row.id,
        data: { clock: row.clock, ladder: row.ladder, step: step.step, round: step.round },
      })),
  );
}

/** A clock with a ladder of its own at that moment says it through the ladder, not twice. */
export async function deadlineNotifications(
  fired: readonly FiredDeadline[],
  peopleFor: (targets: readonly string[], subjectId: string) => Promise<string[]>,
): Promise<NewNotification[]> {
  const notifications: NewNotification[] = [];
  for (const { deadline, kind, ladders } of fired) {
    if (kind === 'resumed' || ladders.length > 0) continue;
    notifications.push({
      cause: `deadline:${deadline.id}:${kind}:${String(deadline.dueAt ?? 0)}`,
      userIds: await peopleFor(DEADLINE_TARGETS, deadline.subjectId),
      topic: kind === 'warned' ? 'deadline.warn' : 'deadline.breach',
      subjectType: deadline.subjectType,
      subjectId: deadline.subjectId,
      escalationId: null,
      data: { clock: deadline.clock, dueAt: deadline.dueAt },
    });
  }
  return notifications;
}
