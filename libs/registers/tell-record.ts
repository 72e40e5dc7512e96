import { addToStream, appendToTimeline, lockHeads } from '#platform';
import type { Tx } from '#platform';
import type { Kept, Register } from './register.js';

/** Writes what became of a record to the timeline, and tells the pages that show it. */
export async function tellRecord<Fields extends object>(
  tx: Tx,
  { name }: Register<Fields>,
  { id, changedAt: at, changedBy }: Kept<Fields>,
  what: 'created' | 'changed' | 'retired' | 'restored',
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const actor: { kind: 'user' | 'system'; id: string | null } =
    changedBy === null ? { kind: 'system', id: null } : { kind: 'user', id: changedBy };
  const heads = await lockHeads(tx, [id]);
  const entry = { subjectId: id, subjectType: name, at, actor, type: `${name}.${what}`, data };
  await appendToTimeline(tx, [entry], heads);
  await addToStream(tx, [{ type: 'register.changed', userId: null, data: { register: name } }], at);
}
