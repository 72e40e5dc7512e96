import type { Clarification, Finding } from '#knowledge';

/**
 * All that the public is told of a clarification. Nothing else ever reaches a public page: what is rendered is made
 * from this alone (test/e2e/public-leaks.spec.ts compares every byte).
 */
export interface PublicClarification {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly claim: string;
  readonly verdict: Finding;
  readonly answer: string;
  readonly evidence: readonly PublicEvidence[];
  readonly links: readonly { readonly channel: string; readonly url: string | null }[];
  /** The name of the body that answers. */
  readonly issuedBy: string;
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly corrections: readonly PublicCorrection[];
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
}

export interface PublicEvidence {
  readonly text: string;
  readonly url: string | null;
  readonly file: { readonly name: string; readonly sha256: string } | null;
}

export interface PublicCorrection {
  readonly at: string;
  readonly reason: string;
  readonly answerBefore: string;
}

/** Whose pages these are. */
export interface PublicBody {
  /** Where the pages are, as the public sees them: `https://www.example.org`, without a slash at the end. */
  readonly origin: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly timeZone: string;
}

const iso = (instant: number): string => new Date(instant).toISOString();

export const LIST_PATH = '/public/clarifications';
export const FEED_PATH = '/public/clarifications.rss';

/** Field by field, so that a new column stays inside until somebody decides otherwise here. */
export function publicPartOf(kept: Clarification, origin: string): PublicClarification {
  return {
    id: kept.id,
    url: `${origin}${LIST_PATH}/${kept.id}`,
    title: kept.title,
    claim: kept.claim,
    verdict: kept.verdict,
    answer: kept.answer,
    evidence: kept.evidence.map(({ text, url, file }) => ({
      text,
      url: webAddress(url),
      file: file === null ? null : { name: file.name, sha256: file.sha256 },
    })),
    links: kept.links.map(({ channel, url }) => ({ channel, url: webAddress(url) })),
    issuedBy: kept.issuedBy,
    publishedAt: iso(kept.publishedAt),
    updatedAt: iso(kept.updatedAt),
    corrections: kept.corrections.map(({ at, reason, answerBefore }) => ({
      ...{ at, reason, answerBefore },
    })),
    withdrawn:
      kept.withdrawn === null
        ? null
        : { at: iso(kept.withdrawn.at), reason: kept.withdrawn.reason },
  };
}

/** What a page may lead to: nothing that runs. */
function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;
}
