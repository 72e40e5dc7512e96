import { clip } from './clip.js';
import { headline, renderWithin } from './render-message.js';
import type { Room, Saying, Style } from './render-message.js';

/** Only the words; the addresses stand beside them in the payload. */
const wordsOnly: Style = {
  heading: () => '',
  prose: (text) => text,
  item: (title, _link, number) => `${number}. ${title}`,
  link: () => '',
  separator: '\n',
};

/**
 * What the service worker gets: `{ id, title, body, link, ackLink }`. The body is cut until all of it fits.
 */
export function renderPush(room: Room, saying: Saying, id: string): string {
  const payload = (body: string) =>
    JSON.stringify({
      id,
      title: clip(headline(saying), 200),
      body,
      link: saying.link,
      ackLink: saying.ackLink,
    });
  const size = (text: string) => room.size(payload(text.trim()));
  return payload(renderWithin({ limit: room.limit, size }, wordsOnly, saying).trim());
}
