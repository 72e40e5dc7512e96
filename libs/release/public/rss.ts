import { Feed } from 'feed';
import { FEED_PATH, LIST_PATH } from './public-clarification.js';
import type { PublicBody, PublicClarification } from './public-clarification.js';
import { FINDING_WORDS, TAGS, WORDS } from './words.js';
import type { Language } from './words.js';

/** XML has no place for control characters, not even as entities (XML 1.0, 2.2). */
const storable = (text: string): string =>
  text
    .replaceAll(/\p{Cc}/gu, (character) => ('\t\n\r'.includes(character) ? character : ''))
    .replaceAll(/[\uFFFE\uFFFF]/g, '');

/** The newest, for feed readers. A withdrawn one says so in its title. */
export function rssFeed(
  items: readonly PublicClarification[],
  { body, language, changedAt }: { body: PublicBody; language: Language; changedAt: number },
): string {
  const t = WORDS[language];
  const feed = new Feed({
    title: `${body.name[language]} · ${t.title}`,
    description: t.lead,
    id: `${body.origin}${LIST_PATH}`,
    link: `${body.origin}${LIST_PATH}`,
    language: TAGS[language],
    updated: new Date(changedAt),
    generator: false,
    copyright: body.name[language],
    feedLinks: { rss: `${body.origin}${FEED_PATH}` },
  });
  for (const one of items) {
    const found = FINDING_WORDS[one.verdict][language];
    const state = one.withdrawn === null ? found : t.withdrawn;
    feed.addItem({
      title: storable(`${state}｜${one.title}`),
      id: one.url,
      link: one.url,
      date: new Date(one.publishedAt),
      description: storable(`${t.claim}：${one.claim}\n${t.verdict}：${found}\n${one.answer}`),
    });
  }
  return feed.rss2();
}
