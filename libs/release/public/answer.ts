import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Format } from './negotiate.js';
import { STYLE_HASH } from './style.js';
import { TAGS } from './words.js';
import type { Language } from './words.js';

type Headers = Readonly<Record<string, string | number>>;

/** One encoding of an answer: what is sent, and the headers that go with it. */
export interface Variant {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly headers: Headers;
  /** The same without what is said of the body: for 304. */
  readonly bare: Headers;
}

export interface Answer {
  readonly status: 200 | 400 | 404 | 410 | 503;
  /** Epoch seconds; null for troubles. */
  readonly modifiedAt: number | null;
  readonly plain: Variant;
  /** Null where it would gain nothing. */
  readonly gzip: Variant | null;
}

const TYPES: Readonly<Record<Format, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
};

/** Nothing runs, nothing is fetched but the icon, nothing can be framed or sent anywhere. */
const POLICY = [
  ...["default-src 'none'", `style-src ${STYLE_HASH}`, "img-src 'self'", "base-uri 'none'"],
  ...["form-action 'none'", "frame-ancestors 'none'"],
].join('; ');

const SAFE: Headers = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** What fits into one packet gains nothing (1,500 bytes of Ethernet less the headers). */
const WORTH_COMPRESSING = 1_400;

/**
 * Browsers ask each time and are answered 304 when nothing changed, so that a correction is seen at once; a cache in
 * front of the server may keep an answer for a minute, and for a day while the server cannot be reached.
 */
const KEPT = 'public, max-age=0, s-maxage=60, stale-if-error=86400';
const NOT_KEPT = 'no-store';

interface Said {
  readonly status: Answer['status'];
  readonly format: Format;
  readonly language: Language;
  readonly text: string;
  /** Epoch milliseconds. */
  readonly changedAt: number | null;
}

export function answerOf({ status, format, language, text, changedAt }: Said): Answer {
  const bytes = Buffer.from(text);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  // HTTP counts seconds: rounded up, so that nobody holds an older one for this.
  const modifiedAt = changedAt === null ? null : Math.ceil(changedAt / 1000);
  const common: Headers = {
    ...SAFE,
    'Cache-Control': status === 200 ? KEPT : NOT_KEPT,
    'Content-Language': TAGS[language],
    Vary: 'Accept, Accept-Encoding, Accept-Language',
    ...(modifiedAt !== null && { 'Last-Modified': new Date(modifiedAt * 1000).toUTCString() }),
  };
  const variant = (body: Buffer, etag: string, encoding: Headers): Variant => {
    const bare = { ...common, ETag: etag };
    const told = { 'Content-Type': TYPES[format], 'Content-Length': body.byteLength };
    return { bytes: body, etag, bare, headers: { ...bare, ...encoding, ...told } };
  };
  const gzip = { 'Content-Encoding': 'gzip' };
  return {
    status,
    modifiedAt,
    plain: variant(bytes, `"${hash}"`, {}),
    gzip:
      bytes.byteLength < WORTH_COMPRESSING
        ? null
        : variant(gzipSync(bytes, { level: 9 }), `"${hash}-gz"`, gzip),
  };
}
