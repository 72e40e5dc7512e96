import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { html, jsonInHtml } from './html.js';
import { claimReview } from './json-ld.js';
import { askOf } from './negotiate.js';
import { clarificationPage, listPage } from './pages.js';
import type { PublicClarification } from './public-clarification.js';
import { rssFeed } from './rss.js';
import { Shelf } from './shelf.js';
import { STYLE_HASH } from './style.js';
import { Together } from './together.js';

const body = {
  ...{ origin: 'https://example.org', timeZone: 'Asia/Shanghai' },
  name: { zh: '清源县', en: 'Qingyuan County' },
};

const aClarification = (rest: Partial<PublicClarification> = {}): PublicClarification => ({
  id: '0195f3a0-0000-7000-8000-000000000001',
  url: 'https://example.org/public/clarifications/0195f3a0-0000-7000-8000-000000000001',
  title: '自来水可以饮用',
  claim: '自来水被污染',
  verdict: 'false',
  answer: '检测合格。\n\n可以饮用。',
  evidence: [{ text: '检测报告', url: null, file: null }],
  links: [{ channel: '门户网站', url: 'https://example.org/a' }],
  issuedBy: '清源县水务局',
  publishedAt: '2026-03-02T01:00:00.000Z',
  updatedAt: '2026-03-02T01:00:00.000Z',
  corrections: [],
  withdrawn: null,
  ...rest,
});

describe('a page', () => {
  it('escapes whatever is put into it, and no markup of ours', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const made = html`<p title="${text}">${text}</p>`.text;
        expect(made.match(/[<>]/g)).toHaveLength(4);
        expect(made.match(/"/g)).toHaveLength(2);
      }),
    );
  });

  it('is the same number of elements, whatever is said', () => {
    const tags = (page: string): number => page.match(/</g)?.length ?? 0;
    const frame = { body, language: 'zh', path: '/public/clarifications/x' } as const;
    const plain = tags(clarificationPage(aClarification(), frame));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        fc.pre(!text.includes('\n') && text.trim() !== '');
        const one = aClarification({ title: text, claim: text, issuedBy: text });
        expect(tags(clarificationPage(one, frame))).toBe(plain);
      }),
    );
  });

  it('cannot be left by what stands in its data', () => {
    const data = { said: '</script><script>alert(1)</script>\u2028' };
    const text = jsonInHtml(data).text;
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toEqual(data);
  });

  it('has the sheet that its policy lets through, to the byte', () => {
    const frame = { body, language: 'zh', path: '/public/clarifications/x' } as const;
    const sheet = /<style>([^]*)<\/style>/.exec(clarificationPage(aClarification(), frame))?.[1];
    const hash = createHash('sha256')
      .update(sheet ?? '')
      .digest('base64');
    expect(STYLE_HASH).toBe(`'sha256-${hash}'`);
  });

  it('says the Chinese in an English page to be Chinese', () => {
    const frame = { body, language: 'en', path: '/public/clarifications' } as const;
    const page = listPage({ items: [aClarification()], nextCursor: null, isFirst: true }, frame);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<span lang="zh-CN">自来水可以饮用</span>');
  });
});

describe('what a request asks for', () => {
  const ask = (url: string, accept?: string, acceptLanguage?: string) =>
    askOf({ url, accept, acceptLanguage });
  const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

  it.each([
    ['/public/clarifications', BROWSER, 'html'],
    ['/public/clarifications', undefined, 'html'],
    ['/public/clarifications', '*/*', 'html'],
    ['/public/clarifications/', 'application/json', 'json'],
    ['/public/clarifications', 'application/json, text/html;q=0.9', 'json'],
    ['/public/clarifications', 'text/html, application/json;q=0.9', 'html'],
    ['/api/v1/public/clarifications', 'application/json', 'json'],
    ['/public/clarifications.rss', 'application/json', 'rss'],
  ])('%s with %s is %s', (url, accept, format) => {
    expect(ask(url, accept)?.format).toBe(format);
  });

  it.each([
    ['/public/clarifications', undefined, 'zh'],
    ['/public/clarifications', 'en-GB,en;q=0.9', 'en'],
    ['/public/clarifications', 'zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['/public/clarifications', 'en;q=0.5, zh;q=0.4', 'en'],
    ['/public/clarifications', 'de', 'zh'],
    ['/public/clarifications', 'en;q=nonsense', 'zh'],
    ['/public/clarifications?lang=en', 'zh', 'en'],
    ['/public/clarifications?lang=xx', 'en', 'en'],
  ])('%s with %s is in %s', (url, accepted, language) => {
    expect(ask(url, undefined, accepted)?.language).toBe(language);
  });

  it.each(['/public', '/public/x', '/public/clarifications/a/b', '/public/clarificationsx', '/'])(
    '%s is none of these pages',
    (url) => {
      expect(ask(url)).toBeNull();
    },
  );
});

describe('ClaimReview', () => {
  it('has what schema.org and its readers ask for, and no author of the claim', () => {
    const review = claimReview(aClarification(), 'zh', body.origin);
    expect(review).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      claimReviewed: '自来水被污染',
      datePublished: '2026-03-02T01:00:00.000Z',
      url: aClarification().url,
      author: { '@type': 'Organization', name: '清源县水务局' },
      itemReviewed: { '@type': 'Claim' },
      reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 5, alternateName: '不实' },
    });
    expect(review?.['itemReviewed']).not.toHaveProperty('author');
  });

  it('gives no number to what could not be verified, and nothing for what was withdrawn', () => {
    const open = claimReview(aClarification({ verdict: 'unverifiable' }), 'en', body.origin);
    expect(open?.['reviewRating']).toEqual({
      ...{ '@type': 'Rating', alternateName: 'Could not be verified' },
    });
    const withdrawn = { at: '2026-03-03T01:00:00.000Z', reason: 'x' };
    expect(claimReview(aClarification({ withdrawn }), 'zh', body.origin)).toBeNull();
  });
});

describe('the feed', () => {
  it('is well-formed, whatever is said', () => {
    const items = [aClarification({ title: ']]> <b>\u0001&amp;</b>', answer: '<![CDATA[ ]]>' })];
    const feed = rssFeed(items, { body, language: 'zh', changedAt: 0 });
    expect(feed).not.toContain('\u0001');
    // Every section that is opened is closed once, before the next one opens.
    const outside = feed.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
    expect(outside).not.toContain(']]>');
    expect(outside).not.toContain('<b>');
  });

  it('says of a withdrawn one that it is', () => {
    const withdrawn = { at: '2026-03-03T01:00:00.000Z', reason: 'x' };
    const feed = rssFeed([aClarification({ withdrawn })], { body, language: 'zh', changedAt: 0 });
    expect(feed).toContain('已撤回｜');
    expect(feed).toContain('Mon, 02 Mar 2026 01:00:00 GMT');
  });
});

describe('the shelf', () => {
  it('has nothing from before the last change, and never more than fits', () => {
    const shelf = new Shelf<string>(2);
    shelf.put('1', 'a', 'old');
    expect(shelf.take('1', 'a')).toBe('old');
    expect(shelf.take('2', 'a')).toBeUndefined();
    shelf.put('2', 'b', 'new');
    expect(shelf.take('2', 'a')).toBeUndefined();
    shelf.put('2', 'c', 'new');
    shelf.put('2', 'd', 'new');
    expect(['b', 'c', 'd'].filter((key) => shelf.take('2', key) !== undefined)).toEqual(['d']);
  });
});

describe('asking together', () => {
  it('never gives an answer that is older than the question', async () => {
    const waiting: ((value: number) => void)[] = [];
    const together = new Together(() => new Promise<number>((resolve) => waiting.push(resolve)));
    const first = together.now();
    const [second, third] = [together.now(), together.now()];
    waiting[0]?.(1);
    expect(await first).toBe(1);
    await Promise.resolve();
    expect(waiting).toHaveLength(2);
    waiting[1]?.(2);
    expect(await Promise.all([second, third])).toEqual([2, 2]);
  });

  it('goes on after an error', async () => {
    let asked = 0;
    const together = new Together(() => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('away')) : Promise.resolve(asked);
    });
    const first = together.now();
    const second = together.now();
    await expect(first).rejects.toThrow('away');
    expect(await second).toBe(2);
    expect(await together.now()).toBe(3);
  });
});
