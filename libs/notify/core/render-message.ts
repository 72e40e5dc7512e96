import { characters, clip, largestFitting } from './clip.js';

/** What a channel is to say; the words are in the person's language already. */
export interface Saying {
  readonly locale: 'zh' | 'en';
  readonly title: string;
  readonly text: string;
  readonly link: string | null;
  readonly ackLink: string | null;
  readonly severity: string | null;
  readonly items?: readonly { readonly title: string; readonly link: string }[];
}

export const WORDS = {
  zh: { open: '查看', acknowledge: '签收', more: (count: number) => `另有 ${count} 项` },
  en: { open: 'Open', acknowledge: 'Acknowledge', more: (count: number) => `and ${count} more` },
} as const;

/** How a channel writes the parts of a message. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly prose: (text: string) => string;
  readonly item: (title: string, link: string, number: number) => string;
  readonly link: (label: string, link: string) => string;
  readonly separator: string;
}

/** At most so much, counted in what the other side counts: bytes or characters. */
export interface Room {
  readonly limit: number;
  readonly size: (text: string) => number;
}

/** Severity first: it is what a person woken at three looks for. */
export const headline = ({ severity, title }: Pick<Saying, 'severity' | 'title'>): string =>
  severity === null ? title : `${severity} · ${title}`;

/**
 * The message in a style, cut to the room there is. The links to acknowledge and to open always stay; what gives
 * way is first the end of a bundle's list, then the end of the text, then the end of the title.
 */
export function renderWithin(room: Room, style: Style, saying: Saying): string {
  const items = saying.items ?? [];
  const write = (title: string, text: string, shown: number) => {
    const words = WORDS[saying.locale];
    const left = items.length - shown;
    return [
      style.heading(headline({ severity: saying.severity, title })),
      ...(text === '' ? [] : [style.prose(text)]),
      ...items.slice(0, shown).map((item, index) => style.item(item.title, item.link, index + 1)),
      ...(left > 0 ? [style.prose(words.more(left))] : []),
      ...(saying.ackLink === null ? [] : [style.link(words.acknowledge, saying.ackLink)]),
      ...(saying.link === null ? [] : [style.link(words.open, saying.link)]),
    ].join(style.separator);
  };
  const fits = (text: string) => room.size(text) <= room.limit;
  const shown = largestFitting(items.length, (n) => fits(write(saying.title, saying.text, n)));
  if (shown >= 0) return write(saying.title, saying.text, shown);
  const kept = largestFitting(characters(saying.text), (n) =>
    fits(write(saying.title, clip(saying.text, n), 0)),
  );
  if (kept > 0) return write(saying.title, clip(saying.text, kept), 0);
  const ofTitle = largestFitting(characters(saying.title), (n) =>
    fits(write(clip(saying.title, n), '', 0)),
  );
  return write(clip(saying.title, Math.max(0, ofTitle)), '', 0);
}

const PLAIN = {
  heading: (text: string) => text,
  prose: (text: string) => text,
  item: (title: string, link: string, number: number) => `${number}. ${title} ${link}`,
  link: (label: string, link: string) => `${label} ${link}`,
};

/** Text with addresses, one part a line. */
export const plainLines: Style = { ...PLAIN, separator: '\n' };

/** All on one line, for telephones. */
export const oneLine: Style = { ...PLAIN, separator: ' ' };

/** The Markdown that WeCom and DingTalk understand; a part ends where `separator` says. */
export const markdown = (separator: string): Style => ({
  heading: (text) => `**${plainWords(text)}**`,
  prose: plainWords,
  item: (title, link, number) => `${number}. [${plainWords(title)}](${inMarkdown(link)})`,
  link: (label, link) => `[${label}](${inMarkdown(link)})`,
  separator,
});

/**
 * What people wrote stays words: the characters that make links, mentions (`<@all>`) and headings become their
 * full-width twins, 0xFEE0 further. These robots know no escapes.
 */
const plainWords = (text: string): string =>
  text.replace(/[[\]<>*_`#\\~|]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  );

const inMarkdown = (link: string): string => link.replaceAll('(', '%28').replaceAll(')', '%29');
