import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Variant } from './answer.js';

/** Sends an answer, or 304 to whoever has it already; HEAD gets the headers alone. */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { headers, method } = request;
  const variant = chosenFor(answer, headers['accept-encoding']);
  if (answer.status === 200 && isKnown(request, variant, answer.modifiedAt)) {
    response.writeHead(304, variant.bare).end();
    return;
  }
  response.writeHead(answer.status, variant.headers);
  if (method === 'HEAD') response.end();
  else response.end(variant.bytes);
}

function chosenFor({ plain, gzip }: Answer, accepted: string | undefined): Variant {
  if (gzip === null || accepted === undefined) return plain;
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(accepted) ? gzip : plain;
}

/** RFC 9110, 13.1: the tag decides where there is one, the date only without it. */
function isKnown(
  { headers }: IncomingMessage,
  { etag }: Variant,
  modifiedAt: number | null,
): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined)
    return tags === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = headers['if-modified-since'];
  if (since === undefined || modifiedAt === null) return false;
  return Date.parse(since) >= modifiedAt * 1000;
}
