import { FeedRefused, feedProblem } from './feed-problem.js';
import type { FeedProblem } from './feed-problem.js';

const SLOW = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);
const NO_NAME = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME']);
const CERTIFICATE = /^(?:CERT_|ERR_TLS_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/;

/** What went wrong on the way, in words. What the lookup refused comes out of the socket as it went in. */
export function problemOfError(error: unknown, isLate: boolean): FeedProblem {
  if (error instanceof FeedRefused) return error.problem;
  if (isLate) return feedProblem('too-slow');
  // Several addresses were tried in turn, and each failed in its way.
  const [first] = errorsIn(error);
  if (first !== undefined) return problemOfError(first, isLate);
  const code = codeOf(error);
  if (SLOW.has(code)) return feedProblem('too-slow');
  if (NO_NAME.has(code)) return feedProblem('not-found');
  if (CERTIFICATE.test(code)) return feedProblem('certificate');
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW')
    return feedProblem('too-large');
  return feedProblem('unreachable', code === '' ? {} : { detail: code });
}

/** `ENOTFOUND`, `Z_DATA_ERROR`; empty when there is none. */
export const codeOf = (error: unknown): string =>
  isObject(error) && typeof error['code'] === 'string' ? error['code'] : '';

const errorsIn = (error: unknown): readonly unknown[] =>
  isObject(error) && Array.isArray(error['errors']) ? error['errors'] : [];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
