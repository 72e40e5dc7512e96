import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { ManualClock } from '#platform';
import { IntakeConfig } from '../intake-config.js';
import { FeedSite, rssOf } from '../testing/feed-site.js';
import { readRange } from './address.js';
import type { Resolve } from './exchange.js';
import { FeedsConfig } from './feeds-config.js';
import { FetchFeed } from './fetch-feed.js';

const NOW = Date.parse('2026-04-01T09:00:00+08:00');
const LIMITS = { withinMs: 10_000, mostBytes: 200_000, mostRedirects: 3 };
/** For what never ends: long enough to see it begin. */
const SOON = 400;
const FEED = rssOf([
  {
    id: '1',
    title: '清源水厂停水一周，居民反映水压不足',
    published: 'Wed, 01 Apr 2026 08:00:00 +0800',
  },
]);

let site: FeedSite;
beforeEach(async () => {
  site = await FeedSite.open();
});
afterEach(() => site.close());

const nobody: Resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));

/** This machine is the whole internet: its addresses are open as far as `allow` says. */
function fetching({
  allow = ['127.0.0.1/32'],
  resolve = nobody,
  contact = '',
  limits = {},
} = {}): FetchFeed {
  const ranges = allow.map((text) => readRange(text)).filter((range) => range !== null);
  const config = new FeedsConfig({ contact, allow: ranges }, { ...LIMITS, ...limits }, resolve);
  return new FetchFeed(config, new IntakeConfig('Asia/Shanghai'), new ManualClock(NOW));
}

async function codeOf(url: string, from = fetching()): Promise<string> {
  const read = await from.fetch(url);
  return Array.isArray(read) ? `${String(read.length)} entries` : read.code;
}

async function titlesOf(url: string): Promise<string[]> {
  const read = await fetching().fetch(url);
  if (!Array.isArray(read)) throw new Error(read.en);
  return read.map(({ title }) => title);
}

describe('a feed', () => {
  it('of RSS 2.0, RSS 1.0, Atom or JSON is read alike, and authors in none of them', async () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>x</title></channel>
      <item rdf:about="http://a.example/1"><title>停水</title><link>http://a.example/1</link><description>三天</description>
      <dc:creator>王五</dc:creator><dc:date>2026-04-01T08:00:00+08:00</dc:date></item></rdf:RDF>`;
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><author><name>王五</name></author><entry>
      <id>http://a.example/1</id><title type="html">停&lt;b&gt;水&lt;/b&gt;</title><author><name>王五</name></author>
      <summary>三天</summary><link href="http://a.example/1"/><link rel="enclosure" href="http://a.example/x"/>
      <updated>2026-04-01T00:00:00Z</updated></entry></feed>`;
    const json = JSON.stringify({
      ...{ version: 'https://jsonfeed.org/version/1.1', title: 'x', authors: [{ name: '王五' }] },
      items: [
        {
          ...{ id: 'http://a.example/1', url: 'http://a.example/1', title: '停水' },
          ...{ content_html: '<p>三天</p>', authors: [{ name: '王五' }] },
          date_published: '2026-04-01T08:00:00+08:00',
        },
      ],
    });
    const rss = rssOf([
      {
        ...{ id: 'http://a.example/1', title: '停水', text: '<div>三天</div>' },
        ...{ link: 'http://a.example/1', published: 'Wed, 1 Apr 2026 08:00:00 CST' },
      },
    ]);
    for (const [index, text] of [rdf, atom, json, rss].entries()) {
      const read = await fetching().fetch(site.serveText(`/${String(index)}`, text));
      expect(read).toEqual([
        {
          ...{ id: 'http://a.example/1', title: '停水', text: '三天', link: 'http://a.example/1' },
          publishedAt: Date.parse('2026-04-01T08:00:00+08:00'),
        },
      ]);
    }
  });

  it('is asked for politely', async () => {
    const contact = 'https://body.example/contact';
    await fetching({ contact }).fetch(site.serveText('/rss', FEED));
    expect(site.asked[0]?.headers).toMatchObject({
      'user-agent': 'Mingbian (+https://body.example/contact)',
      accept: expect.stringContaining('application/rss+xml'),
    });
    expect(site.asked[0]?.headers).not.toHaveProperty('cookie');
    expect(site.asked[0]?.headers).not.toHaveProperty('if-none-match');
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('packed with %s is unpacked', async (coding, pack) => {
    const url = site.serveText('/rss', pack(FEED), { 'content-encoding': coding });
    expect(await codeOf(url)).toBe('1 entries');
  });

  it('of more entries than anybody reads gives the first 500', async () => {
    const items = Array.from({ length: 700 }, (_, id) => ({
      id: String(id),
      title: `第${String(id)}条`,
    }));
    const titles = await titlesOf(site.serveText('/rss', rssOf(items)));
    expect([titles.length, titles[0], titles.at(-1)]).toEqual([500, '第0条', '第499条']);
  });
});

describe('the encoding of a feed', () => {
  const GBK = '清源水厂停水一周，居民反映水压不足';
  const BIG5 = '清源水廠停水一週，居民反映水壓不足';
  const item = (title: string, declared: string): string => rssOf([{ id: '1', title }], declared);

  it.each([
    // Honest.
    ['GBK', GBK, 'gbk', 'gbk', ''],
    ['GB18030 with a rare character', `${GBK}𠮷`, 'gb18030', 'gb18030', ''],
    ['Big5', BIG5, 'big5', 'big5', ''],
    ['UTF-16 with a mark', GBK, 'utf-16', 'utf-16', ''],
    ['UTF-16 without a mark', GBK, 'utf-16le', 'utf-16', ''],
    ['UTF-8 with a mark', `\uFEFF${GBK}`, 'utf-8', 'utf-8', ''],
    // Said in one place only.
    ['GBK in the header', GBK, 'gbk', '', 'text/xml; charset=GB2312'],
    ['Big5 in the header', BIG5, 'big5', '', 'application/xml; charset="big5"'],
    ['GBK nowhere', GBK.repeat(3), 'gbk', '', ''],
    // Lies.
    ['GBK that says it is UTF-8, twice', GBK, 'gbk', 'utf-8', 'text/xml; charset=utf-8'],
    ['UTF-8 that says it is GBK, twice', GBK, 'utf-8', 'gb2312', 'text/xml; charset=gbk'],
    ['Big5 that says it is UTF-8', BIG5.repeat(3), 'big5', 'utf-8', ''],
    ['Big5 in a GBK header', BIG5, 'big5', 'big5', 'text/xml; charset=gbk'],
    ['GBK in a Latin header', GBK, 'gbk', 'gbk', 'text/xml; charset=ISO-8859-1'],
    ['GBK of an unknown name', GBK.repeat(3), 'gbk', 'chinese-new', ''],
  ])('%s', async (_, title, encoding, declared, contentType) => {
    const plain = title.replace('\uFEFF', '');
    const text =
      declared === '' ? item(plain, 'x').replace(/ encoding="x"/, '') : item(plain, declared);
    const bytes = iconv.encode(text, encoding, {
      addBOM: title !== plain || encoding === 'utf-16',
    });
    const headers = contentType === '' ? {} : { 'content-type': contentType };
    expect(await titlesOf(site.serveText('/rss', bytes, headers))).toEqual([plain]);
  });

  it('that nobody can know is told', async () => {
    const noise = Buffer.concat([
      Buffer.from('<rss><channel><item><title>'),
      Buffer.alloc(400, 0xff),
    ]);
    expect(await codeOf(site.serveText('/rss', noise))).toBe('encoding');
  });
});

describe('what is no feed, or too much of one,', () => {
  const LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
    { length: 9 },
    (_, level) =>
      `<!ENTITY lol${String(level)} "${`&lol${level === 0 ? '' : String(level - 1)};`.repeat(10)}">`,
  ).join('')}]><rss><channel><item><title>&lol8;</title></item></channel></rss>`;
  const OUTSIDE = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>`;

  it.each([
    ['an empty answer', '', 'empty'],
    ['blanks', ' \n ', 'empty'],
    ['a web page', '<!DOCTYPE html><html><head></head><body>论坛</body></html>', 'page'],
    ['a page as XML', '<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="x"></html>', 'page'],
    ['another XML', '<?xml version="1.0"?><catalog><book/></catalog>', 'format'],
    ['some JSON', '{"items": []}', 'format'],
    ['plain words', '停水三天', 'format'],
    ['half a feed', FEED.slice(0, 200), 'broken'],
    ['a thousand million laughs', LAUGHS, 'entities'],
    ['a file of ours', OUTSIDE, 'entities'],
    ['an entity behind a comment', `<!-- > -->${OUTSIDE}`, 'entities'],
    ['brackets without end', `<rss><channel>${'<a>'.repeat(60_000)}`, 'broken'],
    ['elements without end', `<rss><channel>${'<a/>'.repeat(45_000)}`, 'broken'],
    [
      'JSON without bottom',
      `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(90_000)}`,
      'format',
    ],
    ['too many bytes', `${FEED}${' '.repeat(250_000)}`, 'too-large'],
  ])('%s, is told apart', async (_, text, code) => {
    expect(await codeOf(site.serveText('/rss', text))).toBe(code);
  });

  it('is told in both languages', async () => {
    const read = await fetching().fetch(
      site.serve('/rss', (response) => response.writeHead(500).end()),
    );
    expect(read).toEqual({
      ...{ code: 'status', zh: '对方网站返回错误（HTTP 500）' },
      en: 'The site answered with an error (HTTP 500)',
    });
  });

  it('is not taken for one because of what stands in its texts', async () => {
    const text = 'CDATA: <!DOCTYPE x [<!ENTITY a "b">]>';
    expect(await codeOf(site.serveText('/rss', rssOf([{ id: '1', title: '停水', text }])))).toBe(
      '1 entries',
    );
  });

  it('with more elements than any feed is not parsed', async () => {
    const many = `<rss><channel>${'<a/>'.repeat(100_001)}</channel></rss>`;
    const from = fetching({ limits: { mostBytes: 1_000_000 } });
    expect(await codeOf(site.serveText('/rss', many), from)).toBe('too-many-elements');
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('a bomb of %s is put out at its limit', async (coding, pack) => {
    const bomb = pack(Buffer.alloc(50_000_000, 0x20));
    expect(bomb.length).toBeLessThan(LIMITS.mostBytes);
    const before = process.memoryUsage().rss;
    expect(await codeOf(site.serveText('/rss', bomb, { 'content-encoding': coding }))).toBe(
      'too-large',
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(40_000_000);
  });

  it.each([
    ['cut off', gzipSync(FEED).subarray(0, 60), 'gzip'],
    ['no gzip at all', Buffer.from(FEED), 'gzip'],
    ['no Brotli at all', Buffer.from(FEED), 'br'],
    ['packed in an unknown way', Buffer.from(FEED), 'zstd2'],
    ['packed twice', gzipSync(gzipSync(FEED)), 'gzip, gzip'],
  ])('%s, is damaged', async (_, bytes, coding) => {
    expect(await codeOf(site.serveText('/rss', bytes, { 'content-encoding': coding }))).toBe(
      'coding',
    );
  });

  it('never ends: it is left at its limit', async () => {
    const url = site.serve('/rss', (response) => {
      const chunk = Buffer.alloc(16_384, 0x20);
      const more = (): void => {
        if (!response.destroyed) response.write(chunk, more);
      };
      more();
    });
    expect(await codeOf(url)).toBe('too-large');
  });

  it('drips: it is left when its time is over, and not each time it drips', async () => {
    const url = site.serve('/rss', (response) => {
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => {
        clearInterval(drip);
      });
    });
    const begun = Date.now();
    expect(await codeOf(url, fetching({ limits: { withinMs: SOON } }))).toBe('too-slow');
    expect(Date.now() - begun).toBeLessThan(LIMITS.withinMs);
  });

  it('never begins', async () => {
    const from = fetching({ limits: { withinMs: SOON } });
    expect(
      await codeOf(
        site.serve('/rss', () => undefined),
        from,
      ),
    ).toBe('too-slow');
  });

  it('is not there, or breaks off', async () => {
    expect(await codeOf(site.at('/nothing'))).toBe('gone');
    expect(await codeOf(site.serve('/rss', (response) => response.destroy()))).toBe('unreachable');
    expect(await codeOf('http://127.0.0.1:1025/')).toBe('unreachable');
    expect(await codeOf('http://nowhere.example/')).toBe('not-found');
  });

  it('asks to come later, in seconds or by date', async () => {
    const busy = (retry: string, status = 429) =>
      fetching().fetch(
        site.serve('/rss', (response) =>
          response.writeHead(status, { 'retry-after': retry }).end(),
        ),
      );
    expect(await busy('120')).toMatchObject({ code: 'busy', notBefore: NOW + 120_000 });
    expect(await busy(new Date(NOW + 60_000).toUTCString(), 503)).toMatchObject({
      ...{ code: 'busy', notBefore: NOW + 60_000 },
    });
    // Nobody is kept away for a year.
    expect(await busy('31536000')).toMatchObject({ notBefore: NOW + 24 * 3_600_000 });
    expect(await busy('soon')).toMatchObject({ code: 'busy' });
  });
});

describe('the way to a feed', () => {
  const redirectTo = (path: string, to: string, status = 302): string =>
    site.serve(path, (response) => response.writeHead(status, { location: to }).end());
  /** Names of the test, each with its answers in turn; the last one stays. */
  const namesOf =
    (answers: Readonly<Record<string, readonly (readonly string[])[]>>): Resolve =>
    (hostname) => {
      asked.push(hostname);
      const turns = answers[hostname] ?? [];
      const turn = asked.filter((name) => name === hostname).length - 1;
      const addresses = turns[Math.min(turn, turns.length - 1)] ?? [];
      return Promise.resolve(
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    };
  let asked: string[] = [];
  beforeEach(() => {
    asked = [];
  });

  it('may lead on, also by a relative address and to another name', async () => {
    const resolve = namesOf({ 'news.example': [['127.0.0.1']] });
    site.serveText('/rss', FEED);
    redirectTo('/there', '../rss', 301);
    redirectTo('/here', site.at('/there', 'news.example'), 308);
    expect(await codeOf(site.at('/here'), fetching({ resolve }))).toBe('1 entries');
  });

  it('does not lead on for ever', async () => {
    expect(await codeOf(redirectTo('/rss', '/rss'))).toBe('redirects');
    expect(await codeOf(redirectTo('/rss', 'http://'))).toBe('redirect.nowhere');
  });

  it.each([
    ['a private address', 'http://10.0.0.1/', 'address.private'],
    ['this machine under another number', 'http://127.0.0.2/', 'address.private'],
    ['the metadata of a cloud', 'http://169.254.169.254/latest/', 'address.private'],
    ['a number', 'http://2130706434/', 'address.private'],
    ['IPv6 inside', 'http://[fd00::1]/', 'address.private'],
    ['a mapped address', 'http://[::ffff:10.0.0.1]/', 'address.private'],
    ['a file', 'file:///etc/passwd', 'address.scheme'],
    ['a name with a password', 'http://a:b@news.example/', 'address.credentials'],
    ['another service', 'http://127.0.0.1:25/', 'address.port'],
  ])('ends where it leads to %s', async (_, to, code) => {
    expect(await codeOf(redirectTo('/rss', to))).toBe(code);
  });

  it('ends at a name that stands for an address inside, even among others', async () => {
    const resolve = namesOf({
      'inside.example': [['10.0.0.1']],
      'mixed.example': [['127.0.0.1', '192.168.0.1']],
      'mapped.example': [['::ffff:192.168.0.1']],
      'empty.example': [[]],
    });
    const from = fetching({ resolve });
    for (const name of ['inside.example', 'mixed.example', 'mapped.example'])
      expect(await codeOf(site.at('/rss', name), from)).toBe('address.private');
    expect(await codeOf(site.at('/rss', 'empty.example'), from)).toBe('not-found');
    expect(site.asked).toEqual([]);
  });

  it('is looked up once for each connection: what was checked is what is connected to', async () => {
    // The first answer is open; every later one leads to where the site of this test listens, which is not allowed.
    const resolve = namesOf({ 'rebind.example': [['127.0.0.9'], ['127.0.0.1']] });
    const from = fetching({ allow: ['127.0.0.9'], resolve });
    site.serveText('/rss', FEED);
    expect(await codeOf(site.at('/rss', 'rebind.example'), from)).toBe('unreachable');
    expect(asked).toEqual(['rebind.example']);
    expect(site.asked).toEqual([]);
    // Asked again, the name leads inside, and that is seen.
    expect(await codeOf(site.at('/rss', 'rebind.example'), from)).toBe('address.private');
    expect(site.asked).toEqual([]);
  });

  it('that comes back to a name is checked anew', async () => {
    const resolve = namesOf({ 'news.example': [['127.0.0.1'], ['10.0.0.1']] });
    site.serve('/rss', (response) =>
      response.writeHead(302, { location: '/next', connection: 'close' }).end(),
    );
    site.serveText('/next', FEED);
    expect(await codeOf(site.at('/rss', 'news.example'), fetching({ resolve }))).toBe(
      'address.private',
    );
    expect(site.asked.map(({ path }) => path)).toEqual(['/rss']);
  });
});
