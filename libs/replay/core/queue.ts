import type { Instant } from './values.js';

/**
 * What is to happen, earliest first; at one instant in the order of arrival. A leftist heap: merging walks only
 * the short right spines, so each operation takes O(log n), and an older queue stays what it was.
 */
export interface Queue<T> {
  readonly root: Node<T> | null;
  readonly pushed: number;
}

interface Node<T> {
  readonly at: Instant;
  readonly order: number;
  readonly value: T;
  readonly rank: number;
  readonly left: Node<T> | null;
  readonly right: Node<T> | null;
}

export const emptyQueue: Queue<never> = { root: null, pushed: 0 };

const rankOf = <T>(node: Node<T> | null) => node?.rank ?? 0;
const isBefore = <T>(a: Node<T>, b: Node<T>) => a.at < b.at || (a.at === b.at && a.order < b.order);

function merge<T>(a: Node<T> | null, b: Node<T> | null): Node<T> | null {
  if (a === null) return b;
  if (b === null) return a;
  const [first, second] = isBefore(a, b) ? [a, b] : [b, a];
  const merged = merge(first.right, second);
  const [left, right] =
    rankOf(first.left) >= rankOf(merged) ? [first.left, merged] : [merged, first.left];
  return { ...first, rank: rankOf(right) + 1, left, right };
}

export function push<T>({ root, pushed }: Queue<T>, at: Instant, value: T): Queue<T> {
  const node = { at, order: pushed, value, rank: 1, left: null, right: null };
  return { root: merge(root, node), pushed: pushed + 1 };
}

/** The instant at which something is next, or null when nothing is left. */
export const nextInstant = <T>({ root }: Queue<T>): Instant | null => root?.at ?? null;

export function pop<T>({ root, pushed }: Queue<T>): { value: T; rest: Queue<T> } | null {
  if (root === null) return null;
  return { value: root.value, rest: { root: merge(root.left, root.right), pushed } };
}
