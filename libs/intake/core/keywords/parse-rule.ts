import { foldTerm } from './fold-text.js';
import { both, either } from './rule.js';
import type { Near, Rule, RuleProblem, Term } from './rule.js';
import { tokensOf } from './tokens.js';
import type { Token } from './tokens.js';

export const RULE_LIMITS = { length: 2000, terms: 200, depth: 40, near: 1000 } as const;

export type ParsedRule =
  /** Null when nothing is asked for: everything passes. */
  | { readonly ok: true; readonly rule: Rule | null }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

/** Reads a rule: `停水 and (小区 or 学校) not 广告`. Words that stand side by side must both occur. Never throws. */
export function parseRule(text: string): ParsedRule {
  if (text.length > RULE_LIMITS.length)
    return wrong({ from: RULE_LIMITS.length, to: text.length }, WORDS.tooLong);
  const tokens = tokensOf(text);
  if (tokens.length === 0) return { ok: true, rule: null };
  const found = problemsOf(tokens);
  if (found.length > 0) return { ok: false, problems: found };
  try {
    return { ok: true, rule: new Reader(tokens, text.length).whole() };
  } catch (error) {
    if (error instanceof Stopped) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

interface Place {
  readonly from: number;
  readonly to: number;
}

const WORDS = {
  tooLong: {
    zh: `规则最长 ${String(RULE_LIMITS.length)} 个字符`,
    en: `A rule has at most ${String(RULE_LIMITS.length)} characters`,
  },
  tooMany: {
    zh: `规则里的词最多 ${String(RULE_LIMITS.terms)} 个`,
    en: `A rule has at most ${String(RULE_LIMITS.terms)} words`,
  },
  tooDeep: {
    zh: `括号和“非”最多套 ${String(RULE_LIMITS.depth)} 层`,
    en: `Brackets and “not” go at most ${String(RULE_LIMITS.depth)} deep`,
  },
  unclosed: { zh: '引号没有成对', en: 'This quotation mark has no partner' },
  comma: {
    zh: '请用 and 或 or 连接，不用逗号',
    en: 'Join words with and or or, not with a comma',
  },
  blank: { zh: '词里没有文字', en: 'There is no letter in this word' },
  farAway: {
    zh: `near 的距离为 0 到 ${String(RULE_LIMITS.near)} 个字`,
    en: `The distance of near is 0 to ${String(RULE_LIMITS.near)} characters`,
  },
  operand: { zh: '这里缺少一个词', en: 'A word is missing here' },
  unopened: { zh: '这个右括号没有对应的左括号', en: 'This closing bracket was never opened' },
  open: { zh: '这个左括号没有对应的右括号', en: 'This bracket is never closed' },
  side: {
    zh: 'near 的两边只能是词、短语，或括号里用 or 连接的词',
    en: 'Beside near stand words and phrases, or several of them in brackets with or',
  },
  chain: {
    zh: 'near 只连接两个词；三个词请写成“甲 near 乙 and 乙 near 丙”',
    en: 'near joins two words; for three write: a near b and b near c',
  },
} as const;

type Said = (typeof WORDS)[keyof typeof WORDS];

const problemAt = ({ from, to }: Place, { zh, en }: Said): RuleProblem => ({ from, to, zh, en });
const wrong = (place: Place, said: Said): ParsedRule => ({
  ok: false,
  problems: [problemAt(place, said)],
});

/** What can be seen piece by piece, all at once. */
function problemsOf(tokens: readonly Token[]): RuleProblem[] {
  const terms = tokens.filter(({ kind }) => kind === 'term');
  const last = terms[RULE_LIMITS.terms];
  const many = last === undefined ? [] : [problemAt(last, WORDS.tooMany)];
  return [...many, ...tokens.flatMap(problemsOfToken)];
}

function problemsOfToken(token: Token): RuleProblem[] {
  switch (token.kind) {
    case 'unclosed':
      return [problemAt(token, WORDS.unclosed)];
    case 'comma':
      return [problemAt(token, WORDS.comma)];
    case 'term':
      return /[\p{L}\p{N}\p{S}]/u.test(foldTerm(token.text)) ? [] : [problemAt(token, WORDS.blank)];
    case 'near':
      return token.within > RULE_LIMITS.near ? [problemAt(token, WORDS.farAway)] : [];
    case 'operator':
    case 'open':
    case 'close':
      return [];
  }
}

/** Ends the reading from wherever it is; caught in `parseRule`. */
class Stopped extends Error {
  constructor(readonly problem: RuleProblem) {
    super(problem.en);
  }
}

const stop = (place: Place, said: Said): never => {
  throw new Stopped(problemAt(place, said));
};

/** or < and (and side by side) < not < near, as in every language that has them. */
class Reader {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly end: number,
  ) {}

  whole(): Rule {
    const rule = this.alternatives(0);
    const rest = this.peek();
    return rest === null ? rule : stop(rest, WORDS.unopened);
  }

  private alternatives(depth: number): Rule {
    const any = [this.conjunction(depth)];
    while (this.takeOperator('or')) any.push(this.conjunction(depth));
    return either(any);
  }

  private conjunction(depth: number): Rule {
    const all = [this.negation(depth)];
    while (this.takeOperator('and') || this.isAtOperand()) all.push(this.negation(depth));
    return both(all);
  }

  private negation(depth: number): Rule {
    const here = this.peek();
    if (depth > RULE_LIMITS.depth && here !== null) stop(here, WORDS.tooDeep);
    return this.takeOperator('not')
      ? { kind: 'not', of: this.negation(depth + 1) }
      : this.neighbours(depth);
  }

  private neighbours(depth: number): Rule {
    const start = this.place();
    const left = this.operand(depth);
    const near = this.peek();
    if (near?.kind !== 'near') return left;
    this.at += 1;
    const second = this.place();
    const right = this.operand(depth);
    const more = this.peek();
    if (more?.kind === 'near') stop(more, WORDS.chain);
    const sides: Near['sides'] = [sideOf(left, start), sideOf(right, second)];
    return { kind: 'near', within: near.within, sides };
  }

  private operand(depth: number): Rule {
    const token = this.peek();
    if (token?.kind === 'term') {
      this.at += 1;
      return { kind: 'term', text: token.text };
    }
    if (token?.kind !== 'open') return stop(this.place(), WORDS.operand);
    this.at += 1;
    const inner = this.alternatives(depth + 1);
    if (this.peek()?.kind !== 'close') stop(token, WORDS.open);
    this.at += 1;
    return inner;
  }

  private isAtOperand(): boolean {
    const token = this.peek();
    if (token === null) return false;
    return token.kind === 'term' || token.kind === 'open' || isNot(token);
  }

  private takeOperator(operator: string): boolean {
    const token = this.peek();
    if (token?.kind !== 'operator' || token.operator !== operator) return false;
    this.at += 1;
    return true;
  }

  private peek(): Token | null {
    return this.tokens[this.at] ?? null;
  }

  private place(): Place {
    return this.peek() ?? { from: this.end, to: this.end };
  }
}

const isNot = (token: Token): boolean => token.kind === 'operator' && token.operator === 'not';

function sideOf(rule: Rule, place: Place): readonly Term[] {
  if (rule.kind === 'term') return [rule];
  const terms = rule.kind === 'or' ? rule.any : [];
  const found = terms.filter((part) => part.kind === 'term');
  return found.length > 0 && found.length === terms.length ? found : stop(place, WORDS.side);
}
