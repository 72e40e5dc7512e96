import { gramsOf } from './grams.js';
import { normaliseClaim } from './normalise.js';

/** In what two claims with the same wording can differ, which makes them two claims. */
export type Facet = 'place' | 'number' | 'time';

/** How much it tells that two texts share a gram: the rarer, the more. */
export type Weigh = (gram: number) => number;

export interface Comparison {
  /** 0 to 1. */
  readonly score: number;
  /** Passages that both have, the longest first. */
  readonly shared: readonly string[];
  readonly differsIn: readonly Facet[];
}

const MOST_SHARED = 5;

export function compareClaims(one: string, other: string, weigh: Weigh): Comparison {
  const [here, there] = [normaliseClaim(one), normaliseClaim(other)];
  const [a, b] = [gramsOf(here), gramsOf(there)];
  const known = new Set(b);
  const squares = (grams: readonly number[]): number =>
    grams.reduce((sum, gram) => sum + weigh(gram) ** 2, 0);
  const common = squares(a.filter((gram) => known.has(gram)));
  const length = Math.sqrt(squares(a) * squares(b));
  return {
    score: length === 0 ? 0 : common / length,
    shared: passagesIn(here, known),
    differsIn: [],
  };
}

/** The runs of a text all of whose grams are known, the longest first. */
function passagesIn(normalised: string, known: ReadonlySet<number>): string[] {
  const passages = new Set<string>();
  for (const run of normalised.split(' ')) {
    let from = 0;
    for (let at = 0; at < run.length; at += 1) {
      const gram = (run.charCodeAt(at) << 16) | run.charCodeAt(at + 1);
      if (at + 1 < run.length && known.has(gram)) continue;
      if (at > from) passages.add(run.slice(from, at + 1));
      from = at + 1;
    }
  }
  return [...passages].sort((a, b) => b.length - a.length).slice(0, MOST_SHARED);
}
