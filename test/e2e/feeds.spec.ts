import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { officeConfig } from '../support/config.js';
import { hire } from '../support/people.js';
import type { Person } from '../support/people.js';
import { NOBODY } from '../support/openapi.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';
import { Site } from '../support/site.js';
import { until } from '../support/until.js';

interface SourcePage {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly reading: {
    readonly takenIn: number;
    readonly leftOut: number;
    readonly failures: number;
    readonly lastReadAt: string | null;
    readonly problem: { readonly zh: string; readonly en: string } | null;
  } | null;
}

const FEED = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>x</title>
  <item><guid>1</guid><title>清源水厂停水一周</title><author>王五</author></item>
  <item><guid>2</guid><title>招聘广告：停水抢修工</title></item></channel></rss>`;

let site: Site;
let scene: Scene;
let officer: Person;
let monitor: Person;

beforeAll(async () => {
  site = await Site.open(FEED);
  scene = await openScene(officeConfig().set('feeds.yaml', { allow: ['127.0.0.1'] }));
  const { url } = scene.program;
  officer = await hire(url, scene.office.admin, { username: 'reader', roles: ['officer'] });
  monitor = await hire(url, scene.office.admin, { username: 'watcher', roles: ['monitor'] });
});

afterAll(async () => {
  await scene.close();
  await site.close();
});

async function standing(id: string): Promise<SourcePage> {
  const { items } = (await officer.get('/sources?limit=200')) as { items: SourcePage[] };
  const found = items.find((source) => source.id === id);
  if (found === undefined) throw new Error('the source is gone');
  return found;
}

describe('a feed', () => {
  it('that is set up is read by the program, and shows how it goes', async () => {
    const { id, version } = (await officer.post('/sources', {
      ...{ name: '论坛', kind: 'rss', url: site.url, everyMinutes: 5 },
      keywordRule: '停水 not 招聘',
    })) as SourcePage;
    await until('the feed is read', async () => (await standing(id)).reading?.takenIn === 1);
    expect(await standing(id)).toMatchObject({
      reading: { takenIn: 1, leftOut: 1, failures: 0, problem: null },
    });
    const inbox = (await monitor.get('/mentions')) as { items: { text: string }[] };
    expect(inbox.items.map(({ text }) => text)).toEqual(['清源水厂停水一周']);
    site.body = '<html>moved</html>';
    await officer.post(`/sources/${id}/read`);
    await until('it is read again', async () => (await standing(id)).reading?.failures === 1);
    expect((await standing(id)).reading?.problem?.zh).toMatch(/这是网页/);
    site.body = FEED;
    const paused = { expectedVersion: version, active: false };
    await officer.must('PATCH', `/sources/${id}`, paused);
    expect(await officer.call('POST', `/sources/${id}/read`)).toMatchObject({
      ...{ status: 422, body: { code: 'source.not-read' } },
    });
  });

  it('inside the house is refused, and all that is wrong is told at once', async () => {
    const answer = await officer.call('POST', '/sources', {
      ...{ name: 'x', kind: 'rss', url: 'http://192.168.1.1/feed', keywordRule: '停水 and (' },
    });
    expect(answer).toMatchObject({ status: 400 });
    const { errors } = answer.body as { errors: { path: string; message: string }[] };
    expect(errors.map(({ path }) => path)).toEqual(['url', 'keywordRule']);
    expect(errors[0]?.message).toMatch(/内部网络/);
    expect(errors[1]?.message).toMatch(/^第 9 个字符起/);
    // Somebody who may only look can set up nothing.
    expect(await monitor.call('POST', '/sources', { name: 'y', kind: 'rss' })).toMatchObject({
      status: 403,
    });
  });

  it('needs a rhythm that a site can bear', async () => {
    for (const everyMinutes of [1, 0, 99_999, 7.5, '30'])
      expect(
        await officer.call('POST', '/sources', { name: 'z', kind: 'rss', everyMinutes }),
      ).toMatchObject({ status: 400 });
  });
});

describe('a keyword rule', () => {
  it('is tried on texts, of which nothing is kept', async () => {
    const tried = await officer.post('/sources/keywords/test', {
      rule: '停水 near/5 小区 not 演习',
      samples: ['小区又停水', '停水演习，小区照常', '停电'],
    });
    expect(tried).toEqual({
      problems: [],
      samples: [
        {
          passes: true,
          marks: [
            { from: 0, to: 2, against: false },
            { from: 3, to: 5, against: false },
          ],
        },
        expect.objectContaining({ passes: false }),
        { passes: false, marks: [] },
      ],
    });
    expect(
      await officer.post('/sources/keywords/test', { rule: '停水，', samples: ['x'] }),
    ).toEqual({
      problems: [expect.objectContaining({ from: 2, to: 3 })],
      samples: [],
    });
  });
});

describe('a program', () => {
  const SEEN = '2026-03-02T09:00:00+08:00';
  let source: SourcePage;
  let token: string;

  const sendTo = async (id: string, payload: unknown, secret?: string) => {
    const answer = await fetch(`${scene.program.url}/api/v1/hooks/${id}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
      },
      body: JSON.stringify(payload),
    });
    return {
      status: answer.status,
      headers: answer.headers,
      body: await answer.json(),
    };
  };
  const makeToken = async (): Promise<string> =>
    ((await officer.post(`/sources/${source.id}/token`)) as { token: string }).token;

  beforeAll(async () => {
    source = (await officer.post('/sources', {
      ...{ name: '监测平台', kind: 'webhook', keywordRule: 'not 招聘' },
    })) as SourcePage;
    token = await makeToken();
  });

  it('sends by the token of its source; sent again it changes nothing', async () => {
    const batch = [
      { text: '城东桥面开裂', seenAt: SEEN, externalId: 'a1', rank: 3 },
      { text: '招聘抢修工', seenAt: SEEN, externalId: 'a2' },
    ];
    const first = await sendTo(source.id, batch, token);
    expect(first).toMatchObject({
      ...{ status: 201, body: { received: 2, leftOut: 1, added: { sightings: 1, mentions: 1 } } },
    });
    expect(await sendTo(source.id, batch[0], token)).toMatchObject({
      ...{ status: 201, body: { received: 1, added: { sightings: 0 } } },
    });
    expect((await standing(source.id)).reading).toMatchObject({ takenIn: 1, leftOut: 1 });
  });

  it('without it, or with another’s, learns nothing', async () => {
    const other = (await officer.post('/sources', {
      name: '另一个',
      kind: 'webhook',
    })) as SourcePage;
    for (const [id, secret] of [
      [source.id, undefined],
      [source.id, 'mbs_wrong'],
      [source.id, `${token}x`],
      [other.id, token],
      [NOBODY, token],
      ['not-an-id', token],
    ] as const)
      expect(await sendTo(id, { text: 'x', seenAt: SEEN }, secret)).toMatchObject({
        ...{ status: 401, body: { code: 'hook.token' } },
      });
  });

  it('is told everything that is wrong, by its place', async () => {
    const answer = await sendTo(source.id, [{ text: '', seenAt: 'x', author: '王五' }], token);
    expect(answer.status).toBe(400);
    const { errors } = answer.body as { errors: { path: string }[] };
    expect([...new Set(errors.map(({ path }) => path))].sort()).toEqual([
      ...['mentions.0.author', 'mentions.0.seenAt', 'mentions.0.text'],
    ]);
    const late = { text: 'x', seenAt: new Date(Date.now() + 3_600_000).toISOString() };
    expect(await sendTo(source.id, late, token)).toMatchObject({ status: 422 });
    const many = Array.from({ length: 1001 }, () => ({ text: 'x', seenAt: SEEN }));
    expect(await sendTo(source.id, many, token)).toMatchObject({ status: 400 });
  });

  it('is let in no more once the token is replaced or the source is paused', async () => {
    const old = token;
    token = await makeToken();
    expect(token).not.toBe(old);
    expect(await sendTo(source.id, { text: 'x', seenAt: SEEN }, old)).toMatchObject({
      status: 401,
    });
    const { version } = await standing(source.id);
    await officer.must('PATCH', `/sources/${source.id}`, {
      expectedVersion: version,
      active: false,
    });
    expect(await sendTo(source.id, { text: 'x', seenAt: SEEN }, token)).toMatchObject({
      ...{ status: 422, body: { code: 'source.not-in-use' } },
    });
  });

  it('that sends without end is told to wait', async () => {
    const flooded = (await officer.post('/sources', {
      name: '洪水',
      kind: 'webhook',
    })) as SourcePage;
    const { token: secret } = (await officer.post(`/sources/${flooded.id}/token`)) as {
      token: string;
    };
    const answers = await Promise.all(
      Array.from({ length: 125 }, () =>
        sendTo(flooded.id, { text: '同一句', seenAt: SEEN }, secret),
      ),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await standing(flooded.id)).reading).toMatchObject({ takenIn: 1 });
  });
});
