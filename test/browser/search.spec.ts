import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { PHONE, Studio } from '../support/studio.js';
import { until } from '../support/until.js';

let studio: Studio;
let monitor: Person;
let incidentId: string;

beforeAll(async () => {
  studio = await Studio.open();
  const admin = await signInAsBootstrap(studio.url);
  monitor = await hire(studio.url, admin, { username: 'monitor', roles: ['monitor'] });
  const analyst = await hire(studio.url, admin, { username: 'analyst', roles: ['analyst'] });
  const logged = await monitor.post('/incidents', {
    ...{ title: '城东停水三天', claim: '城东要停水三天', kind: 'rumour', category: 'water' },
    mentions: [{ source: '清源论坛', text: '城东要停水', seenAt: new Date().toISOString() }],
  });
  incidentId = (logged as { id: string }).id;
  await monitor.post('/mentions', {
    ...{ source: '河口论坛', text: '河口也停水了，反对 PX 项目' },
    seenAt: new Date().toISOString(),
  });
  await analyst.post('/clarifications', {
    ...{ claim: '南湾停水一周', verdict: 'false', answer: '检修只用两小时。' },
    evidence: [{ text: '水务局检修单' }],
    publishedAt: '2026-03-02T09:00:00+08:00',
  });
});

afterEach(async () => {
  const complaints = studio.takeComplaints();
  await studio.closeWindows();
  expect(complaints).toEqual([]);
});

afterAll(() => studio.close());

describe('the search', () => {
  it('opens with a key, finds a word of two characters everywhere, and is driven by arrows and Enter', async () => {
    const { page } = await studio.windowOf(monitor);
    await page.goto('/incidents');
    await page.getByRole('heading', { name: '事件', level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.locator('input[type=search][aria-label=要找的词]:focus').waitFor();
    await page.keyboard.type('停水');
    for (const kind of ['事件', '线索', '澄清'])
      await page.getByRole('region', { name: kind, exact: true }).waitFor();
    await page.locator('mark', { hasText: '停水' }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('停水');

    await page.keyboard.press('ArrowDown');
    await page.locator('a:focus', { hasText: '城东停水三天' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.locator('input[type=search]:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/incidents/${incidentId}`);
  });

  it('keeps its filters in the address, and leads from a mention to the inbox with the same words', async () => {
    const { page } = await studio.windowOf(monitor, PHONE);
    await page.goto('/search?q=px');
    await page.getByRole('button', { name: '线索', exact: true }).click();
    await page.getByRole('combobox', { name: '状态' }).selectOption('inbox');
    await until('they stand in the address', () =>
      ['kind=mention', 'state=inbox', 'q=px'].every((part) => page.url().includes(part)),
    );
    await page.reload();
    await page.getByRole('link', { name: '河口论坛' }).click();
    await page.waitForURL('**/inbox?**');
    await page.getByText('反对 PX 项目').first().waitFor();
  });

  it('says what to do when nothing is found', async () => {
    const { page } = await studio.windowOf(monitor);
    await page.goto('/search?q=鼋鼍');
    await page.getByText('没有找到“鼋鼍”').waitFor();
  });
});
