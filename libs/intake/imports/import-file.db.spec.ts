import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { openTestDatabase } from '#testing';
import { ImportRoom } from '../testing/import-room.js';
import { workbookOf, zipOf } from '../testing/zip.js';

let room: ImportRoom;

beforeEach(async () => {
  room = ImportRoom.on(await openTestDatabase());
});

afterEach(() => room.close());

const HEADER = '标题,发布时间,来源,链接,排名';
const CSV = [
  HEADER,
  '清源水厂停水一周,2026-03-02 09:00,论坛,https://a.example/1,5',
  '清源水厂停水一周！,2026-03-02 10:00,论坛,https://a.example/1,2',
  '网传清源水厂停水一周,2026-03-02 10:30,贴吧,,',
  '桥面开裂,2026-03-02 11:00,论坛,https://a.example/2,9',
].join('\n');

const wordings = async (): Promise<string[]> =>
  (await room.select<{ text: string }>('SELECT text FROM inbox_mentions ORDER BY text')).map(
    ({ text }) => text,
  );

describe('an import', () => {
  it('folds the same wording at the same place, and keeps counts, times and reach', async () => {
    const done = await room.import(room.file('a.csv', CSV));
    expect(done).toMatchObject({ rows: 4, mentions: 3, folded: 1, topics: 2, rejected: 0 });
    expect(done.added).toEqual({ sightings: 4, mentions: 3, topics: 2 });
    const [seen] = await room.select(
      `SELECT seen_count, first_seen_at, last_seen_at, peak_rank FROM inbox_mentions
       WHERE text = '清源水厂停水一周'`,
    );
    expect(seen).toEqual({
      seen_count: 2,
      first_seen_at: new Date('2026-03-02T09:00:00+08:00'),
      last_seen_at: new Date('2026-03-02T10:00:00+08:00'),
      peak_rank: 2,
    });
  });

  it('changes nothing the second time', async () => {
    const path = room.file('a.csv', CSV);
    const first = await room.import(path);
    const before = await room.state();
    const second = await room.import(path);
    expect(second).toEqual({ ...first, added: { sightings: 0, mentions: 0, topics: 0 } });
    expect(await room.state()).toEqual(before);
  });

  it('adds what is new in a longer file, and counts it once', async () => {
    await room.import(room.file('a.csv', CSV));
    const more = `${CSV}\n桥面开裂,2026-03-03 11:00,论坛,https://a.example/2,1\n`;
    const done = await room.import(room.file('b.csv', more));
    expect(done.added).toEqual({ sightings: 1, mentions: 0, topics: 0 });
    const [seen] = await room.select(
      "SELECT seen_count, peak_rank FROM inbox_mentions WHERE text = '桥面开裂'",
    );
    expect(seen).toEqual({ seen_count: 2, peak_rank: 1 });
  });

  it('of a dry run says the same and stores nothing', async () => {
    const path = room.file('a.csv', CSV);
    const dry = await room.import(path, { dryRun: true });
    expect(await room.state()).toEqual([]);
    expect(await room.import(path)).toEqual(dry);
    expect((await room.import(path, { dryRun: true })).added.sightings).toBe(0);
  });

  it('remembers for the next file of the source which column was which', async () => {
    const file = room.file('odd.csv', '甲,乙\n停水,2026-03-02 09:00\n');
    await expect(room.import(file)).rejects.toThrow(/say which one/);
    await room.import(file, { mapping: { text: '甲', seenAt: '乙' } });
    const next = await room.import(room.file('next.csv', '甲,乙\n停电,2026-03-02 09:00\n'));
    expect(next).toMatchObject({ rows: 1, mapping: { text: '甲', seenAt: '乙' } });
    await expect(room.import(file, { mapping: { text: '丙' } })).rejects.toThrow(/no column 丙/);
  });

  it('takes out what points at a person before anything is stored', async () => {
    const row = '联系我 13800138000,2026-03-02 09:00,论坛,https://a.example/?tel=13800138000,';
    await room.import(room.file('a.csv', `${HEADER}\n${row}\n`));
    expect(await wordings()).toEqual(['联系我 [电话]']);
    expect(JSON.stringify(await room.state())).not.toContain('13800138000');
  });
});

describe('a file with mistakes', () => {
  it('gives up its good rows, and says of each other what is wrong and where', async () => {
    const file = [
      HEADER,
      '停水,2026-03-02 09:00,论坛,,',
      '"没有收尾,2026-03-02 09:00,论坛,,',
      '停电,昨天,论坛,,第一',
      '断桥,2026-03-02 09:00,论坛,,,多,一格',
      '=HYPERLINK("https://x.example"),2026-03-02 09:00,论坛,,',
      '火警,2026-03-02 09:00',
    ].join('\r\n');
    const done = await room.import(room.file('bad.csv', `\uFEFF${file}`));
    expect(done).toMatchObject({ rows: 6, rejected: 3, mentions: 3 });
    expect(done.refused.map(({ line, reasons }) => [line, reasons.map(({ zh }) => zh)])).toEqual([
      [3, ['引号没有成对，请检查这一行的引号']],
      [4, ['发现时间“昨天”不是时间，请写成 2026-03-02 09:05', '排名“第一”不是数']],
      [5, [expect.stringMatching(/有 7 格，表头只有 5 列/)]],
    ]);
    expect(await wordings()).toEqual(['=HYPERLINK("https://x.example")', '停水', '火警']);
  });

  it('keeps of a bad row only the columns that are read: there is no place for who said it', async () => {
    const file = room.file('a.csv', '作者,标题,时间\n王某,停水,昨天\n');
    const { refused } = await room.import(file);
    expect([...(refused[0]?.values.keys() ?? [])]).toEqual(['标题', '时间']);
  });

  it('is read as NDJSON with broken lines', async () => {
    const lines = [
      '{"observedAt":"2026-03-02T09:00:00+08:00","title":"停水","rank":3}',
      '{"observedAt":"2026-03-02T09:00',
      '[1,2]',
      '',
      '{"observedAt":"2026-03-02T10:00:00+08:00","title":"停水","rank":1}',
    ];
    const done = await room.import(room.file('a.ndjson', lines.join('\n')));
    expect(done).toMatchObject({ format: 'ndjson', rows: 4, mentions: 1, folded: 1, rejected: 2 });
    expect(done.refused.map(({ line }) => line)).toEqual([2, 3]);
  });

  it.each([
    ['an empty file', '', /empty/],
    ['JSON that is not', '{"a":\n'.repeat(200), /No line is a JSON object/],
    ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /\.xls format/],
  ])('%s is refused with a reason', async (_name, content, reason) => {
    await expect(room.import(room.file('x', content))).rejects.toThrow(reason);
  });
});

describe('the encoding of a file', () => {
  const text = `标题,时间\r\n${'清源水厂停水，市民排队接水。'.repeat(3)},2026-03-02 09:00\r\n桥面开裂,2026-03-02 10:00\r\n`;
  const traditional = `標題,時間\r\n${'清源水廠停水，市民排隊接水。'.repeat(3)},2026-03-02 09:00\r\n橋面開裂,2026-03-02 10:00\r\n`;

  it.each([
    ['utf-8', text, 'utf-8', false],
    ['utf-8', text, 'utf-8', true],
    ['gbk', text, 'gb18030', false],
    ['gb18030', text, 'gb18030', false],
    ['utf-16le', text, 'utf-16le', true],
    ['utf-16be', text, 'utf-16be', true],
    ['utf-16le', text, 'utf-16le', false],
    ['big5', traditional, 'big5', false],
  ])('%s is found out (case %#)', async (encoding, content, found, addBOM) => {
    const file = room.file('a.csv', iconv.encode(content, encoding, { addBOM }));
    const mapping = { text: content.slice(0, 2), seenAt: content.slice(3, 5) };
    expect(await room.import(file, { mapping })).toMatchObject({
      encoding: found,
      rows: 2,
      rejected: 0,
    });
    expect(await wordings()).toContain(content.includes('桥') ? '桥面开裂' : '橋面開裂');
  });

  it('is found out even when the foreign characters come late', async () => {
    const late = `title,time\n${'plain words,2026-03-02 09:00\n'.repeat(20_000)}${text.slice(7)}`;
    const done = await room.import(room.file('a.csv', iconv.encode(late, 'gbk')));
    expect(done).toMatchObject({ encoding: 'gb18030', rejected: 0, mentions: 3 });
  });
});

const HEAD = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
const shared = (row: number): string =>
  `<row r="${String(row)}"><c r="A${String(row)}" t="s"><v>2</v></c><c r="B${String(row)}" s="1"><v>46083.375</v></c></row>`;
const inline = (row: number, text: string, time: string): string =>
  `<row r="${String(row)}"><c r="A${String(row)}" t="inlineStr"><is><t>${text}</t></is></c><c r="B${String(row)}" t="str"><v>${time}</v></c></row>`;

describe('a spreadsheet', () => {
  it('is read as it is shown: texts in pieces, dates, values of formulas', async () => {
    const formula =
      '<row r="3"><c r="A3" t="str"><f>HYPERLINK("x")</f><v>桥面开裂</v></c><c r="B3" t="str"><v>2026-03-02 10:00</v></c></row>';
    const file = room.file('a.xlsx', workbookOf(HEAD + shared(2) + formula));
    expect(await room.import(file)).toMatchObject({
      format: 'xlsx',
      rows: 2,
      rejected: 0,
      notes: [],
    });
    expect(await wordings()).toEqual(['停水一周', '桥面开裂']);
    const [first] = await room.select(
      "SELECT first_seen_at AS at FROM inbox_mentions WHERE text = '停水一周'",
    );
    expect(first).toEqual({ at: new Date('2026-03-02T09:00:00+08:00') });
  });

  it('may have a heading above its columns, merged cells and macros, and says so', async () => {
    const heading = '<row r="1"><c r="A1" t="inlineStr"><is><t>监测日报</t></is></c></row>';
    const names = HEAD.replaceAll('1"', '2"').replace('t="s"><v>0', 't="s"><v>0');
    const rows = [
      '<row r="3"><c r="A3" t="inlineStr"><is><t>停水</t></is></c><c r="B3" t="str"><v>2026-03-02 09:00</v></c></row>',
      '<row r="4"><c r="A4" t="inlineStr"><is><t>停电</t></is></c></row>',
    ];
    const merges = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B3:B4"/></mergeCells>';
    const more = { 'xl/vbaProject.bin': 'x' };
    const file = room.file('a.xlsm', workbookOf(heading + names + rows.join(''), more, merges));
    const done = await room.import(file);
    expect(done).toMatchObject({ rows: 2, rejected: 0, mentions: 2 });
    expect(done.notes.map(({ en }) => en)).toEqual([
      expect.stringMatching(/macros/),
      expect.stringMatching(/merged cells/),
    ]);
  });

  it('gives up its good rows when others are bad, named by their rows', async () => {
    const file = room.file(
      'a.xlsx',
      workbookOf(HEAD + shared(2) + inline(3, '停电', '昨天') + inline(7, '断桥', '2026-03-02')),
    );
    const done = await room.import(file);
    expect(done).toMatchObject({ rows: 3, rejected: 1 });
    expect(done.refused.map(({ line }) => line)).toEqual([3]);
  });

  it.each([
    [
      'an archive that would burst',
      zipOf({ 'xl/workbook.xml': Buffer.alloc(30_000_000, 32) }),
      /unpack/,
    ],
    ['an archive of something else', zipOf({ 'a.txt': 'x' }), /no sheet/],
    ['half of an archive', workbookOf(HEAD).subarray(0, 200), /damaged/],
    [
      'XML with entities of its own',
      workbookOf(`${HEAD}<row r="2"><c><v>&bomb;</v></c></row>`),
      /damaged/,
    ],
  ])('%s is refused with a reason', async (_name, content, reason) => {
    await expect(room.import(room.file('x.xlsx', content))).rejects.toThrow(reason);
  });
});
