import type { Kind, NewIncident } from '../../api/types';
import { fromLocalInput, toLocalInput } from '../../time/zone';
import { claimIn, type Pasted } from './paste';

/** The form as typed. `seenAt` is the value of a datetime-local field; empty means now. */
export interface Entry {
  readonly text: string;
  readonly claim: string;
  readonly kind: Kind | '';
  readonly category: string;
  readonly source: string;
  readonly url: string;
  readonly seenAt: string;
  readonly title: string;
  readonly place: string;
}

export const BLANK: Entry = {
  text: '',
  claim: '',
  kind: '',
  category: '',
  source: '',
  url: '',
  seenAt: '',
  title: '',
  place: '',
};

export type Missing = 'claim' | 'kind' | 'category' | 'text' | 'source';

export function whatIsMissing(entry: Entry): readonly Missing[] {
  const needed: readonly Missing[] = ['text', 'claim', 'kind', 'category', 'source'];
  return needed.filter((field) => entry[field].trim() === '');
}

/** What a paste changes: it fills what it knows, and never wipes what it does not. */
export function filledFrom(pasted: Pasted, entry: Entry): Partial<Entry> {
  return {
    ...(pasted.url ? { url: pasted.url } : {}),
    ...(pasted.source ? { source: pasted.source } : {}),
    ...(pasted.seenAt === null ? {} : { seenAt: toLocalInput(pasted.seenAt) }),
    ...(pasted.text ? { text: pasted.text } : {}),
    // A claim that somebody wrote stays; one that was read from the former text gives way.
    ...(pasted.claim && (entry.claim === '' || entry.claim === claimIn(entry.text))
      ? { claim: pasted.claim }
      : {}),
  };
}

/** The longest title that a list shows in one line. */
const LONGEST_TITLE = 60;

export function incidentOf(entry: Entry, kind: Kind, now: number): NewIncident {
  const claim = entry.claim.trim();
  const url = entry.url.trim();
  const place = entry.place.trim();
  return {
    title: entry.title.trim() || claim.slice(0, LONGEST_TITLE),
    claim,
    kind,
    category: entry.category,
    ...(place ? { place } : {}),
    mentions: [
      {
        source: entry.source.trim(),
        ...(url ? { url } : {}),
        text: entry.text.trim(),
        seenAt: fromLocalInput(entry.seenAt) ?? new Date(now).toISOString(),
      },
    ],
  };
}
