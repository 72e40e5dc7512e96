import { appendToTimeline, lockHeads } from '#platform';
import type { Tx } from '#platform';

/** The rota's changes stand on the same timeline as everything else. Ids only, no names. */
export async function record(
  tx: Tx,
  scheduleId: string,
  type: string,
  actorId: string,
  at: number,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const heads = await lockHeads(tx, [scheduleId]);
  const actor = { kind: 'user' as const, id: actorId };
  const entry = { subjectId: scheduleId, subjectType: 'schedule', at, actor, type, data };
  await appendToTimeline(tx, [entry], heads);
}
