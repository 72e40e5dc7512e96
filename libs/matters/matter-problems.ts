import { ProblemError } from '#platform';
import type { Locale } from '#identity';

/** Something that the rules of matters forbid, at its field. */
export interface MatterProblem {
  readonly path: string;
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
}

const problem = (code: string, path: string, zh: string, en: string): MatterProblem => ({
  path,
  code: `matter.${code}`,
  message: { zh, en },
});

export const UNKNOWN_CATEGORY = problem(
  'unknown-category',
  'category',
  'categories.yaml 里没有这个类别',
  'categories.yaml has no such category',
);
export const UNKNOWN_UNIT = problem(
  'unknown-unit',
  'contactUnitId',
  '没有这个单位',
  'There is no such unit',
);
export const TOO_LONG = problem(
  'too-long',
  'endsAt',
  '一件事最长一年，更长的请分开报告',
  'A matter takes a year at most; report longer ones in parts',
);
export const TOO_EARLY = problem(
  'too-early',
  'startsAt',
  '开始时间不能早于一年前',
  'It must not have started more than a year ago',
);
export const NO_INCIDENT = problem(
  'unknown-incident',
  'incidentId',
  '没有这个事件',
  'There is no such incident',
);

/** 422 with every problem beside its field, in the reader's language. */
export function matterProblem(problems: readonly MatterProblem[], locale: Locale): ProblemError {
  const told = problems.map(({ path, code, message }) => ({
    path,
    code,
    message: message[locale],
  }));
  const detail = told.map(({ message }) => message).join(locale === 'zh' ? '；' : '; ');
  return new ProblemError(422, 'matter.refused', detail, {
    errors: told.map(({ path, message }) => ({ path, message })),
    reasons: told,
  });
}
