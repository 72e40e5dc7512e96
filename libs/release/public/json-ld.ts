import type { Finding } from '#knowledge';
import { FINDING_WORDS, TAGS } from './words.js';
import type { Language } from './words.js';
import type { PublicClarification } from './public-clarification.js';

/** From 1, false, to 5, true. What could not be verified is no point on this scale, and is told in words alone. */
const RATING: Readonly<Record<Finding, number | null>> = {
  true: 5,
  'partly-true': 3,
  false: 1,
  unverifiable: null,
};

/**
 * schema.org/ClaimReview, for search engines and fact-check indexes. Who made the claim is left out: nobody here knows
 * (boundaries.md, rule 1). A withdrawn answer is no finding any more, and reviews nothing.
 */
export function claimReview(
  one: PublicClarification,
  language: Language,
  origin: string,
): Readonly<Record<string, unknown>> | null {
  if (one.withdrawn !== null) return null;
  const value = RATING[one.verdict];
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: one.url,
    inLanguage: TAGS[language],
    datePublished: one.publishedAt,
    dateModified: one.updatedAt,
    name: one.title,
    claimReviewed: one.claim,
    reviewBody: one.answer,
    author: { '@type': 'Organization', name: one.issuedBy, url: origin },
    itemReviewed: { '@type': 'Claim', name: one.claim },
    reviewRating: {
      '@type': 'Rating',
      ...(value !== null && { ratingValue: value, bestRating: 5, worstRating: 1 }),
      alternateName: FINDING_WORDS[one.verdict][language],
    },
  };
}
