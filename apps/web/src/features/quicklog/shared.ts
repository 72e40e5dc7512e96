import { isSighting, readPaste, type Pasted } from './paste';

/** What came with the address: from a phone's share menu, or from the bookmarklet. */
export interface Shared {
  readonly pasted: Pasted;
  /** More came than the form takes. */
  readonly isCut: boolean;
  /** The link that came is no address of a web page; it was left out. */
  readonly isLinkRefused: boolean;
}

/** The server's limits. */
export const LONGEST = { title: 300, text: 5000, url: 2000 };
const NAMES = ['title', 'text', 'url'] as const;
/** All that is no text but works on devices, except for line breaks and tabs. */
const CONTROL = /[^\P{Cc}\n\t]/gu;

/** What an address brings into the quick log; null when it brings nothing. It is read, and nothing else is done. */
export function readShared(
  address: { readonly search: string; readonly hash: string },
  now: number,
): Shared | null {
  // The bookmarklet writes behind the #, which browsers do not send: what was selected stays in the browser.
  const given = new URLSearchParams(address.hash.slice(1) || address.search);
  const [title, text, url] = NAMES.map((name) =>
    (given.get(name) ?? '').replace(CONTROL, '').trim(),
  );
  if (!title && !text && !url) return null;
  const link = linkOf(url ?? '');
  const wording = wordingOf(title ?? '', text ?? '');
  const pasted = readPaste([wording, link].filter(Boolean).join('\n'), now);
  return {
    pasted: { ...pasted, text: pasted.text.slice(0, LONGEST.text), url: linkOf(pasted.url) },
    isCut: NAMES.some((name) => name !== 'url' && (given.get(name) ?? '').length > LONGEST[name]),
    isLinkRefused: (url ?? '') !== '' && link === '',
  };
}

/** Headline and text, or the one of them that says both. */
function wordingOf(title: string, text: string): string {
  const [headline, body] = [title.slice(0, LONGEST.title), text.slice(0, LONGEST.text)];
  return body.includes(headline) ? body : [headline, body].filter(Boolean).join('\n');
}

/** Only what a browser would open as a page: no `javascript:`, no `data:`, nothing endless. */
const linkOf = (url: string): string =>
  /^https?:\/\//i.test(url) && isSighting(url) && url.length <= LONGEST.url && URL.canParse(url)
    ? url
    : '';
