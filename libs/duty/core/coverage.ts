import { conflictsOf } from './conflicts.js';
import type { Conflict } from './conflicts.js';
import { clip, cutOut, union } from './intervals.js';
import { shiftsOf } from './on-duty.js';
import { reignsOf } from './pieces.js';
import { POSITIONS } from './schedule.js';
import type { Interval, IsHoliday, Plan, Position, Segment } from './schedule.js';

/** Time in which nobody is on duty in a position that the schedule has. */
export interface Gap extends Interval {
  readonly position: Position;
}

/** A window of duty. The segments and the gaps of a position fill the time in which the schedule has it. */
export interface Coverage {
  readonly segments: readonly Segment[];
  readonly gaps: readonly Gap[];
  readonly conflicts: readonly Conflict[];
}

/** Everything is cut to the window, and sorted by position and begin. */
export function coverageOf(plan: Plan, window: Interval, isHoliday: IsHoliday): Coverage {
  const segments = clip(shiftsOf(plan, window, isHoliday), window);
  const gaps = POSITIONS.flatMap((position) => gapsIn(plan, position, segments, window));
  return { segments, gaps, conflicts: conflictsOf(segments, plan.leaves) };
}

function gapsIn(
  plan: Plan,
  position: Position,
  segments: readonly Segment[],
  window: Interval,
): Gap[] {
  const filled = segments.filter((segment) => segment.position === position);
  const kept = union(reignsOf(plan, position, window));
  return cutOut(kept, filled).map(({ from, to }) => ({ position, from, to }));
}
