/** Longer markup than this holds no summary; the rest is not looked at. */
const MOST_MARKUP = 200_000;
/** What is not meant to be read. */
const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg', 'head']);
/** Elements after which one would take a breath. */
const BLOCKS =
  /^\/?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|section|article|blockquote|figure|figcaption|hr|pre)$/;

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ' },
  ...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', laquo: '«', raquo: '»' },
  ...{ hellip: '…', mdash: '—', ndash: '–', middot: '·', bull: '•', times: '×', deg: '°' },
  ...{ copy: '©', reg: '®', trade: '™', yen: '¥', zwnj: '', zwj: '', shy: '' },
};

/** What a reader would see of a piece of HTML, as plain text. Takes time in proportion to its length, whatever it is. */
export function plainTextOf(html: string): string {
  return tidy(decodeEntities(withoutTags(html.slice(0, MOST_MARKUP))));
}

/** A `<` before anything but a letter, `/`, `!` or `?` is a sign of the text: `水压 < 0.1`. */
function withoutTags(html: string): string {
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) return text + html.slice(at);
    text += html.slice(at, open);
    if (!/[a-z/!?]/i.test(html.charAt(open + 1))) {
      text += '<';
      at = open + 1;
      continue;
    }
    const tag = tagAt(html, open);
    text += tag.instead;
    at = tag.end;
  }
  return text;
}

interface Tag {
  readonly end: number;
  readonly instead: string;
}

function tagAt(html: string, open: number): Tag {
  if (html.startsWith('<!--', open)) return { end: endAfter(html, '-->', open + 4), instead: '' };
  const end = endAfter(html, '>', open);
  const name = /^\/?[a-z][a-z0-9]*/i.exec(html.slice(open + 1, open + 16))?.[0].toLowerCase() ?? '';
  if (HIDDEN.has(name)) return { end: endOfElement(html, name, end), instead: ' ' };
  return { end, instead: BLOCKS.test(name) ? '\n' : '' };
}

function endAfter(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function endOfElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\b`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found === null ? html.length : endAfter(html, '>', found.index);
}

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16);
    return isCharacter(code) ? String.fromCodePoint(code) : '';
  });

const isCharacter = (code: number): boolean =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);

/** PostgreSQL keeps no NUL and no half of a surrogate pair; other control characters are no wording. */
const tidy = (text: string): string =>
  text
    .replace(/[^\P{Cc}\n\t\r]|\p{Surrogate}/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim();
