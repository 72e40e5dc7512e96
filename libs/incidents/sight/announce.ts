import { addToStream } from '#platform';
import type { Tx } from '#platform';
import { involvedIn } from '../core/index.js';
import type { Accepted, Facts } from '#workflow';
import { circlesOf } from './sight.js';

/**
 * Tells open pages that an incident changed: those of people whose it is, and of those whose it was until now, so that
 * what was taken from them goes from their screens.
 */
export async function announce(
  tx: Tx,
  { subject: { id, version, state } }: Accepted,
  factsBefore: Facts,
  now: number,
): Promise<void> {
  const before = involvedIn(factsBefore);
  const after = (await circlesOf(tx, [id])).get(id) ?? [];
  const circle = [...new Set([...before.units, ...before.people, ...after])];
  const data = { id, version, state };
  await addToStream(tx, [{ type: 'incident.changed', userId: null, data, circle }], now);
}
