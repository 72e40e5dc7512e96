import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { officeConfig } from '../support/config.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { Site } from '../support/site.js';
import { PHONE, Studio } from '../support/studio.js';
import { until } from '../support/until.js';

const FEED = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>x</title>
  <item><guid>1</guid><title>清源水厂停水一周</title></item>
  <item><guid>2</guid><title>招聘停水抢修工</title></item></channel></rss>`;

const config = officeConfig().set('feeds.yaml', { allow: ['127.0.0.1'] });
let studio: Studio;
let site: Site;
let officer: Person;

beforeAll(async () => {
  site = await Site.open(FEED);
  studio = await Studio.open({ env: config.env });
  const admin = await signInAsBootstrap(studio.url);
  officer = await hire(studio.url, admin, { username: 'reader', roles: ['officer'] });
});

afterEach(async () => {
  const complaints = studio.takeComplaints();
  await studio.closeWindows();
  expect(complaints).toEqual([]);
});

afterAll(async () => {
  await studio.close();
  await site.close();
  config.remove();
});

describe('the sources', () => {
  it('take a feed with a rule that was seen to work, read it, and show what came of it', async () => {
    const { page } = await studio.windowOf(officer);
    await page.goto('/admin/sources');
    await page.getByText('还没有监测源').waitFor();
    await page.getByRole('button', { name: '新建监测源' }).click();
    await page.getByLabel('名称').fill('清源论坛');
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await page.getByText('请填写以 http:// 或 https:// 开头的订阅地址').waitFor();
    await page.getByLabel('订阅地址').fill(site.url);

    await page.getByLabel('试一试').fill('清源水厂停水一周\n招聘停水抢修工\n桥面开裂');
    await page.getByLabel('关键词规则').fill('停水 and (');
    await page.getByText('第 9 个字符起：这里缺少一个词').waitFor();
    await page.getByLabel('关键词规则').fill('停水 not 招聘');
    await page.getByText('1 条会收入，共 3 条').waitFor();
    const results = page.getByRole('list', { name: '试用结果' }).getByRole('listitem');
    expect(await results.allInnerTexts()).toEqual([
      expect.stringMatching(/收入\s*清源水厂停水一周/),
      expect.stringMatching(/略过\s*招聘停水抢修工/),
      expect.stringMatching(/略过\s*桥面开裂/),
    ]);
    expect(await results.first().locator('mark').allInnerTexts()).toEqual(['停水']);

    await page.getByRole('button', { name: '新建', exact: true }).click();
    const row = page.getByRole('row', { name: /清源论坛/ });
    await row.getByText('正常').waitFor();
    // The numbers of what was taken in and left out.
    await row.getByRole('cell', { name: '1', exact: true }).nth(1).waitFor();

    site.body = '<html><body>改版了</body></html>';
    await row.getByRole('button', { name: '立即读取“清源论坛”' }).click();
    await page.getByText('这是网页，不是订阅源').waitFor();
    site.body = FEED;
    // Its site is left in peace for two seconds.
    await row.getByRole('button', { name: '立即读取“清源论坛”' }).click();
    await row.getByText('正常').waitFor();

    await row.getByRole('button', { name: '清源论坛', exact: true }).click();
    expect(await page.getByLabel('关键词规则').inputValue()).toBe('停水 not 招聘');
    await page.getByRole('button', { name: '停用' }).click();
    await row.getByText('已停用').waitFor();
  });

  it('give a program its token once, on a phone', async () => {
    const { page } = await studio.windowOf(officer, PHONE);
    await page.goto('/admin/sources');
    await page.getByRole('button', { name: '新建监测源' }).click();
    await page.getByLabel('名称').fill('监测平台');
    await page.getByLabel('方式').selectOption({ label: '程序推送' });
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await page.getByRole('button', { name: '生成令牌' }).click();
    const token = await page.getByRole('textbox', { name: '令牌' }).inputValue();
    expect(token).toMatch(/^mbs_[\w-]{43}$/);
    const where = await page.getByText(/^POST http/).innerText();
    const sent = await fetch(where.replace('POST ', ''), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text: '城东桥面开裂', seenAt: '2026-03-02T09:00:00+08:00' }),
    });
    expect(sent.status).toBe(201);
    // Until it was copied, nothing but the button that says so closes it.
    await page.keyboard.press('Escape');
    await page.getByText('还没有复制').waitFor();
    await page.getByRole('button', { name: '已妥善保存' }).click();
    const card = page.getByRole('listitem').filter({ hasText: '监测平台' });
    await until('the card shows what came', async () =>
      (await card.innerText()).includes('收入 1'),
    );
    expect(await page.content()).not.toContain(token);
  });
});
