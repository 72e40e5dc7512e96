import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { signInAt } from '../support/sign-in.js';
import { PHONE, Studio } from '../support/studio.js';
import { until } from '../support/until.js';

/** One dark pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const SHARED = {
  title: '城东水厂要停水一周',
  text: '小区群里都在传',
  url: 'https://weibo.com/7/A',
};

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

const query = (given: Readonly<Record<string, string>>): string =>
  new URLSearchParams(given).toString();

const valueOf = (page: Page, label: string): Promise<string> =>
  page.getByLabel(label, { exact: true }).inputValue();

const incidents = async (): Promise<readonly { readonly id: string }[]> =>
  ((await monitor.get('/incidents')) as { items: { id: string }[] }).items;

/** The incident that the form says it has logged. */
async function logged(page: Page): Promise<string> {
  await page.getByRole('radio', { name: '谣言' }).check();
  await page.getByRole('radio', { name: '供水排水' }).check();
  await page.getByRole('main').getByRole('button', { name: '登记', exact: true }).click();
  const href = await page.getByRole('link', { name: '查看事件' }).getAttribute('href');
  return href?.split('/').at(-1) ?? '';
}

describe('what a phone shares', () => {
  it('fills in the quick log, and nothing is stored before somebody presses the button', async () => {
    const { page } = await studio.windowOf(monitor, PHONE);
    const text = `${SHARED.text}，有事打 13912345678`;
    await page.goto(`/log?${query({ ...SHARED, text })}`);
    await page.getByText('已按分享的内容填好，还没有登记').waitFor();
    expect(await valueOf(page, '原文或所见')).toBe(`${SHARED.title}\n${text}`);
    expect(await valueOf(page, '一句话说法')).toBe(SHARED.title);
    expect(await valueOf(page, '来源')).toBe('微博');
    expect(await page.getByLabel('链接').inputValue()).toBe(SHARED.url);
    // The address brings it once.
    await page.waitForURL('**/log');
    expect(await incidents()).toEqual([]);

    const id = await logged(page);
    const { items } = (await monitor.get(`/incidents/${id}/mentions`)) as { items: object[] };
    expect(items).toMatchObject([{ url: SHARED.url, text: expect.stringMatching(/\[电话\]/) }]);
  });

  it('waits while somebody signs in', async () => {
    const { page } = await studio.window();
    await page.goto(`/log?${query(SHARED)}`);
    await signInAt(page, 'monitor');
    await page.getByText('已按分享的内容填好').waitFor();
    expect(await valueOf(page, '一句话说法')).toBe(SHARED.title);
  });

  it('does not write over a draft without asking', async () => {
    const { page } = await studio.windowOf(monitor);
    await page.goto('/log');
    await page.getByLabel('一句话说法').fill('写了一半');
    await page.goto(`/log?${query(SHARED)}`);
    await page.getByText('您有一份没登记完的草稿').waitFor();
    expect(await valueOf(page, '一句话说法')).toBe('写了一半');
    await page.getByRole('button', { name: '换成分享的内容' }).click();
    await until(
      'the link is filled in',
      async () => (await page.getByLabel('链接').inputValue()) === SHARED.url,
    );
    // What somebody wrote by hand stays.
    expect(await valueOf(page, '一句话说法')).toBe('写了一半');
  });

  it('is cut when it is endless, and a link that is none is left out; both are said', async () => {
    const { page } = await studio.windowOf(monitor);
    // A hundred kilobytes behind the #, where no server sees them.
    const hostile = { text: '长'.repeat(33_000), url: 'javascript:alert(document.cookie)' };
    await page.goto(`/log#${query(hostile)}`);
    await page.getByText('分享来的文字过长，只取了开头').waitFor();
    await page.getByText('分享来的链接不是网页地址，没有填入').waitFor();
    expect(await page.getByLabel('链接').inputValue()).toBe('');
    expect(await valueOf(page, '原文或所见')).toBe('长'.repeat(5000));
  });

  it('is offered by the installed page', async () => {
    const manifest = await fetch(`${studio.url}/manifest.webmanifest`);
    expect(manifest.headers.get('content-type')).toMatch(/^application\/manifest\+json/);
    expect(await manifest.json()).toMatchObject({
      share_target: {
        ...{ action: '/log', method: 'GET' },
        params: { title: 'title', text: 'text', url: 'url' },
      },
    });
    const { page } = await studio.windowOf(monitor);
    await page.goto('/');
    expect(await page.locator('link[rel=manifest]').getAttribute('href')).toBe(
      '/manifest.webmanifest',
    );
  });
});

describe('the bookmark', () => {
  it('brings the page that one reads, and is not to be clicked where it is offered', async () => {
    const { page } = await studio.windowOf(monitor);
    await page.goto('/log');
    await page.getByText('从别的网页或手机应用登记').click();
    const link = page.getByText('登记到明辨', { exact: true });
    const code = (await link.getAttribute('href')) ?? '';
    expect(code).toMatch(/^javascript:/);
    await link.click();
    await page.getByText('请按住它拖到书签栏').waitFor();

    // A page of somebody else's.
    await page.goto('about:blank');
    await page.setContent(`<title>大桥桥面开裂</title><p id="said">公交车全部绕行</p>`);
    await page.evaluate(`getSelection().selectAllChildren(document.getElementById('said'))`);
    const opening = page.context().waitForEvent('page');
    await page.evaluate(decodeURIComponent(code.slice('javascript:'.length)));
    const opened = await opening;
    await opened.getByText('已按分享的内容填好').waitFor();
    expect(await valueOf(opened, '原文或所见')).toBe('大桥桥面开裂\n公交车全部绕行');
  });
});

/** Pastes a file into the form, as a clipboard with a screenshot does. */
const paste = (page: Page, type: string): Promise<void> =>
  page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob('${PNG}'), (one) => one.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'image', { type: '${type}' }));
    document.querySelector('form textarea').dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`);

async function fillIn(page: Page): Promise<void> {
  await page.goto('/log');
  await page.getByLabel('原文或所见').fill('在论坛上看到的原文');
  await page.getByLabel('一句话说法').fill('井盖缺失');
  await page.getByLabel('来源', { exact: true }).fill('县论坛');
}

const filesOf = async (id: string): Promise<readonly { readonly name: string }[]> =>
  ((await monitor.get(`/incidents/${id}`)) as { attachments: { name: string }[] }).attachments;

describe('screenshots', () => {
  it('are pasted, looked at, taken away again, and attached once the incident is logged', async () => {
    const { page } = await studio.windowOf(monitor);
    await fillIn(page);
    await paste(page, 'image/svg+xml');
    await page.getByText('只能添加 PNG、JPEG、WebP 或 GIF 图片').waitFor();
    await paste(page, 'image/png');
    const first = page.getByRole('img', { name: '截图 1.png' });
    await until('the picture is shown', () =>
      page.evaluate<boolean>(`document.querySelector('img[alt="截图 1.png"]')?.naturalWidth > 0`),
    );
    await paste(page, 'image/png');
    await page.getByRole('button', { name: '移除 截图 1.png' }).press('Enter');
    await first.waitFor({ state: 'detached' });

    const id = await logged(page);
    await page.getByText('1 张截图已存为附件').waitFor();
    expect(await filesOf(id)).toMatchObject([{ name: '截图 2.png' }]);
  });

  it('that do not arrive leave the incident as it is, and are sent again', async () => {
    const { page } = await studio.windowOf(monitor, { ...PHONE, serviceWorkers: 'block' });
    await fillIn(page);
    await page.getByLabel('添加截图').setInputFiles({
      ...{ name: 'IMG_1.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') },
    });
    await page.route('**/attachments', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 422, code: 'x', title: 'x', detail: '磁盘已满' }),
      }),
    );
    const id = await logged(page);
    await page.getByText('没有上传成功').waitFor();
    await page.getByRole('alert').getByText('磁盘已满').waitFor();
    expect(await filesOf(id)).toEqual([]);
    await page.unroute('**/attachments');
    await page.getByRole('button', { name: '重新上传 1 张' }).tap();
    await page.getByText('1 张截图已存为附件').waitFor();
    expect(await filesOf(id)).toHaveLength(1);
  });
});
