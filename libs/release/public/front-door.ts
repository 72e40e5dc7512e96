import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { askOf } from './negotiate.js';
import type { Ask } from './negotiate.js';
import type { PublicSite } from './public-site.js';
import { send } from './send.js';

/** Told of each answer, for the metrics. */
export type Seen = (answered: {
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}) => void;

/**
 * Answers from what is kept before the application sees the request: a public page can be asked for by everybody at
 * once, and a parsed body, a session and thirty lines of middleware have nothing to do with it. What is not kept goes
 * the usual way, through `PublicController`, and is kept afterwards.
 */
export function openFrontDoor(server: Server, site: PublicSite, seen: Seen): void {
  const inside = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  const goOn = (request: IncomingMessage, response: ServerResponse): void => {
    for (const listener of inside) listener(request, response);
  };
  server.on('request', (request, response) => {
    const { method, url = '' } = request;
    const mayBeKept = (method === 'GET' || method === 'HEAD') && url.includes('/public/');
    if (!mayBeKept) {
      goOn(request, response);
      return;
    }
    const started = performance.now();
    answerKept(site, request, response).then(
      (done) => {
        if (!done) goOn(request, response);
        else
          seen({
            method,
            status: response.statusCode,
            seconds: (performance.now() - started) / 1000,
          });
      },
      () => goOn(request, response),
    );
  });
}

/** Browsers are few kinds, and ask for few pages: what a request means is worked out once. Bounded, as the shelf is. */
const MOST_READ = 2_000;
const read = new Map<string, Ask | null>();

function askedBy({ url = '', headers }: IncomingMessage): Ask | null {
  const { accept, 'accept-language': acceptLanguage } = headers;
  const key = `${url}\n${accept ?? ''}\n${acceptLanguage ?? ''}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const ask = askOf({ url, accept, acceptLanguage });
  if (read.size >= MOST_READ) read.clear();
  read.set(key, ask);
  return ask;
}

async function answerKept(
  site: PublicSite,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const ask = askedBy(request);
  const answer = ask === null ? null : await site.kept(ask);
  if (answer === null) return false;
  send(request, response, answer);
  return true;
}
