import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { parse } from 'yaml';
import {
  findingsOfAxe,
  findingsOfEnglish,
  findingsOfThumb,
  findingsOfWidth,
  findingsOfWords,
} from '../support/audit.js';
import { saidOf } from '../support/field.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { PHONE, Studio } from '../support/studio.js';
import { until } from '../support/until.js';

let studio: Studio;
let leader: Person;
let officer: Person;
let page: Page;

beforeAll(async () => {
  studio = await Studio.open();
  const admin = await signInAsBootstrap(studio.url);
  for (const username of ['chen', 'zhou']) {
    await hire(studio.url, admin, { username, roles: ['officer'] });
  }
  officer = await hire(studio.url, admin, { username: 'li', roles: ['officer'] });
  await hire(studio.url, admin, { username: 'helper', roles: ['handler'], unit: 'water' });
  leader = await hire(studio.url, admin, { username: 'wu', roles: ['leader'] });
  ({ page } = await studio.windowOf(leader));
});

afterAll(() => studio.close());

let isBroken = false;

/** Each step begins where the one before ended: after a broken one there is nothing left to see. */
function step(name: string, act: () => Promise<void>): void {
  it(name, async () => {
    if (isBroken) throw new Error('a step before this one did not succeed');
    isBroken = true;
    await act();
    expect(studio.takeComplaints()).toEqual([]);
    isBroken = false;
  });
}

step(
  'a leader without a rota is led to one, and those with the role are chosen already',
  async () => {
    await page.goto('/rota');
    await page.getByText('还没有值班表').waitFor();
    await page.getByRole('link', { name: '开始排班' }).click();
    const officers = page.getByRole('group', { name: '值班员' });
    await until(
      'the officers are there',
      async () => (await officers.getByRole('checkbox').count()) === 3,
    );
    expect(await checkedOf(officers)).toBe(3);
    expect(await checkedOf(page.getByRole('group', { name: '带班领导' }))).toBe(1);
    expect(await findingsOfAxe(page)).toEqual([]);
  },
);

step('the usual rota is previewed for two weeks before it is put into force', async () => {
  await page.getByRole('button', { name: '生成值班表' }).click();
  const preview = page.getByRole('region', { name: '预览' });
  await preview.getByText('各岗位都有人').waitFor();
  expect(await preview.getByRole('row').count()).toBe(15);
  expect(await findingsOfAxe(page)).toEqual([]);
  await page.getByRole('button', { name: '启用值班表' }).click();
  await page.getByRole('grid').waitFor();
  await page
    .getByText(/^接下来 14 天/)
    .first()
    .waitFor();
});

step('the month shows a name for every duty day to come', async () => {
  await page.getByRole('button', { name: '下个月' }).click();
  for (const position of ['值班员', '副班', '带班领导']) {
    expect(await dutyOf(10, position).getAttribute('title')).toMatch(/：(chen|zhou|li|wu)/);
  }
  expect(await findingsOfAxe(page)).toEqual([]);
  expect(await findingsOfWords(page)).toEqual([]);
});

let before: readonly string[] = [];

step(
  'dragging over two days says exactly what an override would change, before it is saved',
  async () => {
    before = await officersOf([9, 10, 11, 12]);
    await drag(dutyOf(10, '值班员'), dutyOf(11, '值班员'));
    const panel = page.getByRole('dialog', { name: /^值班员 · \d+月10日 08:00–\d+月12日 08:00$/ });
    await choose(panel, 'helper');
    const changes = panel.getByRole('region', { name: '调班后的变化' });
    await changes
      .getByText(/→ helper$/)
      .first()
      .waitFor();
    const sentences = await changes.getByRole('listitem').allTextContents();
    expect(sentences[0]).toMatch(/^\d+月10日 08:00–次日 08:00 值班员：\w+ → helper$/);
    expect(sentences[1]).toMatch(/^\d+月11日 08:00–次日 08:00 值班员：\w+ → helper$/);
    expect(await findingsOfAxe(page)).toEqual([]);
    // Nothing has happened yet.
    expect(await officersOf([9, 10, 11, 12])).toEqual(before);

    await panel.getByLabel('原因').fill('外出培训');
    await panel.getByRole('button', { name: '确认调班' }).click();
    await panel.waitFor({ state: 'detached' });
    await until('both days are helper’s, and only these', async () => {
      const [ninth, tenth, eleventh, twelfth] = await officersOf([9, 10, 11, 12]);
      return (
        ninth === before[0] &&
        tenth === 'helper (调班)' &&
        eleventh === 'helper (调班)' &&
        twelfth === before[3]
      );
    });
  },
);

step('a second override of the same time is refused beside its field', async () => {
  await dutyOf(10, '值班员').click();
  const panel = page.getByRole('dialog');
  await panel.getByText('原因：外出培训').waitFor();
  await choose(panel, 'wu');
  await panel.getByRole('button', { name: '确认调班' }).click();
  const from = panel.getByLabel('从', { exact: true });
  await until('it is said', async () => (await saidOf(from)).includes('该岗位已有替班或换班'));
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

step('what was saved can be undone, and all is as before', async () => {
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销调班').first().waitFor();
  await until('the days are as before', async () => {
    const after = await officersOf([9, 10, 11, 12]);
    return after.join() === before.join();
  });
});

step('the keyboard moves, extends a stretch, opens it and comes back to it', async () => {
  await dutyOf(10, '值班员').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: /^副班 · \d+月10日 08:00–\d+月12日 08:00$/ });
  await panel.waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await page.locator(':focus').getAttribute('title')).toContain(
    '11日 08:00–次日 08:00 副班',
  );
});

step('the week shows the hours', async () => {
  await page.getByRole('button', { name: '周', exact: true }).click();
  await page.getByText('08:00–08:00').first().waitFor();
  expect(new URL(page.url()).searchParams.get('view')).toBe('week');
  expect(await findingsOfAxe(page)).toEqual([]);
});

step(
  'a shift of no length is refused beside its field, and the preview says so before',
  async () => {
    await page.getByRole('link', { name: '编辑值班表' }).click();
    const officers = page.getByRole('region', { name: '值班员' });
    await officers.getByRole('radio', { name: '其他' }).check();
    const length = officers.getByLabel('时长（ISO 8601）');
    await length.fill('PT0S');
    await page.getByText('填好这些才能预览').waitFor();
    await page.getByRole('button', { name: '保存值班表' }).click();
    await until('it is said', async () => (await length.getAttribute('aria-invalid')) === 'true');
    expect(await saidOf(length)).toContain('时长');
    expect(await findingsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: '放弃修改' }).click();
  },
);

step('a change is compared with what is in force, and takes effect when it is saved', async () => {
  const officers = page.getByRole('region', { name: '值班员' });
  await officers.getByRole('button', { name: /^移除 li$/ }).click();
  const preview = page.getByRole('region', { name: '预览' });
  await preview.getByText('与现行安排相比').waitFor();
  await preview
    .getByText(/值班员：li → (chen|zhou)/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: '保存值班表' }).click();
  await page.getByRole('grid').waitFor();
  const withLi = page.getByRole('gridcell', { name: /值班员：.*li/ });
  await until('li has at most the shift that had begun', async () => (await withLi.count()) <= 1);
});

step('workload is told in words against the mean', async () => {
  await page.getByRole('link', { name: '工作量' }).click();
  await page.getByRole('button', { name: '今年' }).click();
  const table = page.getByRole('table', { name: /^值班员/ });
  await table
    .getByText(/^(多 [\d.]+|少 [\d.]+|持平)$/)
    .first()
    .waitFor();
  expect(new URL(page.url()).searchParams.get('from')).toMatch(/-01-01$/);
  expect(await findingsOfAxe(page)).toEqual([]);
});

step(
  'on a phone the days are a list, and an override begins with a button as wide as the screen',
  async () => {
    const phone = await studio.windowOf(leader, PHONE);
    for (const path of ['/rota', '/rota?view=week', '/rota/new', '/rota/fairness']) {
      await phone.open(path);
      await hasArrived(phone.page);
      expect(await findingsOfAxe(phone.page)).toEqual([]);
      expect(await findingsOfWidth(phone.page)).toEqual([]);
      expect(await findingsOfThumb(phone.page)).toEqual([]);
    }
    await phone.open('/rota');
    await phone.page.getByRole('button', { name: '调班', exact: true }).click();
    await phone.page.getByRole('dialog').getByLabel('由谁来值').waitFor();
    expect(await findingsOfAxe(phone.page)).toEqual([]);
    expect(await findingsOfThumb(phone.page)).toEqual([]);
  },
);

step(
  'whoever may not change it looks, and is offered nothing else; in English, and by night',
  async () => {
    await officer.must('PATCH', '/me', { locale: 'en' });
    const night = await studio.windowOf(officer, { locale: 'en-GB', colorScheme: 'dark' });
    await night.open('/rota');
    await hasArrived(night.page);
    await night.page.getByRole('gridcell').nth(30).click();
    await night.page.getByRole('dialog').waitFor();
    expect(await night.page.getByRole('dialog').getByRole('combobox').count()).toBe(0);
    expect(await findingsOfAxe(night.page)).toEqual([]);
    await night.page.keyboard.press('Escape');
    expect(await night.page.getByRole('link', { name: 'Edit schedule' }).count()).toBe(0);
    expect(await findingsOfWords(night.page)).toEqual([]);
    // The schedule itself and the sensitive dates of the month have Chinese names.
    const named = ['值班', '日常', ...shippedDates()];
    expect(
      (await findingsOfEnglish(night.page)).filter(
        (text) => !named.some((name) => text.includes(name)),
      ),
    ).toEqual([]);
  },
);

const shippedDates = (): string[] =>
  (
    parse(readFileSync('config/registers.yaml', 'utf8')) as { sensitiveDates: { title: string }[] }
  ).sensitiveDates.map(({ title }) => title);

const checkedOf = (group: Locator): Promise<number> =>
  group.getByRole('checkbox', { checked: true }).count();

/** The duty day that begins on this day of the month that is shown. */
const dutyOf = (day: number, position: string): Locator =>
  page.getByRole('gridcell', {
    name: new RegExp(`月${String(day)}日 08:00–\\S+ 08:00 ${position}：`),
  });

/** Whom the grid names as officers. */
async function officersOf(days: readonly number[]): Promise<string[]> {
  const labels = await Promise.all(days.map((day) => dutyOf(day, '值班员').getAttribute('title')));
  return labels.map((label) => label?.split('：')[1] ?? '');
}

async function drag(from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  await to.hover();
  await page.mouse.up();
}

async function choose(panel: Locator, name: string): Promise<void> {
  await panel.getByLabel('由谁来值').fill(name);
  await panel.getByRole('option', { name }).first().click();
}

async function hasArrived(one: Page): Promise<void> {
  await one.getByRole('heading', { level: 1 }).waitFor();
  const onTheWay = one.getByRole('status').filter({ hasText: /正在载入|Loading/ });
  await until('the page has arrived', async () => (await onTheWay.count()) === 0);
}
