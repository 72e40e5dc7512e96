import { ProblemError } from '#platform';
import type { Locale } from '#identity';

/** Something that the rules of the rota forbid, at its field. */
export interface RuleProblem {
  /** Dotted: `positions.0.layers.1.shift`. */
  readonly path: string;
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
}

/** 422 with every problem beside its field, in the reader's language. */
export function ruleProblem(
  problems: readonly RuleProblem[],
  locale: Locale,
  under = '',
): ProblemError {
  const placed = problems.map(({ path, code, message }) => ({
    path: under === '' ? path : `${under}.${path}`,
    code,
    message: message[locale],
  }));
  return new ProblemError(
    422,
    'rota.refused',
    placed.map(({ message }) => message).join(locale === 'zh' ? '；' : '; '),
    { errors: placed.map(({ path, message }) => ({ path, message })), reasons: placed },
  );
}
