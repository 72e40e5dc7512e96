import { overlap, union } from './intervals.js';
import { POSITIONS } from './schedule.js';
import type { Interval, Leave, Position, Segment, Words } from './schedule.js';
import { POSITION_WORDS } from './words.js';

/** Something in a rota that works out, and that somebody should look at all the same. */
export type Conflict = Interval & {
  readonly userId: string;
  readonly position: Position;
  readonly message: Words;
} & (
    | { readonly kind: 'double-booked'; /** A later one of POSITIONS. */ readonly alsoAs: Position }
    /** An override or a swap puts somebody on duty who is on leave. */
    | { readonly kind: 'on-leave' }
  );

export const conflictsOf = (segments: readonly Segment[], leaves: readonly Leave[]): Conflict[] => [
  ...doubleBookings(segments),
  ...dutyOnLeave(segments, leaves),
];

function doubleBookings(segments: readonly Segment[]): Conflict[] {
  return POSITIONS.flatMap((position, index) =>
    POSITIONS.slice(index + 1).flatMap((alsoAs) => {
      const one = segments.filter((segment) => segment.position === position);
      const other = segments.filter((segment) => segment.position === alsoAs);
      return sharedTime(one, other).map((shared): Conflict => ({
        kind: 'double-booked',
        position,
        alsoAs,
        ...shared,
        message: {
          zh: `同一时间既是${POSITION_WORDS[position].zh}又是${POSITION_WORDS[alsoAs].zh}`,
          en: `On duty as ${POSITION_WORDS[position].en} and as ${POSITION_WORDS[alsoAs].en} at once`,
        },
      }));
    }),
  );
}

function dutyOnLeave(segments: readonly Segment[], leaves: readonly Leave[]): Conflict[] {
  return POSITIONS.flatMap((position) =>
    sharedTime(
      segments.filter((segment) => segment.position === position && segment.via !== 'layer'),
      leaves,
    ).map((shared): Conflict => ({
      kind: 'on-leave',
      position,
      ...shared,
      message: {
        zh: `请假期间被安排为${POSITION_WORDS[position].zh}`,
        en: `On leave, and yet on duty as ${POSITION_WORDS[position].en}`,
      },
    })),
  );
}

type Personal = Interval & { readonly userId: string };

/** When somebody stands in both lists; stretches of one person that touch are one. Sorted by begin. */
function sharedTime(one: readonly Personal[], other: readonly Personal[]): Personal[] {
  const others = byPerson(other);
  return [...byPerson(one)]
    .flatMap(([userId, mine]) =>
      union(inBoth(union(mine), union(others.get(userId) ?? []))).map((shared) => ({
        userId,
        ...shared,
      })),
    )
    .sort((a, b) => a.from - b.from);
}

/** What two sorted lists have in common. */
function inBoth(one: readonly Interval[], other: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  for (let i = 0, j = 0; ;) {
    const a = one[i];
    const b = other[j];
    if (a === undefined || b === undefined) return common;
    const both = overlap(a, b);
    if (both.from < both.to) common.push(both);
    if (a.to < b.to) i += 1;
    else j += 1;
  }
}

function byPerson(list: readonly Personal[]): Map<string, Personal[]> {
  const people = new Map<string, Personal[]>();
  for (const item of list) {
    const known = people.get(item.userId);
    if (known) known.push(item);
    else people.set(item.userId, [item]);
  }
  return people;
}
