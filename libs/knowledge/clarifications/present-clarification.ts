import type { Clarification } from './clarification.js';
import type { ClarificationView } from './clarification.dto.js';

const iso = (instant: number): string => new Date(instant).toISOString();

export const presentClarification = ({
  publishedAt,
  updatedAt,
  withdrawn,
  evidence,
  links,
  corrections,
  ...rest
}: Clarification): ClarificationView => ({
  ...rest,
  ...{ evidence: [...evidence], links: [...links], corrections: [...corrections] },
  ...{ publishedAt: iso(publishedAt), updatedAt: iso(updatedAt) },
  withdrawn: withdrawn && { at: iso(withdrawn.at), reason: withdrawn.reason },
});
