import { POSITIONS } from './schedule.js';
import type { Instant, Interval, Position, Segment } from './schedule.js';

/** Time in which somebody else is on duty than before; null is nobody. */
export interface Change extends Interval {
  readonly position: Position;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What an edit would change, sorted by position and begin. Both lists are segments of the same window. That a
 * shift is divided, or is now an override, changes nobody's duty and so is not told.
 */
export const changesBetween = (before: readonly Segment[], after: readonly Segment[]): Change[] =>
  POSITIONS.flatMap((position) =>
    changesIn(
      position,
      before.filter((segment) => segment.position === position),
      after.filter((segment) => segment.position === position),
    ),
  );

function changesIn(
  position: Position,
  before: readonly Segment[],
  after: readonly Segment[],
): Change[] {
  const edges = [...before, ...after].flatMap(({ from, to }) => [from, to]);
  const instants = [...new Set(edges)].sort((a, b) => a - b);
  const was = reader(before);
  const willBe = reader(after);
  const changes: Change[] = [];
  instants.forEach((from, index) => {
    const to = instants[index + 1];
    const change = { position, from, before: was(from), after: willBe(from) };
    if (to === undefined || change.before === change.after) return;
    const last = changes.at(-1);
    const goesOn =
      last?.to === from && last.before === change.before && last.after === change.after;
    if (goesOn) changes[changes.length - 1] = { ...last, to };
    else changes.push({ ...change, to });
  });
  return changes;
}

/** Tells who is on duty at instants that are asked for in ascending order. */
function reader(segments: readonly Segment[]): (at: Instant) => string | null {
  let next = 0;
  return (at) => {
    while (next < segments.length && (segments[next]?.to ?? Infinity) <= at) next += 1;
    const segment = segments[next];
    return segment !== undefined && segment.from <= at ? segment.userId : null;
  };
}
