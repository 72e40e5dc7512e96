/** What a claim was found to be. There is no answer before there is a finding. */
export const FINDINGS = ['true', 'partly-true', 'false', 'unverifiable'] as const;
export type Finding = (typeof FINDINGS)[number];

export type Origin = 'release' | 'entered' | 'imported';

export interface EvidenceItem {
  readonly text: string;
  readonly url: string | null;
  readonly file: { readonly name: string; readonly sha256: string } | null;
}

/** Where it was published. */
export interface PublishedLink {
  readonly channel: string;
  readonly url: string;
}

export interface Correction {
  /** ISO 8601. */
  readonly at: string;
  readonly reason: string;
  readonly answerBefore: string;
}

/** A clarification as whoever answers for it hands it in. Instants are epoch milliseconds. */
export interface KeptClarification {
  readonly id: string;
  readonly origin: Origin;
  readonly releaseId: string | null;
  readonly incidentId: string | null;
  readonly title: string;
  readonly claim: string;
  readonly verdict: Finding;
  readonly answer: string;
  readonly evidence: readonly EvidenceItem[];
  readonly links: readonly PublishedLink[];
  /** The name of the body that answers. */
  readonly issuedBy: string;
  readonly publishedAt: number;
  /** Shown on the public pages: it went out by a release of ours. */
  readonly public: boolean;
  /** Where the claim is said to be, which tells it from the same hoax about another town. */
  readonly place?: string | null;
  /** Why this version differs from the one before. The former answer is kept beside it. */
  readonly correctedFor?: string;
  /** Why it no longer holds. It stays to be seen, and is no longer suggested. */
  readonly withdrawnFor?: string;
}

/** A clarification as it stands. */
export interface Clarification extends Omit<
  KeptClarification,
  'place' | 'correctedFor' | 'withdrawnFor'
> {
  readonly updatedAt: number;
  readonly corrections: readonly Correction[];
  readonly withdrawn: { readonly at: number; readonly reason: string } | null;
  readonly version: number;
  /** How often people found the claim to have come back. */
  readonly matchedCount: number;
}
