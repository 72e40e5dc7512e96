import type { TimelineEntry } from '#platform';
import type { InstructionEntry } from './instruction.dto.js';

/** Whoever acted, for their names. */
export const peopleIn = (entries: readonly TimelineEntry[]): string[] => [
  ...new Set(entries.flatMap(({ actor }) => (actor.id === null ? [] : [actor.id]))),
];

/** An entry of the record as the page of the instruction tells it. */
export function entryOf(
  { at, type, actor, data }: TimelineEntry,
  people: ReadonlyMap<string, string>,
): InstructionEntry {
  const params = isRecord(data) && isRecord(data['params']) ? data['params'] : {};
  const { text, result, reason, dueAt } = params;
  return {
    at: new Date(at).toISOString(),
    type,
    by: actor.id === null ? null : { id: actor.id, name: people.get(actor.id) ?? '' },
    text: [text, result, reason].find((one) => typeof one === 'string') ?? null,
    dueAt: typeof dueAt === 'number' ? new Date(dueAt).toISOString() : null,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
