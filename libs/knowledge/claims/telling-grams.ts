import type { Frequencies } from '../core/index.js';

/** Claims that are looked at more closely are found by grams that together occur in about so many. */
const ROWS = 1_200;
/** More of them find nothing new. */
const MOST_GRAMS = 96;

/** The grams by which to look for a text: the rarest, as many as lead to a bounded number of claims. */
export function tellingGrams(grams: readonly number[], { of }: Frequencies): number[] {
  const rarest = [...grams].sort((a, b) => of(a) - of(b)).slice(0, MOST_GRAMS);
  let rows = 0;
  return rarest.filter((gram, index) => {
    rows += Math.max(1, of(gram));
    return index === 0 || rows <= ROWS;
  });
}
