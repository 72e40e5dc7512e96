/** A rule of keywords, as a tree. `and` and `or` have at least two parts, none of their own kind. */
export type Rule =
  | Term
  | { readonly kind: 'not'; readonly of: Rule }
  | { readonly kind: 'and'; readonly all: readonly Rule[] }
  | { readonly kind: 'or'; readonly any: readonly Rule[] }
  | Near;

/** A word or a phrase: it stands in the text as it is written here, width and case aside. */
export interface Term {
  readonly kind: 'term';
  readonly text: string;
}

/** Two places with at most so many characters between them, whichever comes first. */
export interface Near {
  readonly kind: 'near';
  readonly within: number;
  /** Each side is one of these. */
  readonly sides: readonly [readonly Term[], readonly Term[]];
}

export const both = (parts: readonly Rule[]): Rule => joined('and', parts);
export const either = (parts: readonly Rule[]): Rule => joined('or', parts);

function joined(kind: 'and' | 'or', parts: readonly Rule[]): Rule {
  const flat = parts.flatMap((part) => partsOf(kind, part) ?? [part]);
  const [only] = flat;
  if (flat.length === 1 && only !== undefined) return only;
  return kind === 'and' ? { kind, all: flat } : { kind, any: flat };
}

function partsOf(kind: 'and' | 'or', rule: Rule): readonly Rule[] | null {
  if (rule.kind === 'and' && kind === 'and') return rule.all;
  return rule.kind === 'or' && kind === 'or' ? rule.any : null;
}

/** What is wrong with a rule, and from where to where in it. */
export interface RuleProblem {
  readonly from: number;
  readonly to: number;
  readonly zh: string;
  readonly en: string;
}
