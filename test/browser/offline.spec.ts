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

it('a part of the page whose code did not come leaves the rest, and comes when it can', async () => {
  // Requests that a service worker makes cannot be held up.
  const { page } = await studio.windowOf(officer, { serviceWorkers: 'block' });
  await page.route('**/assets/TodayKnown*', (route) => route.abort());
  const lost = page.waitForEvent('requestfailed');
  await page.goto('/');
  await lost;
  await page.getByText('系统正常').waitFor();
  await page.unroute('**/assets/TodayKnown*');
  await page.waitForResponse((answer) => answer.url().includes('/matters/days'));
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
