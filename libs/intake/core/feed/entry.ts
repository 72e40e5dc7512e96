import { LIMITS } from '../sighting.js';
import type { RawSighting } from '../sighting.js';

/** One entry of a feed, as text. Who wrote it is not read, whatever field it stands in. */
export interface FeedEntry {
  /** What the feed calls it, so that it is known again; null when it has no name. */
  readonly id: string | null;
  readonly title: string;
  /** The summary, or what there is of the content. */
  readonly text: string;
  readonly link: string | null;
  /** Epoch milliseconds; null when it is not told. */
  readonly publishedAt: number | null;
}

/** By which an entry is the same when the feed is read again. */
export const identityOf = ({ id, link, title }: FeedEntry): string => id ?? link ?? title;

/** Title and summary; where the summary begins with the title, as on social sites, it is enough. */
export function wordingOfEntry({ title, text }: Pick<FeedEntry, 'title' | 'text'>): string {
  const begun = title.replace(/(?:…|\.{3})$/, '').trim();
  const whole = text.startsWith(begun)
    ? text
    : [title, text].filter((part) => part !== '').join('\n');
  return whole.length <= LIMITS.text
    ? whole
    : whole.slice(0, LIMITS.text).replace(/\p{Surrogate}$/u, '');
}

/**
 * An entry as a sighting; null when it says nothing. An entry without a time, or with one that has not come yet, was
 * seen when it was first read: the same at every reading, so that it stays one sighting.
 */
export function sightingOf(
  entry: FeedEntry,
  firstReadAt: number,
): Omit<RawSighting, 'outlet'> | null {
  const text = wordingOfEntry(entry);
  if (text === '') return null;
  const { publishedAt, link, id } = entry;
  return {
    text,
    seenAt: publishedAt !== null && publishedAt <= firstReadAt ? publishedAt : firstReadAt,
    url: link,
    externalId: id !== null && id.length <= LIMITS.externalId ? id : null,
    rank: null,
    views: null,
  };
}
