import type { Locale } from '#identity';
import { ProblemError } from '#platform';
import type { AskedProblem, ReportState } from '../core/index.js';

/** 422 with every problem beside its field, under the code of the first, in the reader's language. */
export function askedProblem(problems: readonly AskedProblem[], locale: Locale): ProblemError {
  const reasons = problems.map(({ code, path, message }) => ({
    ...{ code, path, message: message[locale] },
  }));
  const detail = reasons.map(({ message }) => message).join(locale === 'zh' ? '；' : '; ');
  const errors = reasons.map(({ path, message }) => ({ path, message }));
  return new ProblemError(422, reasons[0]?.code ?? 'report.refused', detail, { reasons, errors });
}

const problem = (code: string, path: string, zh: string, en: string): AskedProblem => ({
  ...{ code: `report.${code}`, path, message: { zh, en } },
});

export const NO_INCIDENT = problem(
  'no-incident',
  'incidentId',
  '专报须写明是哪个事件',
  'A special report needs its incident',
);
export const UNKNOWN_INCIDENT = problem(
  'incident-unknown',
  'incidentId',
  '没有这个事件',
  'There is no such incident',
);
export const NO_UNIT = problem(
  'no-unit',
  'unitId',
  '须写明是哪个单位',
  'A scorecard needs its unit',
);
export const UNKNOWN_UNIT = problem(
  'unit-unknown',
  'unitId',
  '没有这个单位',
  'There is no such unit',
);
export const NOT_ON_ONE = problem(
  'not-on-incident',
  'incidentId',
  '只有专报才写明事件',
  'Only a special report is about an incident',
);
export const NOT_ON_UNIT = problem(
  'not-on-unit',
  'unitId',
  '只有单位评价才写明单位',
  'Only a scorecard is about a unit',
);

/** 409: the same thing is being drafted already, or is out and can only be corrected. */
export function existsProblem(
  existing: { readonly id: string; readonly state: ReportState },
  locale: Locale,
): ProblemError {
  const words =
    existing.state === 'issued'
      ? {
          zh: '这一期报告已印发，需要改动请用“更正”（correct）另出新版',
          en: 'This report has been issued; put it right by a new edition (correct)',
        }
      : { zh: '这一期报告已在起草', en: 'This report is being drafted already' };
  return new ProblemError(409, 'report.exists', words[locale], { existing });
}

/** 422: what was issued does not change any more. */
export function issuedProblem(locale: Locale): ProblemError {
  const message = {
    zh: '报告已印发，内容不能再改；需要改动请用“更正”（correct）另出新版',
    en: 'The report has been issued and does not change any more; put it right by a new edition (correct)',
  }[locale];
  const reasons = [{ code: 'report.issued', message }];
  return new ProblemError(422, 'report.issued', message, { reasons });
}
