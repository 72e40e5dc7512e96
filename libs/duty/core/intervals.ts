import type { Interval } from './schedule.js';

/** Whether they have time in common. An empty interval, such as the life of rules replaced at once, has none. */
export const meets = (a: Interval, b: Interval): boolean =>
  Math.max(a.from, b.from) < Math.min(a.to, b.to);

/** The common part of two intervals; empty or reversed (`to <= from`) when they do not meet. */
export const overlap = (a: Interval, b: Interval): Interval => ({
  from: Math.max(a.from, b.from),
  to: Math.min(a.to, b.to),
});

/** How many milliseconds two intervals have in common. */
export function timeInBoth(a: Interval, b: Interval): number {
  const { from, to } = overlap(a, b);
  return Math.max(0, to - from);
}

/** What lies in the window, cut at its edges. */
export const clip = <T extends Interval>(pieces: readonly T[], window: Interval): T[] =>
  pieces
    .filter((piece) => meets(piece, window))
    .map((piece) => (isWithin(piece, window) ? piece : { ...piece, ...overlap(piece, window) }));

const isWithin = (piece: Interval, window: Interval): boolean =>
  window.from <= piece.from && piece.to <= window.to;

/** What is left of the pieces outside the holes. Both lists are sorted, and neither overlaps within itself. */
export function cutOut<T extends Interval>(pieces: readonly T[], holes: readonly Interval[]): T[] {
  if (holes.length === 0) return [...pieces];
  const left: T[] = [];
  let next = 0;
  for (const piece of pieces) {
    while (next < holes.length && endOf(holes[next]) <= piece.from) next += 1;
    let from = piece.from;
    // A hole may reach into the next piece as well, so `next` itself stays.
    for (let i = next; from < piece.to; i += 1) {
      const hole = holes[i];
      const to = hole === undefined ? piece.to : Math.min(hole.from, piece.to);
      if (to > from)
        left.push(from === piece.from && to === piece.to ? piece : { ...piece, from, to });
      from = hole === undefined ? piece.to : Math.max(from, hole.to);
    }
  }
  return left;
}

const endOf = (interval: Interval | undefined): number => interval?.to ?? Infinity;

const isTime = ({ from, to }: Interval): boolean => from < to;

export const byStart = (a: Interval, b: Interval): number => a.from - b.from;

/** Sorted, with what touches or overlaps made one, and without what is empty. */
export function union(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const { from, to } of intervals.filter(isTime).sort(byStart)) {
    const last = merged.at(-1);
    if (last === undefined || last.to < from) merged.push({ from, to });
    else if (last.to < to) merged[merged.length - 1] = { from: last.from, to };
  }
  return merged;
}
