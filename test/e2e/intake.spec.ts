import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gbk } from '../support/gbk.js';
import { hire } from '../support/people.js';
import type { Person } from '../support/people.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';
import { until } from '../support/until.js';

interface ImportPage {
  readonly state: string;
  readonly rows: number;
  readonly rejected: number;
  readonly mentions: number;
  readonly encoding: string;
  readonly added: { readonly sightings: number };
  readonly rejectedRows: readonly {
    readonly line: number;
    readonly reasons: { zh: string; en: string }[];
  }[];
  readonly failure: { zh: string; en: string } | null;
}

interface ListPage {
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
}

interface InboxPage {
  readonly items: readonly {
    readonly id: string;
    readonly text: string;
    readonly state: string;
    readonly seenCount: number;
    readonly spark: readonly { readonly rank: number | null }[];
    readonly source: { readonly name: string };
  }[];
  readonly nextCursor: string | null;
  readonly waiting: number;
}

let scene: Scene;
let monitor: Person;

beforeAll(async () => {
  scene = await openScene();
  monitor = await hire(scene.program.url, scene.office.admin, {
    username: 'lookout',
    roles: ['monitor'],
  });
});

afterAll(() => scene.close());

const inbox = async (query = ''): Promise<InboxPage> =>
  (await monitor.get(`/mentions${query}`)) as InboxPage;

async function send(
  name: string,
  content: Buffer,
  fields: Record<string, string>,
): Promise<Response> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([new Uint8Array(content)]), name);
  return sendTo('/imports', form);
}

const sendTo = (path: string, body: FormData): Promise<Response> =>
  fetch(`${scene.program.url}/api/v1${path}`, {
    method: 'POST',
    headers: { cookie: monitor.client.cookie ?? '' },
    body,
  });

async function imported(
  name: string,
  content: Buffer,
  fields: Record<string, string>,
): Promise<{ id: string; page: ImportPage }> {
  const answer = await send(name, content, fields);
  expect(answer.status).toBe(202);
  const { id } = (await answer.json()) as { id: string };
  let page = (await monitor.get(`/imports/${id}`)) as ImportPage;
  await until('the file is read', async () => {
    page = (await monitor.get(`/imports/${id}`)) as ImportPage;
    return page.state === 'done' || page.state === 'failed';
  });
  return { id, page };
}

const SEEN = '2026-03-02T09:00:00+08:00';

describe('mentions that a program sends', () => {
  it('are taken once, folded, found and read page by page', async () => {
    const one = { source: '清源论坛', text: '清源停水一周', seenAt: SEEN, rank: 8 };
    const batch = [
      one,
      { ...one, seenAt: '2026-03-02T10:00:00+08:00', rank: 3 },
      { ...one, text: '城东桥面开裂', url: 'https://a.example/1' },
    ];
    const first = (await monitor.post('/mentions', batch)) as {
      added: object;
      mentionIds: string[];
    };
    expect(first).toMatchObject({ received: 3, added: { sightings: 3, mentions: 2, topics: 2 } });
    expect(first.mentionIds[0]).toBe(first.mentionIds[1]);
    expect(await monitor.post('/mentions', one)).toMatchObject({ added: { sightings: 0 } });
    const page = await inbox('?limit=1');
    expect(page).toMatchObject({ waiting: 2, items: [{ text: '清源停水一周', seenCount: 2 }] });
    expect(page.items[0]?.spark.map(({ rank }) => rank)).toEqual([8, 3]);
    const next = await inbox(`?limit=1&cursor=${page.nextCursor ?? ''}`);
    expect(next).toMatchObject({ nextCursor: null, items: [{ text: '城东桥面开裂' }] });
    expect((await inbox('?q=桥面')).items).toHaveLength(1);
    expect((await inbox('?state=discarded')).items).toEqual([]);
  });

  it('are refused as a whole, with the place of each mistake', async () => {
    const answer = await monitor.call('POST', '/mentions', [
      { source: 'a', text: '好', seenAt: SEEN },
      { source: '', text: '好', seenAt: '昨天' },
    ]);
    expect(answer.status).toBe(400);
    const { errors } = answer.body as { errors: { path: string }[] };
    expect([...new Set(errors.map(({ path }) => path))]).toEqual([
      'mentions.1.source',
      'mentions.1.seenAt',
    ]);
  });
});

describe('a file', () => {
  const lines = [
    '标题,时间,作者',
    '清源水厂停水一周,2026-03-02 09:00,甲',
    '=HYPERLINK("x"),昨天,乙',
    '桥面开裂,2026-03-02 10:00,丙',
  ];

  it('in GBK is read in the background; its bad rows come back to be mended, and then nothing is missing', async () => {
    const fields = { source: '热线' };
    const { id, page } = await imported('热线.csv', gbk(lines.join('\r\n')), fields);
    expect(page).toMatchObject({
      state: 'done',
      encoding: 'gb18030',
      rows: 3,
      rejected: 1,
      mentions: 2,
    });
    expect(page.rejectedRows[0]).toMatchObject({
      line: 3,
      reasons: [{ zh: expect.stringMatching(/不是时间/) }],
    });
    const file = await fetch(`${scene.program.url}/api/v1/imports/${id}/rejected.csv`, {
      headers: { cookie: monitor.client.cookie ?? '' },
    });
    expect(file.headers.get('content-disposition')).toMatch(
      /attachment; filename="rejected-.*\.csv"/,
    );
    const text = await file.text();
    expect(text).toBe(
      '标题,时间,行号,退回原因\r\n' +
        `"'=HYPERLINK(""x"")",昨天,3,发现时间“昨天”不是时间，请写成 2026-03-02 09:05\r\n`,
    );
    const mended = await imported(
      'x.csv',
      Buffer.from(text.replace('昨天', '2026-03-02 11:00')),
      fields,
    );
    expect(mended.page).toMatchObject({ rejected: 0, added: { sightings: 1 } });
    const again = await imported('热线.csv', gbk(lines.join('\r\n')), fields);
    expect(again.page).toMatchObject({ rejected: 1, added: { sightings: 0 } });
    expect((await inbox('?q=HYPERLINK')).items).toMatchObject([{ text: '=HYPERLINK("x")' }]);
  });

  it('can be tried first', async () => {
    const file = Buffer.from('甲,乙\n试一试,2026-03-02 09:00\n');
    const mapping = JSON.stringify({ text: '甲', seenAt: '乙' });
    const { page } = await imported('a.csv', file, { source: '试', dryRun: 'true', mapping });
    expect(page).toMatchObject({ state: 'done', rows: 1, added: { sightings: 1 } });
    expect((await inbox('?q=试一试')).items).toEqual([]);
  });

  it('that cannot be read says why in both languages', async () => {
    const { page } = await imported('a.csv', Buffer.from('甲,乙\n1,2\n'), { source: '坏' });
    expect(page).toMatchObject({
      state: 'failed',
      failure: { zh: expect.stringMatching(/哪一列/), en: expect.any(String) },
    });
  });

  it('must be there, and the mapping must be one', async () => {
    const answer = await send('a.csv', Buffer.from(''), { source: '空' });
    expect(answer.status).toBe(400);
    const wrong = await send('a.csv', Buffer.from('x'), {
      source: '空',
      mapping: '{"who":"作者"}',
    });
    expect(await wrong.json()).toMatchObject({ status: 400, errors: [{ path: 'mapping' }] });
  });

  it('is looked into before it is sent, and nothing of that is kept', async () => {
    const text = `${lines.join('\r\n')}\r\n请致电 13912345678,2026-03-02 10:00,丁`;
    const form = new FormData();
    form.set('source', '没有的来源');
    form.set('file', new Blob([new Uint8Array(gbk(text))]), '热线.csv');
    const answer = await sendTo('/imports/preview', form);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      ...{ format: 'csv', encoding: 'gb18030', notes: [], problems: [] },
      columns: ['标题', '时间', '作者'],
      mapping: { text: '标题', seenAt: '时间' },
      rows: [
        { line: 2, cells: ['清源水厂停水一周', '2026-03-02 09:00', '甲'], problem: null },
        { line: 3, cells: ['=HYPERLINK("x")', '昨天', '乙'], problem: null },
        { line: 4, cells: ['桥面开裂', '2026-03-02 10:00', '丙'], problem: null },
        { line: 5, cells: ['请致电 [电话]', '2026-03-02 10:00', '丁'], problem: null },
      ],
    });
    const { items } = (await monitor.get('/sources?limit=200')) as { items: { name: string }[] };
    expect(items.map(({ name }) => name)).not.toContain('没有的来源');
  });

  it('that cannot be read is told at the first look', async () => {
    const form = new FormData();
    form.set('file', new Blob([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)]), 'old.xls');
    const answer = await sendTo('/imports/preview', form);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      errors: [{ path: 'file', message: expect.stringMatching(/另存为/) }],
    });
  });

  it('is read as somebody said, also without a column that would be guessed', async () => {
    const file = Buffer.from('标题,时间,链接\n没有链接的说法,2026-03-02 09:00,见原文\n');
    const guessed = await imported('a.csv', file, { source: '对列' });
    expect(guessed.page).toMatchObject({ rejected: 1 });
    const mapping = JSON.stringify({ url: '' });
    const told = await imported('a.csv', file, { source: '对列', mapping });
    expect(told.page).toMatchObject({ rejected: 0, added: { sightings: 1 } });
    // It is remembered.
    const again = await imported('a.csv', file, { source: '对列' });
    expect(again.page).toMatchObject({ rejected: 0, added: { sightings: 0 } });
  });

  it('is found in the list of imports, page by page, and cannot be cancelled once it is read', async () => {
    const { id } = await imported('列表.csv', Buffer.from('标题,时间\n列,2026-03-02 09:00\n'), {
      source: '列表',
    });
    const first = (await monitor.get('/imports?limit=1')) as ListPage;
    expect(first.items).toMatchObject([{ id, fileName: '列表.csv', state: 'done', rows: 1 }]);
    const next = (await monitor.get(
      `/imports?limit=1&cursor=${first.nextCursor ?? ''}`,
    )) as ListPage;
    expect(next.items).toHaveLength(1);
    expect(next.items[0]?.id).not.toBe(id);
    const answer = await monitor.call('POST', `/imports/${id}/cancel`, {});
    expect(answer).toMatchObject({ status: 422, body: { code: 'import.over' } });
  });

  it('can be stopped while it is read; what was read stays, and the file is gone', async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `第${String(n)}条,2026-03-02 09:00`);
    const content = Buffer.from(['标题,时间', ...rows].join('\n'));
    const sent = await send('long.csv', content, { source: '长' });
    const { id } = (await sent.json()) as { id: string };
    const look = async () => (await monitor.get(`/imports/${id}`)) as ImportPage;
    await until('some of it is read', async () => (await look()).rows > 0);
    await monitor.post(`/imports/${id}/cancel`, {});
    const folder = join(scene.dataDir, 'imports');
    await until('the file is gone', async () => !(await readdir(folder)).includes(id));
    // Whoever was reading it has seen it when the next file is read.
    await imported('b.csv', Buffer.from('标题,时间\n短,2026-03-02 09:00\n'), { source: '短' });
    const { state, rows: read, added } = await look();
    expect(state).toBe('cancelled');
    expect(read).toBeLessThan(rows.length);
    expect(added.sightings).toBe(read);
  });
});
