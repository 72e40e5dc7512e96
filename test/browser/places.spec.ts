import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { always, ConfigCopy } from '../support/config.js';
import { Owner } from '../support/database.js';
import { Case } from '../support/incidents.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { signInAt } from '../support/sign-in.js';
import { Studio } from '../support/studio.js';
import { until } from '../support/until.js';

const config = new ConfigCopy().set('clocks.yaml', { 'clocks.report.due': always('PT2S') });
/** A service worker that takes over just then lets requests pass that the test would hold up. */
const UNHELPED = { serviceWorkers: 'block' } as const;
let studio: Studio;
let admin: Person;
let officer: Person;

beforeAll(async () => {
  studio = await Studio.open({ env: config.env });
  admin = await signInAsBootstrap(studio.url);
  officer = await hire(studio.url, admin, { username: 'officer', roles: ['officer'] });
});

afterEach(async () => {
  const complaints = studio.takeComplaints();
  await studio.closeWindows();
  expect(complaints).toEqual([]);
});

afterAll(async () => {
  await studio.close();
  config.remove();
});

describe('the engine page', () => {
  it('counts what climbs until it is acknowledged', async () => {
    const { page } = await studio.windowOf(officer);
    await page.goto('/engine');
    await page.getByText('运行正常').waitFor();
    expect(await valueOf(page, '升级中')).toBe('0');

    const rumour = await Case.log(officer);
    await rumour.give(officer, 'report', { severity: 'II' });
    await page.reload();
    await page.getByText('运行正常').waitFor();
    expect(await valueOf(page, '升级中')).toBe('1');
    const running = rumour.page.deadlines.filter(({ state }) => state === 'running');
    expect(await valueOf(page, '待触发时限')).toBe(String(running.length));

    await rumour.give(officer, 'acknowledge');
    await page.reload();
    await page.getByText('运行正常').waitFor();
    expect(await valueOf(page, '升级中')).toBe('0');
  });

  it('says so while something that is due cannot be fired, and when all is well again', async () => {
    const { page } = await studio.windowOf(officer);
    const late = await Case.log(officer, { title: '无法触发' });
    const owner = await Owner.of(studio.databaseUrl);
    await owner.select('BEGIN');
    await owner.select('SELECT 1 FROM timeline_heads WHERE subject_id = $1 FOR UPDATE', [late.id]);
    await page.goto('/engine');
    await page.getByText('有事项触发偏晚').waitFor();
    expect(await valueOf(page, '已到期未触发')).toMatch(/^[1-9]/);
    await owner.select('ROLLBACK');
    await owner.close();
    await page.getByText('运行正常').waitFor();
  });
});

describe('a workflow', () => {
  it('is drawn with all its states, and told again in words', async () => {
    const { page } = await studio.windowOf(officer);
    await page.goto('/workflows');
    await page.getByRole('link', { name: '舆情事件' }).click();
    const picture = page.getByRole('img', { name: /舆情事件的状态图/ });
    await picture.locator('svg').waitFor();
    for (const state of ['已发现', '已上报', '已研判', '观察中', '处置中', '已处置', '已归档']) {
      await picture.getByText(state, { exact: true }).waitFor();
    }
    const row = page.getByRole('row').filter({ hasText: '办结处置' });
    expect(await row.getByRole('cell').textContent()).toBe('处置中');
  });

  it('that is broken is found out before it is used', async () => {
    const { page } = await studio.windowOf(admin);
    await page.goto('/workflows/incident');
    await page.getByLabel('定义（JSON）').focus();
    await page.evaluate(selectIn('textarea', '"detected"'));
    await page.keyboard.insertText('"nowhere"');
    await page.getByRole('button', { name: '校验' }).click();
    await page.getByText(/^发现 \d+ 个问题$/).waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: /^initial .*nowhere/ })
      .waitFor();
  });
});

describe('the audit', () => {
  it('calls incidents by their numbers and titles, and clocks by their names', async () => {
    const late = await Case.log(officer, { title: '迟迟未上报' });
    const { page } = await studio.windowOf(admin);
    await page.goto(`/admin/audit?subject=${late.id}`);
    const entries = page.getByRole('list', { name: '记录，新的在前' }).getByRole('listitem');
    await entries.first().waitFor();
    const name = `事件 ${late.page.number} 迟迟未上报`;
    await entries.first().getByRole('link', { name }).waitFor();
    await until('the clock has run out', async () => {
      await page.reload();
      await entries.first().waitFor();
      return (await entries.filter({ hasText: '“上报”' }).count()) > 0;
    });
  });
});

describe('people and units', () => {
  it('a unit that is made can be given people', async () => {
    const { page } = await studio.windowOf(admin);
    await page.goto('/admin/units');
    await page.getByRole('button', { name: '新建单位' }).click();
    const form = page.getByRole('dialog', { name: '新建单位' });
    await form.getByLabel('名称').fill('县气象局');
    await form.getByRole('button', { name: '新建', exact: true }).click();
    await page.getByRole('row').filter({ hasText: '县气象局' }).waitFor();

    await page.goto('/admin/users');
    await page.getByRole('button', { name: 'officer', exact: true }).click();
    const user = page.getByRole('dialog', { name: 'officer的账户' });
    await user.getByLabel('单位', { exact: true }).selectOption({ label: '县气象局' });
    await user.getByRole('button', { name: '保存' }).click();
    await page.getByRole('row').filter({ hasText: 'officer' }).getByText('县气象局').waitFor();
  });

  it('an account that is closed is out at once', async () => {
    const leaver = await hire(studio.url, admin, { username: 'leaver', roles: ['officer'] });
    const { page: theirs } = await studio.windowOf(leaver);
    await theirs.goto('/');
    await theirs.getByText('系统正常').waitFor();

    const { page } = await studio.windowOf(admin);
    await page.goto('/admin/users');
    await page.getByRole('button', { name: 'leaver', exact: true }).click();
    await page.getByRole('button', { name: '停用账户' }).click();
    const asked = page.getByRole('dialog', { name: '停用leaver的账户' });
    await asked.getByRole('button', { name: '停用账户' }).click();
    await page.getByRole('row').filter({ hasText: 'leaver' }).getByText('已停用').waitFor();

    await theirs.goto('/incidents');
    await signInAt(theirs, 'leaver');
    await theirs.getByRole('alert').filter({ hasText: '用户名或密码不对' }).waitFor();
  });
});

describe('what somebody chooses', () => {
  it('the language changes at once, and comes along to the next device', async () => {
    const { page } = await studio.windowOf(officer);
    await page.goto('/settings');
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await page.getByRole('radio', { name: 'English' }).check();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await saved;

    const { page: other } = await studio.window();
    await other.goto('/');
    await signInAt(other, 'officer');
    await other.getByText('system well').waitFor();
    await officer.must('PATCH', '/me', { locale: 'zh' });
  });

  it('a language that the server could not be told is told when it can be', async () => {
    const { page } = await studio.windowOf(officer, UNHELPED);
    await page.goto('/settings');
    await page.route('**/api/v1/me', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    const lost = page.waitForEvent('requestfailed');
    await page.getByRole('radio', { name: 'English' }).check();
    await lost;
    await page.unroute('**/api/v1/me');
    const told = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await page.reload();
    await told;
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(await officer.get('/me')).toMatchObject({ locale: 'en' });
    await officer.must('PATCH', '/me', { locale: 'zh' });
    studio.takeComplaints();
  });

  it('the night is dark from the first moment of the next visit', async () => {
    const { page } = await studio.windowOf(officer, UNHELPED);
    await page.goto('/settings');
    expect(await brightness(page)).toBeGreaterThan(0.8);
    await page.getByRole('radio', { name: '夜间' }).check();
    expect(await brightness(page)).toBeLessThan(0.1);
    // Without its scripts, the page is what the first paint shows.
    await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await brightness(page)).toBeLessThan(0.1);
    studio.takeComplaints();
  });
});

const valueOf = (page: Page, name: string): Promise<string | null> =>
  page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator('xpath=following-sibling::dd')
    .textContent();

/** Of the ground, from 0 to 1. */
const brightness = (page: Page): Promise<number> =>
  page.evaluate<number>(
    `Math.max(...getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g)
      .slice(0, 3).map(Number)) / 255`,
  );

/** Marks the first place where a field says this, as somebody would with the mouse. */
const selectIn = (field: string, text: string): string =>
  `(() => {
    const field = document.querySelector(${JSON.stringify(field)});
    const start = field.value.indexOf(${JSON.stringify(text)});
    field.setSelectionRange(start, start + ${text.length});
  })()`;
