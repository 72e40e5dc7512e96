import { Grouping } from './group.js';
import { wordingOf } from './wording.js';

/** A post, and the claim that people found it to make. */
export interface LabelledPost {
  readonly group: string;
  readonly text: string;
}

export interface Quality {
  readonly threshold: number;
  /** Of the pairs that were put together, how many belong together; of those that belong, how many were. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Evaluation extends Quality {
  readonly posts: number;
  readonly groups: number;
  /** Pairs of posts that make the same claim. */
  readonly pairs: number;
  readonly curve: readonly Quality[];
}

/** 0.01, 0.02, … 0.4: beyond, little is found. */
const CURVE = Array.from({ length: 40 }, (_, index) => (index + 1) / 100);

/** Groups posts as the product does, and compares pair by pair with what people found. */
export function evaluateMatching(posts: readonly LabelledPost[], threshold: number): Evaluation {
  const truth = posts.map(({ group }) => group);
  const grouping = Grouping.of(posts.map(({ text }) => wordingOf(text)));
  const qualityAt = (one: number): Quality => ({
    threshold: one,
    ...pairwise(grouping.at(one), truth),
  });
  return {
    posts: posts.length,
    groups: new Set(truth).size,
    pairs: pairsIn(truth),
    ...qualityAt(threshold),
    curve: CURVE.map(qualityAt),
  };
}

/** Counted by groups, not by pairs: n texts of one group are n(n − 1)/2 pairs. */
export function pairwise(
  found: readonly number[],
  truth: readonly string[],
): Pick<Quality, 'precision' | 'recall' | 'f1'> {
  const both = pairsIn(found.map((group, index) => `${String(group)} ${truth[index] ?? ''}`));
  const [put, belong] = [pairsIn(found), pairsIn(truth)];
  const precision = put === 0 ? 1 : both / put;
  const recall = belong === 0 ? 1 : both / belong;
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}

function pairsIn(labels: readonly (string | number)[]): number {
  const sizes = new Map<string | number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
