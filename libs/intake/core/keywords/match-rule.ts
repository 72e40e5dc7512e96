import { foldTerm, foldText } from './fold-text.js';
import type { FoldedText } from './fold-text.js';
import type { Near, Rule, Term } from './rule.js';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What of a text a rule asks for, or asks not to see. */
export interface Mark extends Span {
  readonly against: boolean;
}

/** Whether a text is one that the rule asks for. */
export const matches = (rule: Rule, text: string): boolean => holds(rule, foldText(text));

function holds(rule: Rule, text: FoldedText): boolean {
  switch (rule.kind) {
    case 'term':
      return spansOf(rule, text, 1).length > 0;
    case 'not':
      return !holds(rule.of, text);
    case 'and':
      return rule.all.every((part) => holds(part, text));
    case 'or':
      return rule.any.some((part) => holds(part, text));
    case 'near':
      return areNear(rule, text);
  }
}

/** A Latin word is found as a word, `VE` not in `live`; Chinese has no such ends. */
const isLatin = (char: string): boolean => /[a-z\d\u00c0-\u024f]/.test(char);

function spansOf({ text: term }: Term, { text }: FoldedText, most = Infinity): Span[] {
  const wanted = foldTerm(term);
  const [opens, closes] = [isLatin(wanted.charAt(0)), isLatin(wanted.charAt(wanted.length - 1))];
  const spans: Span[] = [];
  if (wanted === '') return spans;
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + 1)) {
    const to = from + wanted.length;
    const isPart =
      (opens && isLatin(text.charAt(from - 1))) || (closes && isLatin(text.charAt(to)));
    if (!isPart) spans.push({ from, to });
    if (spans.length >= most) break;
  }
  return spans;
}

/**
 * Goes once through the places of both sides in their order. Of those of the other side that began before, the one
 * that reaches furthest is the nearest.
 */
function areNear({ within, sides }: Near, text: FoldedText): boolean {
  const places = sides
    .flatMap((terms, side) =>
      terms.flatMap((term) => spansOf(term, text)).map((span) => ({ ...span, side })),
    )
    .sort((a, b) => a.from - b.from);
  const reached = [-Infinity, -Infinity];
  for (const { from, to, side } of places) {
    if (from - (reached[1 - side] ?? -Infinity) <= within) return true;
    reached[side] = Math.max(reached[side] ?? -Infinity, to);
  }
  return false;
}

/** Where the words of a rule stand in a text, in places of the text as it was given; those that overlap are one. */
export function marksOf(rule: Rule, text: string): Mark[] {
  const folded = foldText(text);
  const found = termsOf(rule, false)
    .flatMap(({ term, against }) =>
      spansOf(term, folded).map(({ from, to }) => ({
        from: folded.at[from] ?? 0,
        to: endOf(text, folded.at[to - 1] ?? 0),
        against,
      })),
    )
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const apart: Mark[] = [];
  for (const mark of found) {
    if (mark.from >= (apart.at(-1)?.to ?? 0)) apart.push(mark);
  }
  return apart;
}

/** Behind the character that begins here: two code units, when it is one of those. */
const endOf = (text: string, from: number): number =>
  from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1);

function termsOf(rule: Rule, against: boolean): { term: Term; against: boolean }[] {
  switch (rule.kind) {
    case 'term':
      return [{ term: rule, against }];
    case 'not':
      return termsOf(rule.of, !against);
    case 'and':
      return rule.all.flatMap((part) => termsOf(part, against));
    case 'or':
      return rule.any.flatMap((part) => termsOf(part, against));
    case 'near':
      return rule.sides.flat().map((term) => ({ term, against }));
  }
}
