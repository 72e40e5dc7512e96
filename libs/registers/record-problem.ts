import type { Locale } from '#identity';
import { ProblemError } from '#platform';
import type { RecordProblem } from './core/index.js';

/** 422 with every problem beside its field, in the reader's language. */
export function recordProblem(problems: readonly RecordProblem[], locale: Locale): ProblemError {
  const placed = problems.map(({ path, code, message }) => ({
    path,
    code,
    message: message[locale],
  }));
  return new ProblemError(
    422,
    'register.refused',
    placed.map(({ message }) => message).join(locale === 'zh' ? '；' : '; '),
    { errors: placed.map(({ path, message }) => ({ path, message })), reasons: placed },
  );
}

export const TAKEN: RecordProblem['message'] = {
  zh: '已有一条同名记录在用',
  en: 'A record in use has the same name',
};

export const UNKNOWN_UNIT: RecordProblem['message'] = {
  zh: '没有这个单位',
  en: 'No unit has this id',
};

export const UNKNOWN_CATEGORY: RecordProblem['message'] = {
  zh: '类别表中没有这个类别',
  en: 'categories.yaml has no such category',
};
