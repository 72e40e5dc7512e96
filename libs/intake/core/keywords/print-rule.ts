import type { Rule, Term } from './rule.js';
import { needsQuotes } from './tokens.js';

/** A rule as somebody would write it; reading it again gives the same rule. */
export function printRule(rule: Rule): string {
  switch (rule.kind) {
    case 'term':
      return printTerm(rule);
    case 'not':
      return `not ${inner(rule.of, ['and', 'or'])}`;
    case 'and':
      return rule.all.map((part) => inner(part, ['or'])).join(' and ');
    case 'or':
      return rule.any.map(printRule).join(' or ');
    case 'near':
      return rule.sides.map(printSide).join(` near/${String(rule.within)} `);
  }
}

const inner = (rule: Rule, weaker: readonly Rule['kind'][]): string =>
  weaker.includes(rule.kind) ? `(${printRule(rule)})` : printRule(rule);

function printSide(terms: readonly Term[]): string {
  const words = terms.map(printTerm).join(' or ');
  return terms.length === 1 ? words : `(${words})`;
}

/** A phrase that holds a quotation mark of one kind is quoted with another. */
const QUOTES = ['""', '“”', '「」', '『』', '＂＂'];

function printTerm({ text }: Term): string {
  if (!needsQuotes(text)) return text;
  const [open = '"', close = '"'] = QUOTES.find((pair) => !text.includes(pair.charAt(1))) ?? '""';
  return open + text + close;
}
