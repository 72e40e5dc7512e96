import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aRumour } from '../support/incidents.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { Studio } from '../support/studio.js';
import { until } from '../support/until.js';

const MENTIONS = 50;
const MINUTE_MS = 60_000;

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

/** Fifty different mentions, the first of them seen last: so it stands at the top. */
async function fiftyMentions(): Promise<void> {
  const now = Date.now();
  await monitor.post(
    '/mentions',
    Array.from({ length: MENTIONS }, (_, n) => ({
      source: '清源论坛',
      text: `第${String(n + 1)}件：城东某处有新情况`,
      seenAt: new Date(now - (n + 1) * MINUTE_MS).toISOString(),
      rank: (n % 40) + 1,
    })),
  );
}

const countIn = async (state: string): Promise<number> => {
  const { items } = (await monitor.get(`/mentions?state=${state}&limit=100`)) as {
    items: unknown[];
  };
  return items.length;
};

const waits = (page: Page, count: number): Promise<void> =>
  page
    .getByRole('status')
    .getByText(`${String(count)} 条待处理`, { exact: true })
    .waitFor();

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** What has the focus: its kind, the name of its group, and its own. */
const FOCUSED = `(() => {
  const at = document.activeElement;
  const group = at?.closest('fieldset')?.querySelector('legend')?.textContent;
  return [at?.tagName ?? '', group ?? '', at?.labels?.[0]?.textContent ?? ''];
})()`;

/** Tab, until what has the focus is a field of this name or stands in a group of this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  await until(`the focus is on ${name}`, async () => {
    const [tag, ...names] = await page.evaluate<string[]>(FOCUSED);
    const isThere = tag === 'INPUT' && names.includes(name);
    if (!isThere) await page.keyboard.press('Tab');
    return isThere;
  });
}

describe('the inbox', () => {
  it('is emptied of fifty mentions with the keyboard alone, and what was wrong is undone', async () => {
    await fiftyMentions();
    const { page } = await studio.windowOf(monitor);
    await page.goto('/inbox');
    await waits(page, MENTIONS);

    // One key and Enter for each of twenty.
    for (let left = MENTIONS; left > 30; left -= 1) {
      await press(page, 'd');
      const dialog = page.getByRole('dialog', { name: '弃用 1 条线索' });
      await dialog.waitFor();
      await press(page, 'Enter');
      // The live stream may tell the count before the answer closes the dialog.
      await dialog.waitFor({ state: 'hidden' });
      await waits(page, left - 1);
    }
    // The last of them was a mistake.
    await press(page, 'u');
    await waits(page, 31);

    // Ten at once become an incident.
    for (let n = 0; n < 10; n += 1) await press(page, 'x', 'j');
    await page.getByText('已选 10 条').waitFor();
    await press(page, 'e');
    await page.getByRole('dialog', { name: '用 10 条线索新建事件' }).waitFor();
    await tabTo(page, '性质');
    await press(page, 'Space');
    await tabTo(page, '类别');
    await press(page, 'Space', 'Enter');
    await waits(page, 21);

    // The rest joins it.
    for (let n = 0; n < 20; n += 1) await press(page, 'k');
    for (let n = 0; n < 21; n += 1) await press(page, 'x', 'j');
    await page.getByText('已选 21 条').waitFor();
    await press(page, 'g');
    await page.getByRole('dialog', { name: '把 21 条线索归入事件' }).waitFor();
    await tabTo(page, '归入哪个事件');
    await page.keyboard.type('城东');
    await page.getByRole('option').first().waitFor();
    await press(page, 'Enter', 'Enter');
    await waits(page, 0);
    await page.getByText('没有待处理的线索').waitFor();

    expect([await countIn('discarded'), await countIn('grouped')]).toEqual([19, 31]);
    const { items } = (await monitor.get('/incidents')) as { items: { id: string }[] };
    expect(items).toHaveLength(1);
    const incident = await monitor.get(`/incidents/${items[0]?.id ?? ''}`);
    expect(incident).toMatchObject({ mentions: { count: 31 } });
  });

  it('gives back what was discarded', async () => {
    const { page } = await studio.windowOf(monitor);
    await page.goto('/inbox?state=discarded');
    await page.getByText('弃用理由：与本地无关').waitFor();
    await page.getByRole('button', { name: '移回收件箱' }).click();
    await waits(page, 1);
  });

  it('says what rises and what is known, and takes near repeats together', async () => {
    const claim = '清源县自来水厂被化工废水污染，全县明天起停水三天';
    await monitor.post('/incidents', aRumour({ title: '网传停水三天', claim }));
    const now = Date.now();
    await monitor.post(
      '/mentions',
      [
        '清源县自来水厂被化工废水污染，全县明天起停水三天，赶紧囤水',
        '紧急通知：清源县自来水厂遭化工废水污染了，明天起全县要停水三天，大家快囤水',
        '周末清源县有雨，气温下降',
      ].map((text, n) => ({
        ...{ source: '清源贴吧', text, rank: n === 0 ? 3 : 30 },
        seenAt: new Date(now - n * 1_000).toISOString(),
      })),
    );
    const { page } = await studio.windowOf(monitor);
    await page.goto('/inbox');
    const detail = page.getByRole('region', { name: '这一条' });
    await detail.getByText('近 24 小时升到第 3 位').waitFor();
    await detail.getByText('另有 1 条说法相近').waitFor();
    await detail.getByRole('link', { name: claim }).waitFor();
    await press(page, 's');
    await page.getByText('已选 2 条').waitFor();
    await detail.getByRole('button', { name: '归入这个事件' }).click();
    await page.getByText('已把 2 条线索归入事件').first().waitFor();
    await detail.getByText('周末清源县有雨').waitFor();
  });
});
