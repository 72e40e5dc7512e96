import type { DeskItem } from '../../api/types';

function dueAt(item: DeskItem): number {
  const due = item.deadline?.dueAt;
  return due === null || due === undefined ? Infinity : Date.parse(due);
}

/** Escalations first, then by time left; without a deadline last, the oldest first. */
export function byUrgency(a: DeskItem, b: DeskItem): number {
  const climbing = Number(b.escalation !== null) - Number(a.escalation !== null);
  if (climbing !== 0) return climbing;
  const due = dueAt(a) === dueAt(b) ? 0 : dueAt(a) - dueAt(b);
  return due || Date.parse(a.incident.detectedAt) - Date.parse(b.incident.detectedAt);
}

/**
 * What makes an item a new one: another step of its ladder calls again, and so does another act.
 * A deadline that merely runs on does not.
 */
export function callOf({ incident, escalation, act }: DeskItem): string {
  return escalation
    ? `${escalation.id}/${String(escalation.round)}/${String(escalation.step)}`
    : `${incident.id}/${act ?? ''}`;
}

export function newCalls(
  known: ReadonlySet<string>,
  now: readonly DeskItem[],
): readonly DeskItem[] {
  return now.filter((item) => !known.has(callOf(item)));
}
