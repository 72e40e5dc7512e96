export type Operator = 'and' | 'or' | 'not';

export type Token = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'near'; readonly within: number }
  | { readonly kind: 'term'; readonly text: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'unclosed' }
  | { readonly kind: 'comma' }
);

const SIGNS: Readonly<Record<string, Operator>> = {
  ...{ '&': 'and', '＆': 'and', '|': 'or', '｜': 'or', '!': 'not', '！': 'not' },
};
const WORDS: Readonly<Record<string, Operator>> = {
  ...{ and: 'and', or: 'or', not: 'not', 与: 'and', 且: 'and', 或: 'or', 非: 'not' },
};
const QUOTES: Readonly<Record<string, string>> = {
  ...{ '"': '"', '＂': '＂', '“': '”', '”': '”', '「': '」', '『': '』' },
};
const COMMAS = new Set([',', '，', '、', ';', '；']);
/** `near`, `near/10`, `近/10`: how far when nothing is said. */
const NEAR = /^(?:near|近)(?:[/／](\d{1,4}))?$/i;
const USUAL_NEAR = 10;

/** Ends a word besides blanks. */
const BREAKS = new Set([
  '(',
  ')',
  '（',
  '）',
  ...Object.keys(SIGNS),
  ...Object.keys(QUOTES),
  ...COMMAS,
]);

/** The pieces of a rule, in their order. Never throws: what cannot be read is a piece too. */
export function tokensOf(rule: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  while (from < rule.length) {
    if (/\s/.test(rule.charAt(from))) {
      from += 1;
      continue;
    }
    const token = tokenAt(rule, from);
    tokens.push(token);
    from = token.to;
  }
  return tokens;
}

function tokenAt(rule: string, from: number): Token {
  const sign = rule.charAt(from);
  const one = { from, to: from + 1 };
  const operator = SIGNS[sign];
  if (operator !== undefined) {
    const doubled = operator !== 'not' && rule.charAt(from + 1) === sign;
    return { kind: 'operator', operator, from, to: from + (doubled ? 2 : 1) };
  }
  if (sign === '(' || sign === '（') return { kind: 'open', ...one };
  if (sign === ')' || sign === '）') return { kind: 'close', ...one };
  if (COMMAS.has(sign)) return { kind: 'comma', ...one };
  const closing = QUOTES[sign];
  return closing === undefined ? wordAt(rule, from) : phraseAt(rule, from, closing);
}

function phraseAt(rule: string, from: number, closing: string): Token {
  const end = rule.indexOf(closing, from + 1);
  return end < 0
    ? { kind: 'unclosed', from, to: rule.length }
    : { kind: 'term', text: rule.slice(from + 1, end), from, to: end + 1 };
}

function wordAt(rule: string, from: number): Token {
  let to = from;
  while (to < rule.length && !/\s/.test(rule.charAt(to)) && !BREAKS.has(rule.charAt(to))) to += 1;
  const text = rule.slice(from, to);
  const operator = Object.hasOwn(WORDS, text.toLowerCase()) ? WORDS[text.toLowerCase()] : undefined;
  if (operator !== undefined) return { kind: 'operator', operator, from, to };
  const near = NEAR.exec(text);
  if (near === null) return { kind: 'term', text, from, to };
  return { kind: 'near', within: Number(near[1] ?? USUAL_NEAR), from, to };
}

/** Whether a word must be quoted to be read as a word. */
export function needsQuotes(text: string): boolean {
  const [only, ...more] = tokensOf(text);
  return more.length > 0 || only?.kind !== 'term' || only.text !== text;
}
