import { differencesOf, isTemplate } from './differences.js';
import type { Difference } from './differences.js';
import type { Weigh } from './weigh.js';
import { weightOf } from './wording.js';
import type { Wording } from './wording.js';

/** From here on it is worth a look, and from here on very likely. docs/adr/0025 says how they were found. */
const SUGGESTION = 0.15;
const STRONG = 0.35;
/** Shorter texts share what they share by chance: they suggest, never strongly. In characters. */
const SHORT = 12;

export interface Comparison {
  /** The cosine of the weighted grams, 0 to 1. */
  readonly score: number;
  /** `template`: the same wording about another place or time, which is never the same claim. */
  readonly relation: 'same' | 'template';
  readonly strength: 'strong' | 'suggestion' | 'weak';
  /** Passages that both have, the most telling first. */
  readonly shared: readonly string[];
  readonly differences: readonly Difference[];
}

/** How much one text is like another, and why. It says what it sees; only people confirm. */
export function compareWordings(one: Wording, other: Wording, weigh: Weigh): Comparison {
  const score = likeness(one, other, weigh);
  const differences = differencesOf(one, other);
  return {
    score,
    relation: isTemplate(differences) ? 'template' : 'same',
    strength: strengthOf(score, Math.min(lengthOf(one), lengthOf(other))),
    shared: sharedPassages(one, other, weigh),
    differences,
  };
}

export function likeness(one: Wording, other: Wording, weigh: Weigh): number {
  const there = new Set(other.grams);
  let common = 0;
  for (const gram of one.grams) if (there.has(gram)) common += weigh(gram) ** 2;
  return common === 0 ? 0 : common / (weightOf(one, weigh) * weightOf(other, weigh));
}

const lengthOf = ({ normalised }: Wording): number => normalised.replaceAll(' ', '').length;

export function strengthOf(score: number, length: number): Comparison['strength'] {
  if (score < SUGGESTION) return 'weak';
  return score >= STRONG && length >= SHORT ? 'strong' : 'suggestion';
}

const MOST_PASSAGES = 4;

/** The runs of a text all of whose grams the other has, the most telling first. */
function sharedPassages(one: Wording, other: Wording, weigh: Weigh): string[] {
  const there = new Set(other.grams);
  const passages = new Map<string, number>();
  for (const run of one.normalised.split(' ')) {
    let from = 0;
    let weight = 0;
    for (let at = 0; at < run.length; at += 1) {
      const gram = (run.charCodeAt(at) << 16) | run.charCodeAt(at + 1);
      if (at + 1 < run.length && there.has(gram)) weight += weigh(gram);
      else {
        if (at > from) passages.set(run.slice(from, at + 1), weight);
        from = at + 1;
        weight = 0;
      }
    }
  }
  return [...passages]
    .sort(([, a], [, b]) => b - a)
    .map(([passage]) => passage)
    .slice(0, MOST_PASSAGES);
}
