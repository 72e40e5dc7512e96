import type { Detector, Judge } from '../finding.js';
import { spansOf } from '../finding.js';

/**
 * A nickname runs to the next space or punctuation mark, as on the platforms themselves; they allow at most
 * 30 characters. Words written straight after a name go with it: nobody can tell where it ends.
 */
const MENTION = /@[\p{L}\p{N}_][\p{L}\p{N}_·-]{0,29}/u;
const EVERYONE = /^(?:所有人|全体成员|全体|大家|everyone|all(?![\p{L}\p{N}_]))/iu;
/** `苹果@5元/斤`, `@3.5`: the sign for "at a price of". */
const PRICE = /^\d+(?:元|块|毛|$)/;

const isName: Judge = (what, _match, span) => {
  const name = what.slice(1);
  return EVERYONE.test(name) || PRICE.test(name) ? null : span;
};

export const mention: Detector = {
  kind: 'mention',
  inUrls: true,
  find: (text) => spansOf(MENTION, text, isName),
};
