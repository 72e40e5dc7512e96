import { clip } from './intervals.js';
import { difference, loadOf, meanOf, rounded } from './load.js';
import type { Load } from './load.js';
import { reignsOf } from './pieces.js';
import { POSITIONS } from './schedule.js';
import type { Interval, IsHoliday, Plan, Position, Segment } from './schedule.js';
import { zoneClock } from './zone-clock.js';

/** Somebody who takes turns in a position. */
export interface Member {
  readonly position: Position;
  readonly userId: string;
}

export interface PersonLoad extends Member, Load {
  /** What the person has had more (or, negative, less) than the mean of the position's people. */
  readonly versusMean: Load;
}

export interface Fairness {
  readonly people: readonly PersonLoad[];
  readonly mean: readonly ({ readonly position: Position } & Load)[];
}

/** Whom the rules in force at some time within the window name, each once per position. */
export const membersOf = (plan: Plan, window: Interval): Member[] =>
  POSITIONS.flatMap((position) => {
    const people = reignsOf(plan, position, window).flatMap(({ version }) =>
      version.rules.positions
        .filter((of) => of.position === position)
        .flatMap((of) => of.layers.flatMap(({ participants }) => participants)),
    );
    return [...new Set(people)].map((userId) => ({ position, userId }));
  });

/**
 * How duty is shared out within a window, in each position by itself. `members` are counted even if they had
 * no duty at all; people who only stood in are counted as well.
 */
export function fairnessOf(
  segments: readonly Segment[],
  window: Interval,
  timeZone: string,
  isHoliday: IsHoliday,
  members: readonly Member[],
): Fairness {
  const clock = zoneClock(timeZone);
  const within = clip(segments, window);
  const shares = POSITIONS.map((position) => {
    const theirs = within.filter((segment) => segment.position === position);
    const named = members.filter((member) => member.position === position);
    const userIds = new Set([...named, ...theirs].map(({ userId }) => userId));
    const loads = [...userIds].map((userId) => ({
      userId,
      load: loadOf(
        theirs.filter((segment) => segment.userId === userId),
        clock,
        isHoliday,
      ),
    }));
    return { position, loads, mean: meanOf(loads.map(({ load }) => load)) };
  }).filter(({ loads }) => loads.length > 0);
  return {
    people: shares.flatMap(({ position, loads, mean }) =>
      loads.map(({ userId, load }) => ({
        position,
        userId,
        ...rounded(load),
        versusMean: rounded(difference(load, mean)),
      })),
    ),
    mean: shares.map(({ position, mean }) => ({ position, ...rounded(mean) })),
  };
}
