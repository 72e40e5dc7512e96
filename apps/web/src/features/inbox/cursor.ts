/**
 * The place that stays under the eye: the same mention while it is there, and when it has gone, whatever moved up
 * into its place.
 */
export interface Cursor {
  readonly id: string | null;
  readonly index: number;
}

export const START: Cursor = { id: null, index: 0 };

/** Where the cursor is in this list; -1 in an empty one. */
export function indexOf({ id, index }: Cursor, ids: readonly string[]): number {
  const found = id === null ? -1 : ids.indexOf(id);
  return found === -1 ? Math.min(index, ids.length - 1) : found;
}

export function moved(cursor: Cursor, ids: readonly string[], by: number): Cursor {
  const index = Math.max(0, Math.min(ids.length - 1, indexOf(cursor, ids) + by));
  return { id: ids[index] ?? null, index };
}

/** What an act is about: all that are selected and still there; with none selected, the one under the cursor. */
export function targets(
  selected: ReadonlySet<string>,
  cursor: Cursor,
  ids: readonly string[],
): readonly string[] {
  const chosen = ids.filter((id) => selected.has(id));
  const current = ids[indexOf(cursor, ids)];
  return chosen.length > 0 || current === undefined ? chosen : [current];
}

export function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}
