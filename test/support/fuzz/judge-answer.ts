import type { HostileAnswer } from './send.js';

interface Told {
  readonly code?: unknown;
  readonly status?: unknown;
  readonly requestId?: unknown;
  readonly errors?: readonly { readonly path?: unknown; readonly message?: unknown }[];
}

/** Read by people, who are told in a page what is wrong. */
const PAGES = /^(?:\/api\/v1)?\/public\//;

/** What is wrong with an answer, whatever was asked of this path; null when nothing is. */
export function whatIsWrong(answer: HostileAnswer, path: string): string | null {
  const { status, contentType, requestId, text } = answer;
  if (status >= 500) return `a ${status}: ${text}`;
  if (status < 400) return null;
  if (contentType.startsWith('text/html') && PAGES.test(path)) {
    return text.includes('<h1') ? null : `a ${status} whose page says nothing`;
  }
  if (!contentType.startsWith('application/problem+json')) return `a ${status} as ${contentType}`;
  const problem = JSON.parse(text) as Told;
  if (typeof problem.code !== 'string') return 'a problem without a code';
  if (problem.status !== status) return 'a problem with another status';
  if (requestId === '' || problem.requestId !== requestId) return 'a problem without its request';
  return problem.code === 'validation.failed' ? whatIsWrongWithFields(problem) : null;
}

function whatIsWrongWithFields({ errors = [] }: Told): string | null {
  if (errors.length === 0) return 'a refusal that names no field';
  const told = errors.every(
    ({ path, message }) => typeof path === 'string' && typeof message === 'string',
  );
  return told ? null : 'a refusal that does not say where';
}
