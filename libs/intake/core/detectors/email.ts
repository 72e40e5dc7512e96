import type { Detector } from '../finding.js';
import { spansOf } from '../finding.js';

/** `(at)`, `[at]` and `（at）` are how people hide an address from programs, but not from readers. */
const AT = String.raw`(?:@|%40| ?[(\[（【]at[)\]）】] ?)`;
const LABEL = '[a-z0-9-]{1,63}';
/** RFC 5321 limits (64 and 63 octets) bound the search from every starting point. */
const EMAIL = new RegExp(String.raw`[a-z0-9._%+-]{1,64}${AT}(?:${LABEL}\.){1,6}[a-z]{2,24}`, 'i');

export const email: Detector = {
  kind: 'email',
  inUrls: true,
  find: (text) => spansOf(EMAIL, text),
};
