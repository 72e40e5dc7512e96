import { likeness } from './compare.js';
import { differencesOf, isTemplate } from './differences.js';
import { frequenciesIn, weighBy } from './weigh.js';
import type { Wording } from './wording.js';

/** Posts whose groups are, on average, this much alike say the same. docs/adr/0025 says how it was found. */
export const SAME_CLAIM = 0.05;
/** From this likeness on, two texts with a different place are told apart for good: the same hoax of another town. */
const SAME_WORDING = 0.3;

/** Two groups that became one, and how alike they were on average. */
interface Joining {
  readonly kept: number;
  readonly joined: number;
  readonly likeness: number;
}

/**
 * Joins what is most alike, again and again, by the average over all pairs (UPGMA): one chance likeness does not chain
 * two groups together, as it would with the nearest pair, and nobody needs to know the number of groups. Pairs that
 * differ in place or time count as not alike at all, and one pair of a template keeps its two groups apart.
 */
export class Grouping {
  private constructor(
    private readonly size: number,
    private readonly joinings: readonly Joining[],
  ) {}

  static of(wordings: readonly Wording[]): Grouping {
    return new Grouping(wordings.length, joinAll(likenesses(wordings)));
  }

  /** The group of each text, as the index of one of its members. */
  at(threshold: number): number[] {
    const parent = Array.from({ length: this.size }, (_, index) => index);
    const rootOf = (index: number): number => {
      let root = index;
      while (parent[root] !== root) root = parent[root] ?? root;
      return root;
    };
    for (const { kept, joined, likeness: alike } of this.joinings) {
      if (alike >= threshold) parent[rootOf(joined)] = rootOf(kept);
    }
    return parent.map((_, index) => rootOf(index));
  }
}

function likenesses(wordings: readonly Wording[]): Float64Array[] {
  const weigh = weighBy(frequenciesIn(wordings.map(({ grams }) => grams)));
  const rows = wordings.map(() => new Float64Array(wordings.length));
  wordings.forEach((one, i) => {
    wordings.slice(0, i).forEach((other, j) => {
      const alike = groupingLikeness(one, other, likeness(one, other, weigh));
      at(rows, i)[j] = alike;
      at(rows, j)[i] = alike;
    });
  });
  return rows;
}

function groupingLikeness(one: Wording, other: Wording, alike: number): number {
  if (alike === 0 || !isTemplate(differencesOf(one, other))) return alike;
  return alike >= SAME_WORDING ? Number.NEGATIVE_INFINITY : 0;
}

/** Every joining there is, in its order. Each row remembers its nearest, so that most steps look at one row only. */
function joinAll(alike: Float64Array[]): Joining[] {
  const open = new Set(alike.keys());
  const sizes = alike.map(() => 1);
  const nearest = alike.map((_, index) => nearestOf(index, alike, open));
  const joinings: Joining[] = [];
  for (;;) {
    const kept = mostAlike(open, nearest);
    const next = kept === null ? undefined : nearest[kept];
    if (kept === null || next === undefined || next.likeness <= 0) return joinings;
    const joined = next.index;
    joinings.push({ kept, joined, likeness: next.likeness });
    open.delete(joined);
    mergeRows(alike, { kept, joined }, sizes, open);
    for (const index of open) {
      const stale = nearest[index]?.index === kept || nearest[index]?.index === joined;
      if (index === kept || stale) nearest[index] = nearestOf(index, alike, open);
    }
  }
}

interface Nearest {
  readonly index: number;
  readonly likeness: number;
}

function nearestOf(index: number, alike: Float64Array[], open: ReadonlySet<number>): Nearest {
  let best: Nearest = { index: -1, likeness: Number.NEGATIVE_INFINITY };
  const row = at(alike, index);
  for (const other of open) {
    const value = row[other] ?? 0;
    if (other !== index && value > best.likeness) best = { index: other, likeness: value };
  }
  return best;
}

function mostAlike(open: ReadonlySet<number>, nearest: readonly Nearest[]): number | null {
  let best: number | null = null;
  for (const index of open) {
    const value = nearest[index]?.likeness ?? 0;
    if (best === null || value > (nearest[best]?.likeness ?? 0)) best = index;
  }
  return best;
}

/** The average over all pairs of two joined groups with each other one. */
function mergeRows(
  alike: Float64Array[],
  { kept, joined }: Pick<Joining, 'kept' | 'joined'>,
  sizes: number[],
  open: ReadonlySet<number>,
): void {
  const [a, b] = [sizes[kept] ?? 1, sizes[joined] ?? 1];
  const [into, from] = [at(alike, kept), at(alike, joined)];
  for (const other of open) {
    if (other === kept) continue;
    const average = ((into[other] ?? 0) * a + (from[other] ?? 0) * b) / (a + b);
    into[other] = average;
    at(alike, other)[kept] = average;
  }
  sizes[kept] = a + b;
}

function at(rows: Float64Array[], index: number): Float64Array {
  const row = rows[index];
  if (row === undefined) throw new RangeError(`no row ${String(index)}`);
  return row;
}
