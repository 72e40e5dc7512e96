import { kindsApart } from './figures.js';
import type { Values } from './figures.js';
import { differInPlace } from './places.js';
import type { Place } from './places.js';
import type { Wording } from './wording.js';

/** In what two claims of the same wording can differ. */
export const FACETS = ['place', 'number', 'time'] as const;
export type Facet = (typeof FACETS)[number];

export interface Difference {
  readonly in: Facet;
  /** What the one names, and what the other does instead. */
  readonly here: readonly string[];
  readonly there: readonly string[];
}

export function differencesOf(one: Wording, other: Wording): Difference[] {
  const place = differInPlace(one.places, other.places)
    ? [{ in: 'place' as const, here: namesOf(one.places), there: namesOf(other.places) }]
    : [];
  return [
    ...place,
    ...apart('number', one.amounts, other.amounts),
    ...apart('time', one.times, other.times),
  ];
}

/** The same hoax about another town, or told again with another date: its like, but not the same claim. */
export const isTemplate = (differences: readonly Difference[]): boolean =>
  differences.some((difference) => difference.in !== 'number');

const namesOf = (places: readonly Place[]): string[] => places.map(({ name }) => name);

function apart(facet: Facet, one: Values, other: Values): Difference[] {
  const kinds = kindsApart(one, other);
  const named = (values: Values): string[] =>
    kinds.flatMap((kind) => [...(values.get(kind) ?? [])]);
  return kinds.length === 0 ? [] : [{ in: facet, here: named(one), there: named(other) }];
}
