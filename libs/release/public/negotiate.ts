import type { Language } from './words.js';

export type Format = 'html' | 'json' | 'rss';

/** What somebody asks for, as far as the answer depends on it. */
export interface Ask {
  readonly format: Format;
  readonly language: Language;
  /** Null: the list. */
  readonly id: string | null;
  readonly cursor: string | null;
}

export interface Request {
  /** Path and query, as they came. */
  readonly url: string;
  readonly accept: string | undefined;
  readonly acceptLanguage: string | undefined;
}

const ROOT = /^(?:\/api\/v1)?\/public\/clarifications(\.rss|\/([^/?]{1,100}))?\/?$/;

/** What a request asks for; null when it is not about these pages. */
export function askOf({ url, accept, acceptLanguage }: Request): Ask | null {
  const mark = url.indexOf('?');
  const matched = ROOT.exec(mark < 0 ? url : url.slice(0, mark));
  if (matched === null) return null;
  const query = mark < 0 ? null : new URLSearchParams(url.slice(mark + 1));
  return {
    format: matched[1] === '.rss' ? 'rss' : prefersJson(accept) ? 'json' : 'html',
    language: languageOf(query?.get('lang') ?? null, acceptLanguage),
    id: matched[2] ?? null,
    cursor: query?.get('cursor') ?? null,
  };
}

export function languageOf(chosen: string | null, accepted: string | undefined): Language {
  if (chosen === 'zh' || chosen === 'en') return chosen;
  const [zh, en] = [weightOf(accepted ?? '', 'zh'), weightOf(accepted ?? '', 'en')];
  return en > zh ? 'en' : 'zh';
}

/** JSON for whoever asks for it before HTML; a browser never does. */
function prefersJson(accept: string | undefined): boolean {
  if (!accept?.includes('json')) return false;
  return weightOf(accept, 'application/json') > weightOf(accept, 'text/html');
}

/** The highest `q` of the entries that begin with this (RFC 9110, 12.4.2); 0 when there are none. */
function weightOf(header: string, name: string): number {
  const weights = header.split(',').map((entry) => {
    const [value = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    if (value !== name && !value.startsWith(`${name}-`)) return 0;
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = q === undefined ? 1 : Number(q.slice(2));
    return Number.isFinite(weight) ? weight : 0;
  });
  return Math.max(0, ...weights);
}
