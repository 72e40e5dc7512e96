/**
 * Characters that people (and keyboards) use in place of the plain ones inside numbers and addresses.
 * Only these are folded: a full-width comma must keep ending a URL, and a Chinese colon is matched as such.
 */
const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF0B\uFF0E\uFF20\uFF3F]/g;
/** Hyphens and dashes, the minus sign, the katakana mark and the full-width hyphen. */
const DASHES = /[\u2010-\u2015\u2212\u30FC\uFE63\uFF0D]/g;
/** Typographic, ideographic and zero-width spaces, soft hyphen, tab. */
const SPACES = /[\t\u00A0\u00AD\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/** The same text in plain characters, code unit for code unit, so that offsets stay true. */
export function fold(text: string): string {
  return text
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(DASHES, '-')
    .replace(SPACES, ' ');
}

/** Two spellings of one number or address are equal when their compact forms are. */
export function compact(text: string): string {
  return fold(text)
    .toLowerCase()
    .replace(/[\s().（）·-]/g, '');
}
