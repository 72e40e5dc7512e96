import iconv from 'iconv-lite';
import { encodingOfBytes } from '../files/encoding.js';
import { refuseFeed } from './feed-problem.js';

/** A feed of 500 entries has some ten thousand; what has more is made to keep a parser busy. */
const MOST_ELEMENTS = 100_000;

/** The text of a feed, whatever its bytes claim to be, checked before a parser sees it. */
export function readMarkup(bytes: Uint8Array, contentType: string): string {
  const text = decode(bytes, contentType).trimStart();
  if (text.trim() === '') refuseFeed('empty');
  if (text.startsWith('{') || text.startsWith('[')) return text;
  if (isPage(text)) refuseFeed('page');
  if (definesEntities(text)) refuseFeed('entities');
  if (countOf(text, '<', MOST_ELEMENTS) >= MOST_ELEMENTS) refuseFeed('too-many-elements');
  return text;
}

function decode(bytes: Uint8Array, contentType: string): string {
  const encoding = encodingOfBytes(bytes, declaredIn(bytes, contentType));
  const text = iconv.decode(Buffer.from(bytes), encoding).replace(/^\uFEFF/, '');
  // More than one broken sign in twenty foreign ones: nobody could read it.
  const broken = countOf(text, '\uFFFD', text.length);
  if (broken === 0) return text;
  const foreign = text.replace(/[\0-\x7f]/g, '').length;
  return broken * 20 > foreign ? refuseFeed('encoding') : text;
}

/** What the XML declaration says goes before the header, which often is what the server says of all its files. */
function declaredIn(bytes: Uint8Array, contentType: string): string[] {
  const head = Buffer.from(bytes.subarray(0, 300)).toString('latin1');
  const inXml = /<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1];
  const inHeader = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1];
  return [inXml, inHeader].filter((name) => name !== undefined);
}

function isPage(text: string): boolean {
  return /^(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[^]){0,2000}-->\s*)?<(?:!doctype\s+html|html)\b/i.test(
    text.slice(0, 4000),
  );
}

/**
 * A document type with an internal subset. No feed needs one, and with it a kilobyte becomes gigabytes ("billion
 * laughs") or a file of ours. What stands in CDATA or in a comment is text.
 */
function definesEntities(text: string): boolean {
  let at = 0;
  for (;;) {
    const open = text.indexOf('<!', at);
    if (open < 0) return false;
    if (text.startsWith('<![CDATA[', open)) at = after(text, ']]>', open);
    else if (text.startsWith('<!--', open)) at = after(text, '-->', open);
    else {
      const end = text.indexOf('>', open);
      const declaration = text.slice(open, end < 0 ? undefined : end);
      if (/^<!(?:entity|doctype[^]*\[)/i.test(declaration)) return true;
      if (end < 0) return false;
      at = end;
    }
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

function countOf(text: string, sign: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0 && count < most; at = text.indexOf(sign, at + 1))
    count += 1;
  return count;
}
