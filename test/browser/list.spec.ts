import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Case } from '../support/incidents.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { Studio } from '../support/studio.js';

let studio: Studio;
let officer: Person;

beforeAll(async () => {
  studio = await Studio.open();
  const admin = await signInAsBootstrap(studio.url);
  officer = await hire(studio.url, admin, { username: 'officer', roles: ['officer'] });
  await Case.log(officer, { title: '县医院停诊传言', place: '城南' });
  await Case.log(officer, { title: '公交改线引热议', kind: 'hot-topic', place: '城北' });
  const reported = await Case.log(officer, { title: '=1+1，"逗号"与引号', place: '城南' });
  await reported.give(officer, 'report', { severity: 'III' });
  const dismissed = await Case.log(officer, { title: '查无此事的传言', place: '城西' });
  await dismissed.give(officer, 'dismiss', { reason: '重复' });
});

afterEach(async () => {
  const complaints = studio.takeComplaints();
  await studio.closeWindows();
  expect(complaints).toEqual([]);
});

afterAll(() => studio.close());

describe('filters and search', () => {
  it('are in the address, and there again after a reload', async () => {
    const { page } = await studio.windowOf(officer);
    await page.goto('/incidents');
    await shows(page, 4);
    await page.getByRole('combobox', { name: '状态' }).selectOption({ label: '在办（全部）' });
    await shows(page, 3);
    await page.getByRole('searchbox').fill('城南');
    await shows(page, 2);
    await page.getByRole('combobox', { name: '性质' }).selectOption({ label: '谣言传言' });
    await page.getByRole('combobox', { name: '排序' }).selectOption({ label: '最早发现在前' });
    await page.getByText('县医院停诊传言').waitFor();
    await page.waitForURL(/sort=detectedAt/);
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toEqual({
      state: 'open',
      q: '城南',
      kind: 'rumour',
      sort: 'detectedAt',
    });

    await page.reload();
    await shows(page, 2);
    expect(await page.getByRole('searchbox').inputValue()).toBe('城南');
    expect(await titles(page)).toEqual(['县医院停诊传言', '=1+1，"逗号"与引号']);
  });

  it('that find nothing say so, and can be cleared', async () => {
    const { page } = await studio.windowOf(officer);
    await page.goto('/incidents?q=没有这样的事');
    await page.getByText('没有符合条件的事件').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).last().click();
    await shows(page, 4);
  });

  it('can be kept under a name, which is there the next day', async () => {
    const { page } = await studio.windowOf(officer);
    await page.goto('/incidents?state=open&q=城南');
    await page.getByRole('button', { name: '保存视图' }).click();
    await page.getByRole('textbox', { name: '视图名称' }).fill('城南在办');
    await page.keyboard.press('Enter');
    await page.goto('/incidents');
    await page.getByRole('link', { name: '城南在办' }).click();
    await shows(page, 2);
  });
});

describe('the keyboard', () => {
  it('moves with j and k, opens with Enter, and searches with /', async () => {
    const { page } = await studio.windowOf(officer);
    await page.goto('/incidents');
    await shows(page, 4);
    const [, second = ''] = await titles(page);
    for (const key of ['j', 'j', 'j', 'k', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('heading', { level: 1, name: second }).waitFor();
    await page.goBack();
    await shows(page, 4);
    await page.keyboard.press('/');
    await page.keyboard.type('公交');
    await shows(page, 1);
  });
});

describe('the export', () => {
  it('holds exactly what is seen: these rows in these columns', async () => {
    const { page } = await studio.windowOf(officer);
    await page.goto('/incidents?q=城南');
    await shows(page, 2);
    await page.getByText('列', { exact: true }).click();
    for (const column of ['时限', '线索', '发现', '责任单位']) {
      await page.getByRole('checkbox', { name: column, exact: true }).uncheck();
    }
    await page.getByRole('checkbox', { name: '地点' }).check();
    const headings = await page.getByRole('columnheader').allTextContents();
    const numbers = await page.getByText(/^YQ-\d{4}-\d{6}$/).allTextContents();

    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('舆情事件.csv');
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toBe(
      [
        `\uFEFF${headings.join(',')}`,
        `Ⅲ级 较大,${numbers[0]},"'=1+1，""逗号""与引号",已上报,谣言传言,城南`,
        `未定级,${numbers[1]},县医院停诊传言,已发现,谣言传言,城南`,
        '',
      ].join('\r\n'),
    );
  });
});

async function shows(page: Page, count: number): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: `显示 ${count} 件` })
    .waitFor();
}

const titles = (page: Page): Promise<string[]> =>
  page.getByRole('table', { name: '事件列表' }).getByRole('link').allTextContents();
