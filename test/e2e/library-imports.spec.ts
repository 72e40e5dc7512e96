import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { officeConfig } from '../support/config.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';
import type { Person } from '../support/people.js';
import { Site } from '../support/site.js';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene(officeConfig().set('feeds.yaml', { allow: ['127.0.0.1'] }));
});
afterAll(() => scene.close());

const HEADER = '说法,核查结论,答复,依据链接,发布时间,链接,发布单位';
const FLOOD =
  '清源水库溃坝,谣言,水库运行正常,https://a.example/proof,2026-03-02 09:00,https://a.example/1,省应急厅';
const MILK =
  '学校用过期牛奶,部分属实,已停用一批次，请致电 13912345678,https://a.example/proof,2026/3/3,,市教育局';

async function send(
  by: Person,
  content: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly body: unknown }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([content]), '澄清.csv');
  const answer = await fetch(`${scene.program.url}/api/v1/clarifications/imports`, {
    ...{ method: 'POST', headers: { cookie: by.client.cookie ?? '' }, body: form },
  });
  return { status: answer.status, body: await answer.json() };
}

const imported = (content: string, fields?: Readonly<Record<string, string>>) =>
  send(scene.office.analyst, content, fields).then(({ body }) => body);

const library = async (): Promise<readonly { readonly id: string }[]> =>
  ((await scene.office.handler.get('/clarifications')) as { items: { id: string }[] }).items;

describe('a file of answers', () => {
  it('is tried, kept, and the second time changes nothing', async () => {
    const file = [HEADER, FLOOD, MILK].join('\n');
    const counts = { rows: 2, added: 2, changed: 0, same: 0, rejected: 0 };
    expect(await imported(file, { dryRun: 'true' })).toMatchObject({ dryRun: true, ...counts });
    expect(await library()).toEqual([]);

    expect(await imported(file)).toMatchObject({ dryRun: false, ...counts });
    const kept = await library();
    expect(kept).toMatchObject([
      {
        ...{ claim: '学校用过期牛奶', verdict: 'partly-true', issuedBy: '市教育局', links: [] },
        answer: '已停用一批次，请致电 [电话]',
      },
      {
        ...{ claim: '清源水库溃坝', verdict: 'false', origin: 'imported', issuedBy: '省应急厅' },
        ...{ public: false, version: 1, matchedCount: 0 },
        evidence: [{ text: 'https://a.example/proof', url: 'https://a.example/proof', file: null }],
        links: [{ channel: 'a.example', url: 'https://a.example/1' }],
        publishedAt: '2026-03-02T01:00:00.000Z',
      },
    ]);

    expect(await imported(file)).toMatchObject({ rows: 2, added: 0, changed: 0, same: 2 });
    expect(await library()).toEqual(kept);
  });

  it('is found when the claim comes back', async () => {
    const found = (await scene.office.monitor.post('/match', {
      text: '听说清源水库溃坝了，大家快跑',
    })) as { suggestions: { target: string; claim: string }[] };
    expect(found.suggestions).toMatchObject([{ target: 'clarification', claim: '清源水库溃坝' }]);
  });

  it('that answers otherwise makes the next version, and the former answer stays beside it', async () => {
    const other = FLOOD.replace('水库运行正常', '水库水位正常');
    expect(await imported([HEADER, other].join('\n'))).toMatchObject({ changed: 1, added: 0 });
    const [, flood] = await library();
    expect(flood).toMatchObject({
      ...{ version: 2, answer: '水库水位正常' },
      corrections: [{ answerBefore: '水库运行正常' }],
    });
    expect(await imported([HEADER, other].join('\n'))).toMatchObject({ changed: 0, same: 1 });
  });

  it('gives back the rows that lack something, each with its line and all reasons', async () => {
    const rows = [
      '井盖缺失,不好说,已补,,昨天,,',
      '停电一周,不实,正常供电,www.a.example,2026-03-02,ftp://a.example,',
      '路面塌陷,不实,已修复,https://a.example/2,2026-03-02,https://a.example/9,',
      '路面塌陷了,不实,已修复,https://a.example/2,2026-03-02,https://a.example/9,',
    ];
    const body = await imported([HEADER, ...rows].join('\n'));
    expect(body).toMatchObject({ rows: 4, added: 1, rejected: 3 });
    const { rejectedRows } = body as {
      rejectedRows: { line: number; reasons: { zh: string }[] }[];
    };
    expect(rejectedRows.map(({ line, reasons }) => [line, reasons.map(({ zh }) => zh)])).toEqual([
      [
        2,
        [
          '核查结论“不好说”应为不实、部分属实、属实或无法核实',
          '依据链接是空的',
          '发布时间不是时间，请写成 2026-03-02 09:05',
        ],
      ],
      [3, ['依据链接应以 http:// 或 https:// 开头', '发布链接应以 http:// 或 https:// 开头']],
      [5, ['与第 4 行是同一条澄清']],
    ]);
    // Nobody signs it: then whose it is follows from where it stands.
    expect(await library()).toContainEqual(
      expect.objectContaining({ claim: '路面塌陷', issuedBy: 'a.example' }),
    );
  });

  it('says which columns are missing, and is for those who may enter answers', async () => {
    expect(await send(scene.office.analyst, '甲,乙\n1,2\n')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'file', message: expect.stringMatching(/说法.*依据链接/) }] },
    });
    expect(await send(scene.office.monitor, HEADER)).toMatchObject({ status: 403 });
    expect(await send(scene.office.analyst, '')).toMatchObject({ status: 400 });
  });
});

describe('a feed of answers', () => {
  const entry = (link: string, said: string): string =>
    `<item><title>网传${link}停课一周</title><author>王五</author><description>${said}</description>
     <link>https://piyao.example/${link}</link><pubDate>Mon, 02 Mar 2026 09:00:00 +0800</pubDate></item>`;
  const feedOf = (...entries: readonly string[]): string =>
    `<rss version="2.0"><channel><title>辟谣</title>${entries.join('')}</channel></rss>`;

  it('is tried, kept with the verdict of a person, and read again adds what is new', async () => {
    const site = await Site.open(
      feedOf(entry('a', '并无此事，电话 13912345678'), entry('b', '不实')),
    );
    const feed = { url: site.url, verdict: 'false', issuedBy: '省辟谣平台' };
    const read = (changes: object = {}) =>
      scene.office.analyst.post('/clarifications/imports/feed', { ...feed, ...changes });
    const before = await library();
    expect(await read({ dryRun: true })).toMatchObject({ dryRun: true, rows: 2, added: 2 });
    expect(await library()).toEqual(before);
    expect(await read()).toMatchObject({ rows: 2, added: 2, rejected: 0 });
    expect(await library()).toContainEqual(
      expect.objectContaining({
        ...{ claim: '网传a停课一周', answer: '并无此事，电话 [电话]', verdict: 'false' },
        ...{ origin: 'imported', issuedBy: '省辟谣平台' },
        publishedAt: '2026-03-02T01:00:00.000Z',
      }),
    );
    const untitled = '<item><description>不实</description></item>';
    site.body = feedOf(entry('a', '并无此事，电话 13912345678'), entry('c', '不实'), untitled);
    expect(await read()).toMatchObject({ rows: 3, added: 1, same: 1, rejected: 1 });
    expect(JSON.stringify(await library())).not.toContain('王五');
    await site.close();
  });

  it('that is none, or lies within the house, is refused in words', async () => {
    const site = await Site.open('<html><body>moved</body></html>');
    const read = (url: string) =>
      scene.office.analyst.call('POST', '/clarifications/imports/feed', { url, verdict: 'false' });
    expect(await read(site.url)).toMatchObject({
      status: 422,
      body: { code: 'feed.unreadable', errors: [{ path: 'url' }] },
    });
    expect(await read('http://10.0.0.1/rss')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'url', message: expect.stringMatching(/内部网络/) }] },
    });
    const body = { url: site.url, verdict: 'false' };
    expect(
      await scene.office.monitor.call('POST', '/clarifications/imports/feed', body),
    ).toMatchObject({ status: 403 });
    await site.close();
  });
});
