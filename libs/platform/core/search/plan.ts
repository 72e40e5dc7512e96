import { gramsOfWord } from './grams.js';

/** How many rows of a table there are, and the share of them that is found under a gram. */
export interface GramShares {
  readonly rows: number;
  readonly shareOf: (gram: number) => number;
}

/**
 * How a page of what holds some words is found soonest. `index`: few rows are expected, so all are taken. `newest`:
 * many are, so they are met on the way back in time, and the index is asked when they are not. `newest-only`: the words
 * are too short for the index.
 */
export type SearchPlan = 'index' | 'newest' | 'newest-only';

/**
 * Taking a row by the index and throwing it away costs about as much as passing seven on the way: with pages of some
 * twenty rows, both ways take equally long at about so many (measured in ADR 0032).
 */
const FEW = 2_000;

/** Words are taken to be independent of each other, and the grams within a word to go together. */
export function planSearch(words: readonly string[], { rows, shareOf }: GramShares): SearchPlan {
  const grams = words.map(gramsOfWord);
  if (grams.flat().length === 0) return 'newest-only';
  const expected = grams.reduce((share, of) => share * Math.min(1, ...of.map(shareOf)), rows);
  return expected < FEW ? 'index' : 'newest';
}
