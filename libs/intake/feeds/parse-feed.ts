import { parseFeed as parse } from 'feedsmith';
import { LIMITS, plainTextOf, readFeedMoment } from '../core/index.js';
import type { FeedEntry } from '../core/index.js';
import { refuseFeed } from './feed-problem.js';

/** Of one reading; a feed names its newest first, and what is older was there before. */
const MOST_ENTRIES = 500;

export interface FeedPlace {
  /** Where the feed was asked for: links may be relative to it. */
  readonly url: string;
  /** The zone of times that are written without one. */
  readonly zone: string;
}

interface Told {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly texts: readonly (string | undefined)[];
  readonly links: readonly (string | undefined)[];
  readonly times: readonly (string | undefined)[];
}

/** The entries of a feed of any kind. Authors, creators and contributors are left where they are. */
export function parseFeed(markup: string, place: FeedPlace): FeedEntry[] {
  return toldIn(markup)
    .slice(0, MOST_ENTRIES)
    .map((told) => entryOf(told, place));
}

function toldIn(markup: string): Told[] {
  const told = parsed(markup);
  switch (told.format) {
    case 'rss':
      return (told.feed.items ?? []).map((item) => ({
        id: item.guid?.value,
        title: item.title,
        texts: [item.description, item.content?.encoded],
        links: [item.link, item.guid?.isPermaLink === false ? undefined : item.guid?.value],
        times: [item.pubDate, item.dc?.dates?.[0]],
      }));
    case 'rdf':
      return (told.feed.items ?? []).map((item) => ({
        id: item.rdf?.about ?? item.link,
        title: item.title,
        texts: [item.description, item.content?.encoded],
        links: [item.link],
        times: [item.dc?.dates?.[0]],
      }));
    case 'atom':
      return (told.feed.entries ?? []).map((entry) => ({
        id: entry.id,
        title: entry.title?.value,
        texts: [entry.summary?.value, entry.content?.value],
        links: (entry.links ?? [])
          .filter(({ rel }) => rel === undefined || rel === 'alternate')
          .map(({ href }) => href),
        times: [entry.published, entry.updated],
      }));
    case 'json':
      return (told.feed.items ?? []).map((item) => ({
        id: item.id,
        title: item.title,
        texts: [item.summary, item.content_text, item.content_html],
        links: [item.url, item.external_url],
        times: [item.date_published, item.date_modified],
      }));
  }
}

function parsed(markup: string) {
  try {
    return parse(markup, { maxItems: MOST_ENTRIES });
  } catch (error) {
    // Its errors have names and nothing else that tells them apart; whatever else is thrown, the markup made it so.
    const isUnknown = error instanceof Error && error.name === 'DetectError';
    return refuseFeed(isUnknown ? 'format' : 'broken');
  }
}

function entryOf({ id, title, texts, links, times }: Told, { url, zone }: FeedPlace): FeedEntry {
  return {
    id: blankAsNull(plainTextOf(id ?? '')),
    title: plainTextOf(title ?? ''),
    text: texts.map((text) => plainTextOf(text ?? '')).find((text) => text !== '') ?? '',
    link: links.map((link) => linkOf(link, url)).find((link) => link !== null) ?? null,
    publishedAt:
      times.map((time) => readFeedMoment(time, zone)).find((time) => time !== null) ?? null,
  };
}

const blankAsNull = (text: string): string | null => (text === '' ? null : text);

function linkOf(text: string | undefined, base: string): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '' || !URL.canParse(trimmed, base)) return null;
  const { href, protocol } = new URL(trimmed, base);
  return /^https?:$/.test(protocol) && href.length <= LIMITS.url ? href : null;
}
