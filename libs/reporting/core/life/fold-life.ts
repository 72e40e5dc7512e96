import type { Instant } from '../values.js';
import type { LifeEntry } from './entry.js';
import { ranFor, termsAfter } from './terms.js';
import type { ClockOfLife, Term } from './terms.js';

/** How lives are read: the clocks of incidents, and the states that close one. */
export interface Reading {
  readonly clocks: readonly ClockOfLife[];
  readonly closedStates: ReadonlySet<string>;
}

/** What of an incident can be counted by the moment at which it happened. */
export const HAPPENINGS = [
  'reported',
  'archived',
  'dismissed',
  'merged',
  'reopened',
  'published',
  'closed',
  'ladder-started',
  'ladder-exhausted',
  // Of a clock: met in time; missed, at that moment; done after it was missed.
  'kept',
  'late',
  'late-met',
] as const;

export interface Happening {
  readonly what: (typeof HAPPENINGS)[number];
  readonly at: Instant;
  readonly clock: string | null;
  /** When the same had happened to the incident before; null when it had not. */
  readonly previousAt: Instant | null;
  /** How long it took: a clock until it was met, an incident until it was closed. */
  readonly ms: number | null;
}

/** An incident as it stands after its entries. */
export interface Life {
  readonly loggedAt: Instant;
  readonly state: string;
  readonly isClosed: boolean;
  readonly kind: string;
  readonly category: string;
  readonly place: string | null;
  /** Where it was seen first; null of those logged before this was noted. */
  readonly source: string | null;
  readonly severity: string;
  readonly verdict: string;
  readonly unitId: string | null;
  readonly happenings: readonly Happening[];
}

/** @param entries of one incident, in their order; null when there are none */
export function foldLife(
  entries: readonly LifeEntry[],
  { clocks, closedStates }: Reading,
): Life | null {
  const [first] = entries;
  if (first === undefined) return null;
  const facts = new Map<string, unknown>(Object.entries(first.data.params ?? {}));
  const happened: Alone[] = [];
  const ladders = new Set<string>();
  let terms: readonly Term[] = [];
  let state = '';
  for (const entry of entries) {
    const before = state;
    for (const [name, value] of Object.entries(entry.data.set ?? {})) facts.set(name, value);
    state = entry.data.to ?? state;
    const closes = closedStates.has(state) && !closedStates.has(before);
    const grade = textOf(facts, 'severity') ?? 'unrated';
    terms = termsAfter(terms, clocks, entry, { grade, closes });
    happened.push(...happeningsOf(entry, ladders));
    if (closes) happened.push(moment('closed', entry.at, entry.at - first.at));
  }
  return {
    loggedAt: first.at,
    state,
    isClosed: closedStates.has(state),
    kind: textOf(facts, 'kind') ?? '',
    category: textOf(facts, 'category') ?? '',
    place: textOf(facts, 'place'),
    source: textOf(facts, 'source'),
    severity: textOf(facts, 'severity') ?? 'unrated',
    verdict: textOf(facts, 'verdict') ?? 'unverified',
    unitId: textOf(facts, 'unitId'),
    happenings: withPrevious([...happened, ...terms.flatMap(happeningsOfTerm)]),
  };
}

function textOf(facts: ReadonlyMap<string, unknown>, name: string): string | null {
  const value = facts.get(name);
  return typeof value === 'string' ? value : null;
}

/** A happening by itself. */
type Alone = Omit<Happening, 'previousAt'>;

function withPrevious(happened: readonly Alone[]): Happening[] {
  const last = new Map<string, Instant>();
  return [...happened]
    .sort((one, other) => one.at - other.at)
    .map((one) => {
      const same = `${one.what} ${one.clock ?? ''}`;
      const previousAt = last.get(same) ?? null;
      last.set(same, one.at);
      return { ...one, previousAt };
    });
}

const moment = (what: Happening['what'], at: Instant, ms: number | null = null): Alone => ({
  ...{ what, at, ms },
  clock: null,
});

const COUNTED_AS_THEY_ARE = [
  ...(['reported', 'archived', 'dismissed', 'merged', 'reopened', 'published'] as const),
  'ladder-exhausted',
] as const;

/** `ladders` are those that have begun; the first step of a ladder begins it. */
function happeningsOf({ type, at, data }: LifeEntry, ladders: Set<string>): Alone[] {
  const known = COUNTED_AS_THEY_ARE.find((what) => what === type);
  if (known !== undefined) return [moment(known, at)];
  const { escalationId } = data;
  if (type !== 'ladder-step' || escalationId === undefined || ladders.has(escalationId)) return [];
  ladders.add(escalationId);
  return [moment('ladder-started', at)];
}

/** Nothing was done: the time until then says nothing about how long doing it takes. */
const WITHOUT_DOING: readonly string[] = ['dismissed', 'merged'];

function happeningsOfTerm(term: Term): Alone[] {
  const { breachedAt, stopped, clock } = term;
  const late =
    breachedAt === null
      ? []
      : [{ what: 'late' as const, at: breachedAt, clock: clock.name, ms: null }];
  if (stopped === null || !term.isOwed || !clock.meets.includes(stopped.by)) return late;
  const ms = WITHOUT_DOING.includes(stopped.by) ? null : ranFor(term, stopped.at);
  const what = breachedAt === null ? ('kept' as const) : ('late-met' as const);
  return [...late, { what, at: stopped.at, clock: clock.name, ms }];
}
