import type { SendResult } from './channel.js';
import { errorCode } from './error-code.js';

export interface Request {
  readonly method: 'POST' | 'PUT' | 'GET';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

export interface Answer {
  /** Who answered; safe to show, unlike the address, which holds the keys of robots. */
  readonly host: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export type Exchange =
  | { readonly answered: true; readonly answer: Answer }
  | { readonly answered: false; readonly result: SendResult };

/**
 * Longer than the 10 s in which Node gives up connecting: so a host that drops our packets is known to have got
 * nothing (and may be tried again), and only what was really sent ends in doubt.
 */
export const TIMEOUT_MS = 15_000;

/** Robots and gateways answer with a line; whoever answers more is somebody else. */
const LONGEST_ANSWER = 64 * 1024;

/** Asks once. Never throws for what the network does, and follows no redirect: a body with a secret stays here. */
export async function exchange(request: Request, timeoutMs: number): Promise<Exchange> {
  const { host } = new URL(request.url);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      // A kept connection may be closed by the other side while we write: that would be in doubt for nothing.
      headers: { ...request.headers, connection: 'close' },
      body: request.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const { status, headers } = response;
    return { answered: true, answer: { host, status, headers, text: await beginningOf(response) } };
  } catch (error) {
    return { answered: false, result: whyNoAnswer(host, error) };
  }
}

async function beginningOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > LONGEST_ANSWER) break;
  }
  return text;
}

/** Errors of looking up and connecting: the request has not left. */
const BEFORE_SENDING = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'],
  ...['EADDRNOTAVAIL', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'],
]);

/** A certificate does not mend itself in ten minutes. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS|ERR_SSL/;

function whyNoAnswer(host: string, error: unknown): SendResult {
  if (isTimeout(error)) {
    return { state: 'in-doubt', reason: `${host} did not answer in time` };
  }
  const code = codeOf(error);
  if (BEFORE_SENDING.has(code)) {
    return unreachable(`cannot connect to ${host}: ${code}`, true);
  }
  if (CERTIFICATE.test(code)) return unreachable(`cannot trust ${host}: ${code}`, false);
  return { state: 'in-doubt', reason: `the connection to ${host} broke: ${code}` };
}

const unreachable = (reason: string, retry: boolean): SendResult => ({
  state: 'failed',
  code: 'unreachable',
  reason,
  retry,
});

/** fetch wraps what happened; a host with several addresses fails with one error for each. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) {
    return codeOf(error.errors[0]);
  }
  return errorCode(error) ?? ('cause' in error ? codeOf(error.cause) : 'unknown');
}

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError';
