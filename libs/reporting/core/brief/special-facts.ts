import type { Instant } from '../values.js';

/** Something that is counted, and how often. */
export interface Tally {
  readonly name: string;
  readonly count: number;
}

export interface Course {
  readonly first: string;
  readonly last: string;
  readonly total: number;
  readonly peak: Tally;
}

/** What was logged as the claim of an incident. */
export interface Claim extends Tally {
  readonly number: string;
  readonly kind: string;
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
  /** All mentions by the local days on which it was seen; null when there are none. */
  readonly course: Course | null;
  /** Of those days the last sixty, to be drawn. */
  readonly days: readonly Tally[];
  /** Mentions by where they were seen. */
  readonly sources: readonly Tally[];
  readonly peakRank: number | null;
  readonly lastSeenAt: Instant | null;
  /** What happened, in its order. */
  readonly nodes: readonly { readonly at: Instant; readonly what: string }[];
  /**
   * What is claimed, complaints as well, with its mentions: by the incident itself and by those merged into it, the most
   * mentioned first. The wordings of mentions are not kept in a report, since retention takes them away.
   */
  readonly claims: readonly Claim[];
  /** What we have said in public. */
  readonly answers: readonly { readonly at: Instant; readonly title: string }[];
  /** It is told as it stood then: at the end of its span, or when it was counted before that. */
  readonly until: Instant;
}
