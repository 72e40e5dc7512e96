import { useMemo } from 'react';
import { ApiProblem } from '../../api/problem';
import { useText, type AdminText } from './text';

const beside = (error: ApiProblem, path: string, message: string): ApiProblem =>
  new ApiProblem({ ...error.problem, errors: [{ path, message }] });

/** Refusals that the server tells in English, in the reader's words and at the field they are about. */
function inOurWords(error: unknown, t: AdminText): unknown {
  if (!(error instanceof ApiProblem)) return error;
  switch (error.problem.code) {
    case 'user.exists':
      return beside(error, 'username', t('wrong.username.taken'));
    case 'unit.exists':
      return beside(error, 'code', t('wrong.code.taken'));
    case 'user.last-admin':
      return new ApiProblem({ ...error.problem, detail: t('refused.lastAdmin') });
    case 'source.not-read':
      return new ApiProblem({ ...error.problem, detail: t('refused.notRead') });
    default:
      return error;
  }
}

export function useTold(error: unknown): unknown {
  const t = useText();
  return useMemo(() => inOurWords(error, t), [error, t]);
}
