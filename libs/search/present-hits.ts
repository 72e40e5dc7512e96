import type { IncidentHit } from '#incidents';
import type { MentionHit } from '#intake';
import type { Clarification } from '#knowledge';
import { markWords } from '#platform';
import type { SearchWords } from '#platform';
import type { PieceView, SearchHitView } from './search.dto.js';

const HEADING = 200;
/** Two lines of a wide screen. */
const BODY = 160;

const marked = (text: string, { wanted }: SearchWords, most: number): PieceView[] => [
  ...markWords(text, wanted, most),
];

export const presentIncident = (hit: IncidentHit, words: SearchWords): SearchHitView => ({
  id: hit.id,
  heading: marked(hit.title, words, HEADING),
  body: marked(hit.place === null ? hit.claim : `${hit.claim} · ${hit.place}`, words, BODY),
  at: hit.detectedAt.toISOString(),
  number: hit.number,
  state: hit.state,
  severity: hit.severity,
  incidentId: null,
  seenCount: null,
});

export const presentMention = (hit: MentionHit, words: SearchWords): SearchHitView => ({
  id: hit.id,
  heading: [{ text: hit.source, hit: false }],
  body: marked(hit.text, words, BODY),
  at: hit.at.toISOString(),
  number: null,
  state: hit.state,
  severity: null,
  incidentId: hit.incidentId,
  seenCount: hit.seenCount,
});

/** The claim, and the answer where only that holds the words. */
export const presentClarification = (hit: Clarification, words: SearchWords): SearchHitView => ({
  id: hit.id,
  heading: marked(hit.title, words, HEADING),
  body: marked(
    [hit.claim, hit.answer].filter((part) => part !== hit.title).join(' → '),
    words,
    BODY,
  ),
  at: new Date(hit.publishedAt).toISOString(),
  number: null,
  state: hit.verdict,
  severity: null,
  incidentId: null,
  seenCount: null,
});
