import { addToStream } from '#platform';
import type { Tx } from '#platform';
import type { Subject } from '#workflow';

/** Heard by whoever sees the whole office, and by the unit that it was given to. */
export async function tellPages(
  tx: Tx,
  { id, state, version, facts }: Subject,
  now: number,
): Promise<void> {
  const { unitId, reportId } = facts;
  const data = { id, state, version, reportId };
  const circle = typeof unitId === 'string' ? [unitId] : [];
  await addToStream(tx, [{ type: 'instruction.changed', userId: null, data, circle }], now);
}
