import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { saidOf } from '../support/field.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { signInAt } from '../support/sign-in.js';
import { PHONE, Studio } from '../support/studio.js';
import { Typist } from '../support/typist.js';

const CLAIM = '城东水厂要停水一周';
const LINK = 'https://weibo.com/7/Abc12';
/** As a share button and a browser hand it over. */
const SIGHTING = `${CLAIM}。小区群里都在传\n来自 某型号手机\n${LINK} `;
/** From the key to the number: what the design promises a monitor. */
const PROMISED_MS = 20_000;
/** What a thumb hits (WCAG 2.5.5). */
const THUMB_PX = 44;

let studio: Studio;
let monitor: Person;

beforeAll(async () => {
  studio = await Studio.open();
  const admin = await signInAsBootstrap(studio.url);
  monitor = await hire(studio.url, admin, { username: 'monitor', roles: ['monitor'] });
});

afterEach(async () => {
  const complaints = studio.takeComplaints();
  await studio.closeWindows();
  expect(complaints).toEqual([]);
});

afterAll(() => studio.close());

describe('a monitor logs a rumour', () => {
  it('with the keyboard alone, in less time than promised', async () => {
    const { page } = await studio.windowOf(monitor);
    await copy(page, SIGHTING);
    await deskIsThere(page);

    const typist = new Typist(page);
    await typist.press('n');
    await dialogOf(page).waitFor();
    await typist.press('Control+V');
    await page.getByText('已填好链接、来源、时间和原文').waitFor();
    // The claim is right as it was read. Kind: the first one. Category: the third from the end.
    await typist.press('Tab', 'Space');
    await typist.press('Tab', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await typist.press('Enter');
    const incident = await logged(page);
    expect(typist.elapsedMs).toBeLessThan(PROMISED_MS);

    expect(incident).toMatchObject({
      title: CLAIM,
      claim: CLAIM,
      kind: 'rumour',
      category: 'water',
      mentions: { count: 1 },
    });
    expect(await firstMentionOf(incident)).toMatchObject({
      source: '微博',
      url: LINK,
      text: `${CLAIM}。小区群里都在传`,
    });
  });

  it('with a thumb at 390 px', async () => {
    const { page } = await studio.windowOf(monitor, PHONE);
    await copy(page, SIGHTING);
    await deskIsThere(page);

    await page.getByRole('navigation').getByRole('button', { name: '登记' }).tap();
    const dialog = dialogOf(page);
    await dialog.getByLabel('原文或所见').tap();
    await page.keyboard.press('Control+V');
    await dialog.getByRole('radio', { name: '诉求' }).tap();
    await dialog.getByRole('radio', { name: '供水排水' }).tap();
    const act = dialog.getByRole('button', { name: '登记' });
    expect((await act.boundingBox())?.height).toBeGreaterThanOrEqual(THUMB_PX);
    await act.tap();

    expect(await logged(page)).toMatchObject({ kind: 'complaint', claim: CLAIM });
  });

  it('and is told beside each field what is missing', async () => {
    const { page } = await studio.windowOf(monitor);
    await deskIsThere(page);
    await page.keyboard.press('n');
    const dialog = dialogOf(page);
    await dialog.getByLabel('来源').fill('县论坛');
    await dialog.getByRole('button', { name: '登记' }).click();

    await dialog.getByText('请用一句话写下说法').waitFor();
    expect(await saidOf(claimField(page))).toBe('请用一句话写下说法');
    expect(await saidOf(dialog.getByLabel('原文或所见'))).toBe('请粘贴原文，或写下您看到的内容');
    await dialog.getByRole('group', { name: '性质' }).getByText('请选择性质').waitFor();
    await dialog.getByRole('group', { name: '类别' }).getByText('请选择类别').waitFor();
    // The first of them has the focus, so that typing goes on at once.
    await page.keyboard.type('听说的');
    expect(await dialog.getByLabel('原文或所见').inputValue()).toBe('听说的');
  });
});

describe('a draft', () => {
  it('survives a reload and a lost session, and can be logged afterwards', async () => {
    const { page } = await studio.windowOf(monitor);
    await deskIsThere(page);
    await page.keyboard.press('n');
    await fillIn(page, '草稿里的说法');

    await page.reload();
    await stateLine(page).waitFor();
    await page.keyboard.press('n');
    expect(await claimField(page).inputValue()).toBe('草稿里的说法');

    await page.context().clearCookies();
    await dialogOf(page).getByRole('button', { name: '登记' }).click();
    await signInAt(page, 'monitor');
    await stateLine(page).waitFor();
    await page.keyboard.press('n');
    expect(await claimField(page).inputValue()).toBe('草稿里的说法');
    await dialogOf(page).getByRole('button', { name: '登记' }).click();
    expect(await logged(page)).toMatchObject({ claim: '草稿里的说法' });
  });

  it('is gone from the form once it is logged', async () => {
    const { page } = await studio.windowOf(monitor);
    await deskIsThere(page);
    await page.keyboard.press('n');
    await fillIn(page, '已登记的说法');
    await dialogOf(page).getByRole('button', { name: '登记' }).click();
    await logged(page);
    await page.getByRole('button', { name: '登记下一条' }).click();
    expect(await claimField(page).inputValue()).toBe('');
  });
});

async function copy(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
}

async function deskIsThere(page: Page): Promise<void> {
  await page.goto('/');
  await stateLine(page).waitFor();
}

const stateLine = (page: Page) => page.getByText('系统正常');
const dialogOf = (page: Page) => page.getByRole('dialog', { name: '快速登记' });
const claimField = (page: Page) => dialogOf(page).getByLabel('一句话说法');

async function fillIn(page: Page, claim: string): Promise<void> {
  const dialog = dialogOf(page);
  await dialog.getByLabel('原文或所见').fill('在论坛上看到的原文');
  await claimField(page).fill(claim);
  await dialog.getByRole('radio', { name: '热点' }).check();
  await dialog.getByRole('radio', { name: '其他' }).check();
  await dialog.getByLabel('来源').fill('县论坛');
}

/** The incident that the form says it has logged. */
async function logged(page: Page): Promise<{ readonly id: string }> {
  await page
    .getByRole('status')
    .filter({ hasText: /已登记 YQ-\d{4}-\d{6}/ })
    .waitFor();
  const href = await page.getByRole('link', { name: '查看事件' }).getAttribute('href');
  const id = href?.split('/').at(-1) ?? '';
  return (await monitor.get(`/incidents/${id}`)) as { id: string };
}

async function firstMentionOf({ id }: { readonly id: string }): Promise<unknown> {
  const { items } = (await monitor.get(`/incidents/${id}/mentions`)) as { items: unknown[] };
  return items[0];
}
