import type { Finding, NewClarification } from '../../api/library';
import { fromLocalInput } from '../../time/zone';

/** The form as typed. */
export interface Entry {
  readonly claim: string;
  readonly place: string;
  readonly verdict: Finding | '';
  readonly answer: string;
  readonly evidence: readonly { readonly text: string; readonly url: string }[];
  readonly issuedBy: string;
  /** The value of a datetime-local field. */
  readonly publishedAt: string;
  readonly link: string;
}

export const BLANK: Entry = {
  claim: '',
  place: '',
  verdict: '',
  answer: '',
  evidence: [{ text: '', url: '' }],
  issuedBy: '',
  publishedAt: '',
  link: '',
};

export type Missing = 'claim' | 'verdict' | 'answer' | 'evidence' | 'publishedAt';

export function whatIsMissing(entry: Entry): readonly Missing[] {
  const texts: readonly Missing[] = (['claim', 'verdict', 'answer', 'publishedAt'] as const).filter(
    (field) => entry[field].trim() === '',
  );
  return entry.evidence.some(({ text }) => text.trim() !== '') ? texts : [...texts, 'evidence'];
}

/** Evidence of which nothing was written is left out. */
export function clarificationOf(entry: Entry, verdict: Finding): NewClarification {
  const [place, issuedBy, link] = [entry.place, entry.issuedBy, entry.link].map((text) =>
    text.trim(),
  );
  return {
    claim: entry.claim.trim(),
    verdict,
    answer: entry.answer.trim(),
    evidence: entry.evidence
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, url }) => ({
        text: text.trim(),
        ...(url.trim() ? { url: url.trim() } : {}),
      })),
    publishedAt: fromLocalInput(entry.publishedAt) ?? entry.publishedAt,
    ...(place ? { place } : {}),
    ...(issuedBy ? { issuedBy } : {}),
    ...(link ? { links: [{ url: link }] } : {}),
  };
}
