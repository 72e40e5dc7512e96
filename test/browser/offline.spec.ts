import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Case } from '../support/incidents.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { PHONE, Studio } from '../support/studio.js';
import { until } from '../support/until.js';

const TITLE = '网传城东水厂停水一周';

let studio: Studio;
let monitor: Person;
let officer: Person;

beforeAll(async () => {
  studio = await Studio.open();
  const admin = await signInAsBootstrap(studio.url);
  monitor = await hire(studio.url, admin, { username: 'monitor', roles: ['monitor'] });
  officer = await hire(studio.url, admin, { username: 'officer', roles: ['officer'] });
});

afterEach(() => studio.closeWindows());

afterAll(() => studio.close());

it('without a network the desk is still read, and an acknowledgement waits for the line', async () => {
  const rumour = await Case.log(monitor, { title: TITLE });
  await rumour.give(monitor, 'report', { severity: 'II' });
  const { page } = await studio.windowOf(officer, PHONE);
  await page.goto('/');
  await page.getByText('系统正常').waitFor();
  await appIsKept(page);

  await page.context().setOffline(true);
  await page.getByText('当前没有网络').waitFor();
  await ackOf(page).tap();
  await page.getByText('已记下签收，联网后送出').waitFor();
  await page.getByText('1 个签收等待送出').waitFor();

  await page.reload();
  await page.getByRole('link', { name: TITLE, exact: true }).waitFor();
  await page.getByText('连不上服务器').first().waitFor();
  await page.getByText('1 个签收等待送出').waitFor();
  expect(await page.getByText(/^还剩 \d+ 分/).count()).toBe(1);
  expect((await rumour.look(monitor)).acknowledgedBy).toBeNull();

  await page.context().setOffline(false);
  await page.getByText('没有等您处理的事项').waitFor();
  expect(await page.getByText('个签收等待送出').count()).toBe(0);
  expect((await rumour.look(monitor)).acknowledgedBy).toMatchObject({ id: officer.id });
});

it('a server that went away is said to be gone, and its return is noticed without a reload', async () => {
  const { page } = await studio.windowOf(officer);
  await page.goto('/');
  await page.getByText('系统正常').waitFor();

  await studio.program.kill();
  await page.getByText('与服务器的连接已断开，正在重连').waitFor();
  await page.getByText('连接已断').first().waitFor();

  await studio.restart();
  await page.getByText('系统正常').waitFor();
  const later = await Case.log(monitor, { title: '网传县医院停诊' });
  await later.give(monitor, 'report', { severity: 'III' });
  await page.getByRole('link', { name: '网传县医院停诊', exact: true }).waitFor();
});

/** The code of a part of the desk, and whether the server is there. */
const CODE = '**/assets/TodayKnown*';
const PULSE = '**/health/live';
// Requests that a service worker makes cannot be held up.
const UNHELPED = { serviceWorkers: 'block' } as const;

it('a part of the page whose code does not come while the server is away comes when it is back', async () => {
  const { page } = await studio.windowOf(officer, UNHELPED);
  for (const away of [CODE, PULSE]) await page.route(away, (route) => route.abort());
  const asked = page.waitForEvent('requestfailed', (request) => request.url().includes('/live'));
  await page.goto('/');
  await asked;
  await page.getByText('系统正常').waitFor();
  for (const back of [CODE, PULSE]) await page.unroute(back);
  await page.waitForResponse((answer) => answer.url().includes('/matters/days'));
  await page.getByText('系统正常').waitFor();
  studio.takeComplaints();
});

it('a page whose code is no longer there, since another version is, offers a reload, which mends it', async () => {
  const { page } = await studio.windowOf(officer, UNHELPED);
  await page.route(CODE, (route) => route.fulfill({ status: 404 }));
  await page.goto('/');
  await page.getByText('页面出错').waitFor();
  await page.unroute(CODE);
  await page.getByRole('button', { name: '重新载入' }).click();
  await page.getByText('系统正常').waitFor();
  studio.takeComplaints();
});

const ackOf = (page: Page) => page.getByRole('button', { name: `签收：${TITLE}` });

/** The service worker keeps the app's own files once it has been seen with a network. */
async function appIsKept(page: Page): Promise<void> {
  await until('the app is kept on this device', () =>
    page.evaluate<boolean>(
      `(async () => {
        const own = performance.getEntriesByType('resource').map(({ name }) => name);
        const files = ['/', ...own.filter((name) => name.includes('/assets/'))];
        const kept = await Promise.all(files.map((file) => caches.match(file)));
        return navigator.serviceWorker.controller !== null && kept.every(Boolean);
      })()`,
    ),
  );
}
