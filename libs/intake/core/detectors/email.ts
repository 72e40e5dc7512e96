import type { Detector, Span } from '../finding.js';
import { spansOf } from '../finding.js';

/** `(at)`, `[at]` and `（at）` are how people hide an address from programs, but not from readers. Not that of `[@]`. */
const AT = /(?<!\[)@|%40| ?[([（【]at[)\]）】] ?/i;
/** RFC 5321: 64 octets before the sign, labels of 63 after it. */
const LONGEST_LOCAL = 64;
const LOCAL_CHAR = /[a-z0-9._%+-]/i;
const DOMAIN = /(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}/iy;

function domainEnd(text: string, start: number): number | null {
  const domain = new RegExp(DOMAIN);
  domain.lastIndex = start;
  return domain.test(text) ? domain.lastIndex : null;
}

/** Looking back from each sign, instead of ahead from each letter, keeps long texts linear. */
function localStart(text: string, at: number, from: number): number {
  const floor = Math.max(from, at - LONGEST_LOCAL);
  let start = at;
  while (start > floor && LOCAL_CHAR.test(text[start - 1] ?? '')) start -= 1;
  return start;
}

function* find(text: string): Generator<Span> {
  let free = 0;
  for (const at of spansOf(AT, text)) {
    const start = localStart(text, at.start, free);
    const end = start < at.start ? domainEnd(text, at.end) : null;
    if (end === null) continue;
    yield { start, end };
    free = end;
  }
}

export const email: Detector = { kind: 'email', inUrls: true, find };
