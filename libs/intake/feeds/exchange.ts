import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import type { Dispatcher } from 'undici';
import { retryAt } from '../core/index.js';
import { isOpenAddress, openUrl } from './address.js';
import type { Range } from './address.js';
import { FeedRefused, feedProblem, refuseFeed } from './feed-problem.js';
import { problemOfError } from './network-error.js';
import { readBody } from './read-body.js';

/** Every address that a name stands for. */
export type Resolve = (
  hostname: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export interface ExchangeRules {
  readonly userAgent: string;
  readonly allowed: readonly Range[];
  /** For the whole exchange, redirects and all, in milliseconds. */
  readonly withinMs: number;
  /** Of the body, as it comes and after it is unpacked. */
  readonly mostBytes: number;
  readonly mostRedirects: number;
  readonly resolve: Resolve;
  /** Given up when this says so. */
  readonly stop?: AbortSignal;
}

export const resolveBySystem: Resolve = (hostname) =>
  systemLookup(hostname, { all: true, verbatim: true });

/** What the other side said of the version that it sent; sent back to it, it answers only with something new. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Exchanged =
  | { readonly changed: false }
  | {
      readonly changed: true;
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly validators: Validators;
    };

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1';
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Asks for a feed, hop by hop. Throws FeedRefused; anything else that is thrown is a mistake of ours. */
export async function exchange(
  address: string,
  known: Validators,
  rules: ExchangeRules,
  now: number,
): Promise<Exchanged> {
  const late = AbortSignal.timeout(rules.withinMs);
  const signal = rules.stop ? AbortSignal.any([late, rules.stop]) : late;
  // Of its own, so that no connection outlives its check: what is looked up is what is connected to.
  const agent = new Agent({
    connect: { lookup: checkedLookup(rules), timeout: rules.withinMs },
    ...{ headersTimeout: rules.withinMs, bodyTimeout: rules.withinMs, maxHeaderSize: 32_768 },
  });
  try {
    let url = allowedUrl(address, rules.allowed);
    for (let hops = 0; hops <= rules.mostRedirects; hops += 1) {
      const response = await request(url, {
        ...{ dispatcher: agent, signal, headers: headersFor(known, rules.userAgent) },
      });
      const next = nextHop(response, url);
      if (next === null) return await answerOf(response, rules, now);
      discard(response.body);
      url = allowedUrl(next, rules.allowed);
    }
    return refuseFeed('redirects');
  } catch (error) {
    if (error instanceof FeedRefused) throw error;
    throw new FeedRefused(problemOfError(error, signal.aborted));
  } finally {
    await agent.destroy().catch(() => undefined);
  }
}

function allowedUrl(address: string, allowed: readonly Range[]): URL {
  const url = openUrl(address, allowed);
  return typeof url === 'string' ? refuseFeed(url) : url;
}

/**
 * The only way from a name to an address. One answer that leads inside is enough to refuse all: a name of the public
 * has no business there, and which of its addresses is used is up to the socket.
 */
const checkedLookup =
  ({ resolve, allowed }: ExchangeRules): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname).then(
      (found) => {
        const inside = found.some(({ address }) => !isOpenAddress(address, allowed));
        const [first] = found;
        if (first === undefined || inside) {
          const code = first === undefined ? 'not-found' : 'address.private';
          callback(new FeedRefused(feedProblem(code)), '', 0);
        } else if (options.all === true) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), '', 0);
      },
    );
  };

const headersFor = (
  { etag, lastModified }: Validators,
  userAgent: string,
): Record<string, string> => ({
  ...{ accept: ACCEPT, 'accept-encoding': 'gzip, deflate, br', 'user-agent': userAgent },
  ...(etag !== null && { 'if-none-match': etag }),
  ...(lastModified !== null && { 'if-modified-since': lastModified }),
});

type Response = Dispatcher.ResponseData;

const headerOf = ({ headers }: Response, name: string): string | null => {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
};

/** Where it leads on; null when this is the answer. */
function nextHop(response: Response, from: URL): string | null {
  if (!REDIRECTS.has(response.statusCode)) return null;
  const to = headerOf(response, 'location');
  if (to === null || !URL.canParse(to, from.href)) {
    discard(response.body);
    return refuseFeed('redirect.nowhere');
  }
  return new URL(to, from).href;
}

async function answerOf(response: Response, rules: ExchangeRules, now: number): Promise<Exchanged> {
  const { statusCode: status, body } = response;
  if (status === 304) {
    discard(body);
    return { changed: false };
  }
  if (status !== 200) {
    discard(body);
    return refuseStatus(status, retryAt(headerOf(response, 'retry-after'), now));
  }
  return {
    changed: true,
    bytes: await readBody(body, headerOf(response, 'content-encoding'), rules.mostBytes),
    contentType: headerOf(response, 'content-type') ?? '',
    validators: {
      etag: kept(headerOf(response, 'etag')),
      lastModified: kept(headerOf(response, 'last-modified')),
    },
  };
}

function refuseStatus(status: number, notBefore: number | null): never {
  const later = notBefore === null ? {} : { notBefore };
  if (status === 429 || (status === 503 && notBefore !== null)) return refuseFeed('busy', later);
  if (status === 404 || status === 410) return refuseFeed('gone');
  return refuseFeed('status', { detail: `HTTP ${String(status)}`, ...later });
}

/** Some sites send pages of it; such a one is not sent back. */
const MOST_VALIDATOR = 500;
const kept = (validator: string | null): string | null =>
  validator !== null && validator.length <= MOST_VALIDATOR && /^[\x20-\x7e]+$/.test(validator)
    ? validator
    : null;

/** Nobody reads it: whatever else comes of it concerns nobody. */
function discard(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}
