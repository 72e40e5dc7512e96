import type { Instant } from '../values.js';

/** Something that is counted, and how often. */
export interface Tally {
  readonly name: string;
  readonly count: number;
}

/** What a special report (专报) is made of: one incident, as it stood. */
export interface SpecialFacts {
  readonly number: string;
  readonly title: string;
  readonly claim: string;
  readonly kind: string;
  readonly category: string;
  readonly place: string | null;
  readonly severity: string;
  readonly verdict: string;
  readonly isClosed: boolean;
  /** Of the last judgement, from 1 to 5; null before it. */
  readonly risk: { readonly likelihood: number; readonly consequence: number } | null;
  /** Mentions by the local days on which it was seen, the last sixty of them, and by where they were seen. */
  readonly days: readonly Tally[];
  readonly sources: readonly Tally[];
  readonly peakRank: number | null;
  readonly lastSeenAt: Instant | null;
  /** What happened, in its order. */
  readonly nodes: readonly { readonly at: Instant; readonly what: string }[];
  /** What people say, in their words, and where: the critical ones as well. The most frequent first. */
  readonly wordings: readonly (Tally & { readonly source: string })[];
  /** What we have said in public. */
  readonly answers: readonly { readonly at: Instant; readonly title: string }[];
  readonly asOfInstant: Instant;
}
