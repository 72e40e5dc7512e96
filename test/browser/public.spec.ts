import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { findingsOfAxe, findingsOfWidth } from '../support/audit.js';
import { ConfigCopy } from '../support/config.js';
import { Owner } from '../support/database.js';
import { aClarification, store } from '../support/public-page.js';
import { Studio } from '../support/studio.js';

const LIST = '/public/clarifications';
const plain = aClarification({ title: '城北自来水检测合格' });
const changed = aClarification({
  ...{ title: '滨河路封闭三天', verdict: 'partly-true', claim: '滨河路要封半年' },
  evidence: [{ text: '施工许可', url: null, file: { name: '许可.pdf', sha256: 'a1'.repeat(32) } }],
  corrections: [{ at: '2026-03-03T01:00:00.000Z', reason: '日期有误', answerBefore: '封闭两天。' }],
  updatedAt: '2026-03-03T01:00:00.000Z',
});
const withdrawn = aClarification({
  ...{ title: '某超市食品抽检', verdict: 'unverifiable', claim: '超市卖过期食品' },
  withdrawn: { at: '2026-03-04T01:00:00.000Z', reason: '依据不足，重新核实' },
  updatedAt: '2026-03-04T01:00:00.000Z',
});

const config = new ConfigCopy();
let studio: Studio;

beforeAll(async () => {
  studio = await Studio.open({ env: config.env });
  const owner = await Owner.of(studio.databaseUrl);
  for (const one of [plain, changed, withdrawn]) await store(owner, one);
  // Enough for a second page.
  for (let index = 0; index < 20; index += 1)
    await store(owner, aClarification({ publishedAt: '2026-02-01T00:00:00.000Z' }));
  await owner.close();
});

afterEach(async () => {
  const complaints = studio.takeComplaints();
  await studio.closeWindows();
  expect(complaints.filter((text) => !/status of 4(04|10) /.test(text))).toEqual([]);
});

afterAll(async () => {
  await studio.close();
  config.remove();
});

const PHONE = { viewport: { width: 390, height: 844 } };
const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ['at a desk', {}],
  ['on a phone', PHONE],
  ['in the dark', { colorScheme: 'dark' }],
  ['in English, on a phone, in the dark', { ...PHONE, locale: 'en-GB', colorScheme: 'dark' }],
];

const PAGES: readonly (readonly [string, string])[] = [
  ['the list', LIST],
  ['one', `${LIST}/${plain.id}`],
  ['a corrected one', `${LIST}/${changed.id}`],
  ['a withdrawn one', `${LIST}/${withdrawn.id}`],
  ['one that is not there', `${LIST}/nothing`],
];

async function opened(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await studio.window(options);
  await page.goto(path);
  return page;
}

describe.each(LOOKS)('%s', (_, options) => {
  it.each(PAGES)(
    '%s has nothing that axe or the width of the window finds',
    async (_name, path) => {
      const page = await opened(path, options);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await findingsOfAxe(page)).toEqual([]);
      expect(await findingsOfWidth(page)).toEqual([]);
    },
  );
});

describe('somebody without scripts', () => {
  it('reads, goes on to the older ones, and changes the language', async () => {
    const page = await opened(LIST, { javaScriptEnabled: false });
    await page.getByRole('link', { name: changed.title }).click();
    await page.getByText('部分属实').waitFor();
    await page.getByText('更正前的回应').click();
    await page.getByText('封闭两天。').waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('Partly true').waitFor();
    await page.goto(LIST);
    await page.getByRole('link', { name: '更早的' }).click();
    await page.getByRole('link', { name: '最新的' }).waitFor();
  });
});

describe('the pages', () => {
  it('ask for nothing but themselves and the icon, and keep nothing in the browser', async () => {
    const { page } = await studio.window();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${LIST}/${plain.id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(asked.filter((path) => path !== '/favicon.svg')).toEqual([`${LIST}/${plain.id}`]);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('are printed in black on white, without what leads elsewhere, with the addresses of links', async () => {
    const page = await opened(`${LIST}/${plain.id}`, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    const ground = 'getComputedStyle(document.body).backgroundColor';
    expect(await page.evaluate<string>(ground)).toBe('rgb(255, 255, 255)');
    expect(await page.getByRole('link', { name: 'English' }).isVisible()).toBe(false);
    const after = 'getComputedStyle(document.querySelector("li a"), "::after").content';
    expect(await page.evaluate<string>(after)).toContain('https://www.example.org/');
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(5_000);
  });

  it('are dark where the system is', async () => {
    const page = await opened(LIST, { colorScheme: 'dark' });
    const ground = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    expect(Math.max(...(ground.match(/\d+/g) ?? []).map(Number))).toBeLessThan(40);
  });
});
