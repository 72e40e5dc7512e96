import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { saidOf } from '../support/field.js';
import { gbk } from '../support/gbk.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { PHONE, Studio } from '../support/studio.js';

/** What one sees of a hotline's week: ten calls, of which five were written down badly. */
const GOOD = [
  ['清源水厂停水一周', '2026-03-02 09:00', 'https://hotline.example/1'],
  ['清源水厂停水一周', '2026-03-02 10:00', 'https://hotline.example/2'],
  ['城东大桥桥面开裂', '2026-03-02 11:00', 'https://hotline.example/3'],
  ['学校食堂饭菜变质', '2026年3月2日 12时5分', 'https://hotline.example/4'],
  ['三路公交停运', '2026/3/2 13:00', ''],
] as const;
/** As they were written, and as they are put right. */
const BROKEN = [
  { line: 7, bad: ['医院停诊', '昨天', ''], good: ['医院停诊', '2026-03-02 14:00', ''] },
  { line: 8, bad: ['', '2026-03-02 15:00', ''], good: ['井盖缺失', '2026-03-02 15:00', ''] },
  {
    line: 9,
    bad: ['垃圾未清运', '2026-03-02 16:00', '内网'],
    good: ['垃圾未清运', '2026-03-02 16:00', ''],
  },
  { line: 10, bad: ['路灯不亮', '', ''], good: ['路灯不亮', '2026-03-02 17:00', ''] },
  {
    line: 11,
    bad: ['燃气涨价', '2099-01-01 00:00', ''],
    good: ['燃气涨价', '2026-03-02 18:00', ''],
  },
] as const;

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.join(',')).join('\r\n');
const HEADER = ['诉求内容', '来电时间', '链接', '来电人'];
const HOTLINE = gbk(
  csv([HEADER, ...[...GOOD, ...BROKEN.map(({ bad }) => bad)].map((cells) => [...cells, '某人'])]),
);

let studio: Studio;
let monitor: Person;

beforeAll(async () => {
  studio = await Studio.open();
  const admin = await signInAsBootstrap(studio.url);
  monitor = await hire(studio.url, admin, { username: 'lookout', roles: ['monitor'] });
});

afterEach(async () => {
  const complaints = studio.takeComplaints();
  await studio.closeWindows();
  expect(complaints).toEqual([]);
});

afterAll(() => studio.close());

const choose = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.getByLabel(/选择文件|换一个文件/).setInputFiles({ name, mimeType: 'text/csv', buffer });

const isTold = (page: Page, sentence: string): Promise<void> =>
  page.getByRole('status').getByText(sentence, { exact: true }).waitFor();

/** The numbers below the sentence, by their names. */
const countsOn = (page: Page): Promise<Record<string, number>> =>
  page.evaluate<Record<string, number>>(`Object.fromEntries(
    [...document.querySelectorAll('dl > div')].map((one) =>
      [one.querySelector('dt').textContent, Number(one.querySelector('dd').textContent)]))`);

const texts = async (): Promise<string[]> => {
  const { items } = (await monitor.get('/mentions?limit=100')) as { items: { text: string }[] };
  return items.map(({ text }) => text).sort();
};

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

describe('a file in GBK with five broken rows', () => {
  it('is tried, imported, mended and brought back, and then nothing is missing', async () => {
    const { page } = await studio.windowOf(monitor);
    await page.goto('/inbox');
    await page.getByRole('link', { name: '导入文件' }).click();
    await page.getByText('还没有导入过文件').waitFor();

    await choose(page, '热线.csv', HOTLINE);
    await page.getByText('CSV · GB18030').waitFor();
    expect(await page.getByLabel('内容').inputValue()).toBe('诉求内容');
    expect(await page.getByLabel('发现时间').inputValue()).toBe('来电时间');
    await page.getByRole('cell', { name: '城东大桥桥面开裂' }).waitFor();

    // Without a source it cannot be: one is told, and the cursor stands there.
    await press(page, '先试读');
    const source = page.getByLabel('监测源');
    expect(await saidOf(source)).toContain('请选择或写下监测源');
    await page.keyboard.type('12345 热线');
    await press(page, '先试读');

    await isTold(page, '试读完成：导入后将新增 4 条线索');
    const counts = { 行: 10, 不同的线索: 4, '重复出现，已合并': 1, 退回的行: 5 };
    expect(await countsOn(page)).toMatchObject({ ...counts, 其中新增: 4, 其中新话题: 4 });
    expect(await texts()).toEqual([]);

    await press(page, '导入这个文件');
    await isTold(page, '已导入，新增 4 条线索');
    // What is said can be read again: the page is loaded anew.
    await page.reload();
    await isTold(page, '已导入，新增 4 条线索');
    expect(await countsOn(page)).toMatchObject({ ...counts, 其中新增: 4 });
    for (const { line } of BROKEN)
      await page.getByText(`第 ${String(line)} 行`, { exact: true }).waitFor();

    const mended = await mend(page);
    await page.getByRole('link', { name: '带回改好的文件' }).click();
    await choose(page, '退回-已改.csv', mended);
    // It is known from where it was, and how that is read.
    await page.getByText('CSV · UTF-8').waitFor();
    expect(await page.getByLabel('监测源').inputValue()).toBe('12345 热线');
    await press(page, '导入');
    await isTold(page, '已导入，新增 5 条线索');
    expect(await countsOn(page)).toMatchObject({ 行: 5, 其中新增: 5, 退回的行: 0 });
    const all = [...GOOD, ...BROKEN.map(({ good }) => good)].map(([text]) => text);
    expect(await texts()).toEqual([...new Set(all)].sort());
  });

  it('adds nothing when it comes a second time', async () => {
    const { page } = await studio.windowOf(monitor);
    await page.goto('/inbox/import?source=12345%20热线');
    await choose(page, '热线.csv', HOTLINE);
    await press(page, '导入');
    await isTold(page, '已读完，没有新的内容');
    expect(await countsOn(page)).toMatchObject({ 行: 10, 其中新增: 0, 其中新话题: 0, 退回的行: 5 });
    await page.getByRole('link', { name: '导入另一个文件' }).first().click();
    await page.getByRole('listitem').getByText('10 行 · 新增 0 条 · 退回 5 行').waitFor();
  });
});

/** The rejected rows, as Excel would give them back after somebody has put them right. */
async function mend(page: Page): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载退回的行' }).click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  const [header = '', ...rows] = text.trimEnd().split('\r\n');
  expect(header).toBe('\uFEFF诉求内容,来电时间,链接,行号,退回原因');
  expect(rows.map((row) => Number(row.split(',')[3]))).toEqual(BROKEN.map(({ line }) => line));
  const mended = rows.map((row, index) =>
    [...(BROKEN[index]?.good ?? []), ...row.split(',').slice(3)].join(','),
  );
  return Buffer.from([header, ...mended].join('\r\n'));
}

describe('a file', () => {
  it('is dropped, its columns are put right by hand, and the next one is read in the same way', async () => {
    const { page } = await studio.windowOf(monitor);
    await page.goto('/inbox/import');
    await page.getByRole('button', { name: '选择文件' }).waitFor();
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.items.add(new File(['甲,乙,链接\\n河水发黑,2026-03-02 09:00,见附件\\n'], 'x.csv'));
      const at = document.querySelector('input[type=file]').parentElement;
      at.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    })()`);
    await page.getByLabel('监测源').selectOption({ label: '新的监测源…' });
    await page.getByLabel('新监测源的名称').fill('巡查表');
    await press(page, '导入');
    expect(await saidOf(page.getByLabel('内容'))).toContain('请指定哪一列是内容');
    await page.getByLabel('内容').selectOption('甲');
    await page.getByLabel('发现时间').selectOption('乙');
    await page.getByLabel('链接').selectOption({ label: '没有这一列' });
    await press(page, '导入');
    await isTold(page, '已导入，新增 1 条线索');

    await page.goto('/inbox/import');
    await choose(page, 'y.csv', Buffer.from('甲,乙,链接\n河水发臭,2026-03-03 09:00,见附件\n'));
    await page.getByLabel('监测源').selectOption('巡查表');
    await page.getByRole('columnheader', { name: '甲 内容' }).waitFor();
    await press(page, '导入');
    await isTold(page, '已导入，新增 1 条线索');
  });

  it('that cannot be read says why, on a phone too', async () => {
    const { page } = await studio.windowOf(monitor, PHONE);
    await page.goto('/inbox/import');
    await choose(page, '旧表.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]));
    await page.getByRole('alert').getByText('旧版 .xls 文件读不了').waitFor();
    await choose(page, '空.csv', Buffer.from('\n'));
    await page.getByRole('alert').getByText('文件是空的').waitFor();
  });

  it('that was tried is asked for again when the page was loaded anew', async () => {
    const { page } = await studio.windowOf(monitor);
    await page.goto('/inbox/import?source=巡查表');
    await choose(page, 'z.csv', Buffer.from('甲,乙\n河水发绿,2026-03-04 09:00\n'));
    await press(page, '先试读');
    await isTold(page, '试读完成：导入后将新增 1 条线索');
    await page.reload();
    await page.getByText('浏览器不再持有文件').waitFor();
    await page.getByRole('link', { name: '重新选择文件' }).click();
    await page.getByRole('button', { name: '选择文件' }).waitFor();
  });
});
