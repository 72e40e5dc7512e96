import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigCopy } from '../support/config.js';
import { Owner } from '../support/database.js';
import { NOBODY } from '../support/openapi.js';
import { Program } from '../support/program.js';
import { aClarification, store } from '../support/public-page.js';
import type { StoredClarification } from '../support/public-page.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';

const LIST = '/public/clarifications';
const FEED = '/public/clarifications.rss';

let scene: Scene;
let owner: Owner;
const water = aClarification({
  title: '水 <合格> & "可饮"',
  evidence: [
    { text: '检测报告', url: 'https://www.example.org/report', file: null },
    {
      text: '照片',
      url: 'javascript:alert(1)',
      file: { name: '取样.jpg', sha256: 'ab'.repeat(32) },
    },
  ],
});

beforeAll(async () => {
  scene = await openScene(new ConfigCopy());
  owner = await Owner.of(scene.databaseUrl);
  await store(owner, water);
});

afterAll(async () => {
  await owner.close();
  await scene.close();
});

const get = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  fetch(scene.program.url + path, { method, headers, redirect: 'manual' });

const textAt = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
  (await get(path, headers)).text();

const pageOf = ({ id }: StoredClarification): string => `${LIST}/${id}`;

describe('the public pages', () => {
  it('tell claim, verdict in words, answer, evidence, date, where it was published, and by whom', async () => {
    const page = await textAt(pageOf(water));
    for (const said of [
      water.claim,
      '不实',
      '全部指标合格',
      '检测报告',
      '清源县人民政府网站',
      '清源县水务局',
    ])
      expect(page).toContain(said);
    expect(page).toContain('<time datetime="2026-03-02T01:00:00.000Z">2026年3月2日 09:00</time>');
    expect(page).toContain('href="https://www.example.org/report"');
    expect(page).toContain('ab'.repeat(32));
  });

  it('escape what they are told, and lead to nothing that runs', async () => {
    for (const path of [LIST, pageOf(water)]) {
      const page = await textAt(path);
      expect(page).toContain('水 &lt;合格&gt; &amp; &quot;可饮&quot;');
      expect(page).not.toContain('<合格>');
      expect(page).not.toContain('javascript:');
    }
  });

  it('are the same below the prefix of the API, and JSON for whoever asks for it', async () => {
    expect(await textAt(`/api/v1${pageOf(water)}`)).toBe(await textAt(pageOf(water)));
    const accept = 'application/json';
    const answer = await get(pageOf(water), { accept });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    const one = (await answer.json()) as object;
    expect(Object.keys(one).sort()).toEqual([
      ...['answer', 'claim', 'corrections', 'evidence', 'id', 'issuedBy', 'links', 'publishedAt'],
      ...['title', 'updatedAt', 'url', 'verdict', 'withdrawn'],
    ]);
    const list = JSON.parse(await textAt(`/api/v1${LIST}`, { accept })) as { items: unknown[] };
    expect(list.items[0]).toEqual(one);
  });

  it('carry a ClaimReview that programs can read', async () => {
    const page = await textAt(pageOf(water));
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'ClaimReview',
      claimReviewed: water.claim,
      reviewRating: { alternateName: '不实', ratingValue: 1 },
      author: { '@type': 'Organization', name: '清源县水务局' },
    });
  });

  it('are a feed as well', async () => {
    const answer = await get(FEED);
    expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    const feed = await answer.text();
    expect(feed).toContain('<rss version="2.0"');
    expect(feed).toContain(`${pageOf(water)}</link>`);
  });

  it('are in the language of the address, or of the browser, and say so', async () => {
    const english = await get(LIST, { 'accept-language': 'en-GB,en;q=0.9' });
    expect(english.headers.get('content-language')).toBe('en');
    expect(english.headers.get('vary')).toContain('Accept-Language');
    expect(await english.text()).toContain('<html lang="en">');
    const chosen = await get(`${LIST}?lang=zh`, { 'accept-language': 'en' });
    expect(await chosen.text()).toContain('<html lang="zh-CN">');
  });
});

describe('what browsers and caches are told', () => {
  const safe = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  };

  it.each([
    ['from the application, and from what is kept', LIST],
    ['of one', pageOf(water)],
    ['of the feed', FEED],
    ['of what is not there', `${LIST}/${NOBODY}`],
  ])('a strict policy, %s', async (_, path) => {
    for (let time = 0; time < 2; time += 1) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self'/);
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toContain('script');
      expect(Object.fromEntries(headers)).toMatchObject(safe);
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('that they may keep it, and 304 when they have it', async () => {
    for (const path of [LIST, pageOf(water), FEED]) {
      const first = await get(path);
      const tag = first.headers.get('etag') ?? '';
      const date = first.headers.get('last-modified') ?? '';
      expect(first.headers.get('cache-control')).toMatch(/^public, .*s-maxage=60/);
      expect(Date.parse(date)).toBeGreaterThan(0);
      const known = await get(path, { 'if-none-match': `"other", W/${tag}` });
      expect(known.status).toBe(304);
      expect(known.headers.get('etag')).toBe(tag);
      expect(await known.text()).toBe('');
      expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
      expect((await get(path, { 'if-modified-since': date })).status).toBe(304);
      const earlier = new Date(Date.parse(date) - 1000).toUTCString();
      expect((await get(path, { 'if-modified-since': earlier })).status).toBe(200);
      // The tag decides where there are both.
      const both = { 'if-none-match': '"other"', 'if-modified-since': date };
      expect((await get(path, both)).status).toBe(200);
    }
  });

  it('the headers alone, when they ask for no more', async () => {
    const [head, whole] = [await get(LIST, {}, 'HEAD'), await get(LIST)];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    for (const name of ['etag', 'content-length', 'content-type', 'last-modified'])
      expect(head.headers.get(name)).toBe(whole.headers.get(name));
  });

  it('a third of the bytes, when they can unpack them', async () => {
    const plain = await get(LIST, { 'accept-encoding': 'identity' });
    const packed = await get(LIST, { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    expect(await packed.text()).toBe(await plain.text());
    const refused = await get(LIST, { 'accept-encoding': 'gzip;q=0' });
    expect(refused.headers.get('content-encoding')).toBeNull();
  });
});

describe('what changes', () => {
  it('is seen at once, in every process', async () => {
    const { databaseUrl, dataDir } = scene;
    const env = { DATABASE_URL: databaseUrl, MINGBIAN_DATA_DIR: dataDir };
    const other = await Program.start({ program: 'api', env });
    try {
      const one = aClarification({ title: '第一版' });
      await store(owner, one);
      for (let version = 1; version <= 5; version += 1) {
        const title = `第${String(version)}版`;
        await store(owner, { ...one, title });
        for (const { url } of [scene.program, other]) {
          expect(await (await fetch(url + pageOf(one))).text()).toContain(`>${title}</h1>`);
          expect(await (await fetch(url + LIST)).text()).toContain(`>${title}</a>`);
        }
      }
    } finally {
      await other.stop();
    }
  });

  it('is said: a correction with its reason and what was said before', async () => {
    const one = aClarification();
    await store(owner, one);
    const correction = {
      at: '2026-03-03T02:00:00.000Z',
      reason: '数字有误',
      answerBefore: '原来的话',
    };
    const updatedAt = correction.at;
    await store(owner, { ...one, answer: '更正后的话', updatedAt, corrections: [correction] });
    const page = await textAt(pageOf(one));
    for (const said of ['更正后的话', '更正记录', '数字有误', '原来的话'])
      expect(page).toContain(said);
    expect(await textAt(LIST)).toContain('有更正');
  });

  it('is said: a withdrawal, which is no finding any more', async () => {
    const one = aClarification();
    const withdrawn = { at: '2026-03-04T02:00:00.000Z', reason: '依据不足' };
    await store(owner, { ...one, updatedAt: withdrawn.at, withdrawn });
    const page = await textAt(pageOf(one));
    expect(page).toContain('这条回应已撤回');
    expect(page).toContain('依据不足');
    expect(page).not.toContain('ClaimReview');
    expect(await textAt(LIST)).toContain('已撤回');
    expect(await textAt(FEED)).toContain('已撤回｜');
  });

  it('is gone when it was taken down, and was never there when it was not public', async () => {
    const gone = aClarification();
    await store(owner, gone);
    expect((await get(pageOf(gone))).status).toBe(200);
    await store(owner, { ...gone, isPublic: false });
    const inside = aClarification({ origin: 'entered', isPublic: false, title: '内部的' });
    await store(owner, inside);
    const answers = await Promise.all([get(pageOf(gone)), get(pageOf(inside)), get(`${LIST}/x`)]);
    expect(answers.map(({ status }) => status)).toEqual([410, 404, 404]);
    const [page = '', , nothing = ''] = await Promise.all(answers.map((answer) => answer.text()));
    expect(page).toContain('不再公开');
    expect(page).not.toContain(gone.answer.slice(0, 8));
    expect(nothing).toContain('没有这条澄清');
    expect(await textAt(LIST)).not.toContain('内部的');
  });
});

describe('the list', () => {
  it('is read page by page, none twice and none left out', async () => {
    await owner.select('DELETE FROM clarifications');
    const all = Array.from({ length: 45 }, (_, index) =>
      // Three at each moment: the place in the list is the moment and the id.
      aClarification({
        title: `条目 ${String(index)}`,
        publishedAt: new Date(Date.UTC(2026, 1, 1 + Math.floor(index / 3))).toISOString(),
      }),
    );
    for (const one of all) await store(owner, one);
    const seen: string[] = [];
    for (let path: string | undefined = LIST; path !== undefined;) {
      const page: string = await textAt(path);
      seen.push(...[...page.matchAll(/<h2><a href="[^"]+\/([^"/]+)">/g)].map(([, id = '']) => id));
      path = /rel="next" href="([^"]+)"/.exec(page)?.[1];
    }
    expect(seen).toHaveLength(45);
    expect([...seen].sort()).toEqual(all.map(({ id }) => id).sort());
  });

  it('says so when it is empty, and when the address makes no sense', async () => {
    await owner.select('DELETE FROM clarifications');
    expect(await textAt(LIST)).toContain('还没有发布澄清');
    const wrong = await get(`${LIST}?cursor=made-up`);
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('这个地址看不懂');
    expect((await get('/public')).status).toBe(404);
    expect((await get('/public/anything/else')).headers.get('content-type')).toMatch(/^text\/html/);
  });
});
