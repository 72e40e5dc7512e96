import { ProblemError } from '#platform';
import type { Refusal } from '../core/index.js';

export type Locale = 'zh' | 'en';

/** The answer of the door to a refusal: every reason, in the reader's language, and beside its field if it has one. */
export function refusalProblem(refusal: Refusal, locale: Locale): ProblemError {
  const reasons = refusal.reasons.map(({ code, message, path }) => ({
    code,
    message: message[locale],
    ...(path !== undefined && { path }),
  }));
  const errors = reasons.flatMap(({ path, message }) =>
    path === undefined ? [] : [{ path, message }],
  );
  const detail = reasons.map(({ message }) => message).join(locale === 'zh' ? '；' : '; ');
  return new ProblemError(statusOf(refusal), codeOf(refusal), detail, {
    reasons,
    ...(errors.length > 0 && { errors }),
  });
}

function statusOf({ kind }: Refusal): number {
  switch (kind) {
    case 'unknown-command':
      return 404;
    case 'not-permitted':
      return 403;
    case 'stale':
      return 409;
    case 'refused':
      return 422;
  }
}

function codeOf({ kind }: Refusal): string {
  switch (kind) {
    case 'unknown-command':
      return 'workflow.unknown-command';
    case 'not-permitted':
      return 'workflow.not-permitted';
    case 'stale':
      return 'version.stale';
    case 'refused':
      return 'workflow.refused';
  }
}
