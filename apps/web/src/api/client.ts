import { randomId } from '../lib/random-id';
import { LANGUAGE_TAG } from '../settings/language-tag';
import { getSettings } from '../settings/settings';
import { observeServerTime } from '../time/server-clock';
import { ApiProblem, isProblem, Unreachable } from './problem';
import type { RouteName, Routes } from './routes';

const BASE = '/api/v1';

type Given<R, K extends string> =
  R extends Readonly<Record<K, infer V>> ? Readonly<Record<K, V>> : unknown;

/** What a call of this route needs: exactly the parts that its entry in the table has. */
export type CallInput<N extends RouteName> = Given<Routes[N], 'params'> &
  Given<Routes[N], 'query'> &
  Given<Routes[N], 'body'> & {
    /** Same key and same body: same answer. Give one when a call may be repeated later. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

/** A call of a route that needs nothing may leave its input out. */
type Args<N extends RouteName> =
  object extends CallInput<N> ? [input?: CallInput<N>] : [input: CallInput<N>];

interface AnyInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

function urlOf(path: string, { params = {}, query = {} }: AnyInput): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return `${BASE}${filled}${search.size > 0 ? `?${search.toString()}` : ''}`;
}

function requestOf(method: string, input: AnyInput): RequestInit {
  return {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      'accept-language': LANGUAGE_TAG[getSettings().language],
      ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' ? { 'idempotency-key': input.idempotencyKey ?? randomId() } : {}),
    },
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    ...(input.signal ? { signal: input.signal } : {}),
  };
}

const signedOutListeners = new Set<() => void>();

/** Calls back when the server no longer knows the session. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return new ApiProblem(body);
  const title = response.statusText || 'Error';
  return new ApiProblem({ type: 'about:blank', title, status: response.status, code: 'unknown' });
}

/** A gateway that stands before a stopped server answers for it; that is no answer of the server. */
function isGatewayFailure(status: number): boolean {
  return status === 502 || status === 504;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const sentAt = Date.now();
  const response = await fetch(url, init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Unreachable({ cause });
  });
  if (isGatewayFailure(response.status)) throw new Unreachable();
  observeServerTime({ date: response.headers.get('date') }, sentAt, Date.now());
  return response;
}

/**
 * Calls one route of the API.
 * Throws {@link ApiProblem} when the server refuses, {@link Unreachable} when it cannot be reached.
 */
export async function call<N extends RouteName>(
  name: N,
  ...[input]: Args<N>
): Promise<Routes[N]['result']> {
  const given: AnyInput = input ?? {};
  const [method = 'GET', path = ''] = name.split(' ');
  const response = await send(urlOf(path, given), requestOf(method, given));
  if (!response.ok) {
    if (response.status === 401 && path !== '/session')
      signedOutListeners.forEach((tell) => tell());
    throw await problemOf(response);
  }
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Routes[N]['result'];
}
