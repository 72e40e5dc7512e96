import { ProblemError } from '#platform';
import type { Locale } from '#identity';

/** Something that the rules of reporting forbid, at its field. */
export interface ReportProblem {
  readonly path: string;
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
}

const problem = (code: string, path: string, zh: string, en: string): ReportProblem => ({
  path,
  code: `upward-report.${code}`,
  message: { zh, en },
});

export const CLOSED = problem(
  'closed',
  '',
  '事件已归档、排除或并案，不再上报',
  'The incident is closed; nothing more is reported on it',
);
export const INITIAL_ALREADY = problem(
  'initial-already',
  'type',
  '已有初报，请选续报或终报',
  'There is an initial report; choose follow-up or final',
);
export const INITIAL_MISSING = problem(
  'initial-missing',
  'type',
  '还没有初报，请先报初报',
  'There is no initial report yet; it comes first',
);
export const DRAFT_ALREADY = problem(
  'draft-already',
  '',
  '这个事件已有一份草稿，请先签发或作废',
  'There is a draft for this incident already; send or discard it first',
);
export const NOT_YOUR_UNIT = problem(
  'not-your-unit',
  '',
  '承办人只能起草本单位负责的事件',
  'Handlers draft for incidents that their own unit is responsible for',
);
export const NO_RECEIVER = problem(
  'no-receiver',
  '',
  '还没有选定上级单位',
  'No unit or body above is chosen',
);
export const UNKNOWN_UNIT = problem(
  'unknown-receiver',
  'receiverUnitId',
  '这不是可以接收上报的上级单位',
  'This is no unit above',
);
export const UNKNOWN_BODY = problem(
  'unknown-receiver',
  'receiverCode',
  'organisation.yaml 的 superiors 里没有这个单位',
  'organisation.yaml names no such body under superiors',
);
export const TWO_RECEIVERS = problem(
  'two-receivers',
  'receiverCode',
  '只能选一个上级',
  'A report goes to one receiver',
);
export const NO_MAIL = problem(
  'no-mail',
  'receiverCode',
  '邮件渠道没有设置，无法以邮件上报',
  'E-mail is not set up, so nothing can be reported by it',
);
export const BOTH = problem(
  'both',
  'body',
  '字段和全文只能填一种',
  'Give the fields or one text, not both',
);
export const TOO_LONG = problem(
  'too-long',
  'body',
  '全文超过 20000 字，请删减',
  'The whole text has more than 20,000 characters',
);

/** 422 with every problem beside its field, in the reader's language. */
export function reportProblem(problems: readonly ReportProblem[], locale: Locale): ProblemError {
  const told = problems.map(({ path, code, message }) => ({
    path,
    code,
    message: message[locale],
  }));
  const detail = told.map(({ message }) => message).join(locale === 'zh' ? '；' : '; ');
  return new ProblemError(422, 'upward-report.refused', detail, {
    errors: told.map(({ path, message }) => ({ path, message })),
    reasons: told,
  });
}
