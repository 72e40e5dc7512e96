import type { NewNotification } from '#notify';
import type { Climbed } from './climb.js';
import type { EscalationPolicies } from '../policies.js';
import type { FiredDeadline } from './fire-deadlines.js';

/** One notification for each step, to all whom it reached. `grades` are the severities of deadlines by id. */
export function stepNotifications(
  climbed: readonly Climbed[],
  policies: EscalationPolicies,
  grades: ReadonlyMap<string, string>,
): NewNotification[] {
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
        severity: grades.get(row.deadlineId) ?? 'unrated',
        data: {
          clock: row.clock,
          title: policies.titleOf(row.clock),
          ladder: row.ladder,
          step: step.step,
          round: step.round,
        },
      })),
  );
}

/** A clock with a ladder of its own at that moment says it through the ladder, not twice. */
export async function deadlineNotifications(
  fired: readonly FiredDeadline[],
  policies: EscalationPolicies,
  peopleFor: (targets: readonly string[], subjectId: string) => Promise<string[]>,
): Promise<NewNotification[]> {
  const notifications: NewNotification[] = [];
  for (const { deadline, kind, ladders, act } of fired) {
    if (kind === 'resumed' || act !== null || ladders.length > 0) continue;
    const { tell } = policies.clock(deadline.clock);
    if (tell.length === 0) continue;
    notifications.push({
      cause: `deadline:${deadline.id}:${kind}:${String(deadline.dueAt ?? 0)}`,
      userIds: await peopleFor(tell, deadline.subjectId),
      topic: kind === 'warned' ? 'deadline.warn' : 'deadline.breach',
      subjectType: deadline.subjectType,
      subjectId: deadline.subjectId,
      escalationId: null,
      severity: deadline.grade,
      data: {
        clock: deadline.clock,
        title: policies.titleOf(deadline.clock),
        dueAt: deadline.dueAt,
      },
    });
  }
  return notifications;
}
