import { amountsOf, timesOf } from './figures.js';
import type { Values } from './figures.js';
import { gramsOf } from './grams.js';
import { normaliseClaim } from './normalise.js';
import { placesOf } from './places.js';
import type { Place } from './places.js';
import type { Weigh } from './weigh.js';

/** A text, taken apart once for any number of comparisons. */
export interface Wording {
  readonly normalised: string;
  readonly grams: readonly number[];
  readonly places: readonly Place[];
  readonly amounts: Values;
  readonly times: Values;
}

/** `place` is what was written down beside the text; it counts where the text itself names none. */
export function wordingOf(text: string, place: string | null = null): Wording {
  const normalised = normaliseClaim(text);
  // Marks stay here: in "3.5 米" and "2026-03-02" they mean something.
  const plain = text.normalize('NFKC');
  const named = placesOf(normalised);
  return {
    normalised,
    grams: gramsOf(normalised),
    places: named.length > 0 || place === null ? named : placesIn(place),
    amounts: amountsOf(plain),
    times: timesOf(plain),
  };
}

/** What stands in a field for places is one, known or not. */
function placesIn(written: string): Place[] {
  const normalised = normaliseClaim(written);
  const named = placesOf(normalised);
  if (named.length > 0 || normalised === '') return named;
  return [{ name: normalised, level: 'district', within: null }];
}

/** The length of a wording in the space of its grams. */
export const weightOf = ({ grams }: Wording, weigh: Weigh): number =>
  Math.sqrt(grams.reduce((sum, gram) => sum + weigh(gram) ** 2, 0));
