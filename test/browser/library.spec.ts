import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { officeConfig } from '../support/config.js';
import { saidOf } from '../support/field.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { Site } from '../support/site.js';
import { PHONE, Studio } from '../support/studio.js';
import { until } from '../support/until.js';

const CLAIM = '云溪县自来水厂被化工废水污染，全县停水三天';
const RETOLD = '听说云溪县自来水厂被化工废水污染了，要停水三天';

const config = officeConfig().set('feeds.yaml', { allow: ['127.0.0.1'] });
let studio: Studio;
let monitor: Person;
let analyst: Person;

beforeAll(async () => {
  studio = await Studio.open({ env: config.env });
  const admin = await signInAsBootstrap(studio.url);
  monitor = await hire(studio.url, admin, { username: 'monitor', roles: ['monitor'] });
  analyst = await hire(studio.url, admin, { username: 'analyst', roles: ['analyst'] });
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

const entered = async (claim: string): Promise<string> => {
  const body = {
    ...{ claim, verdict: 'false', answer: '水质检测合格，供水正常。' },
    evidence: [{ text: '县疾控中心检测报告' }],
    publishedAt: '2026-03-02T09:00:00+08:00',
  };
  return ((await analyst.post('/clarifications', body)) as { id: string }).id;
};

const cameBack = async (id: string): Promise<number> =>
  ((await analyst.get(`/clarifications/${id}`)) as { matchedCount: number }).matchedCount;

describe('the library', () => {
  it('takes an answer with its evidence, and gives it again for another wording', async () => {
    const { page } = await studio.windowOf(analyst);
    await page.goto('/library');
    await page.getByText('澄清库还是空的').waitFor();
    await page.getByRole('link', { name: '录入澄清' }).click();

    await page.getByRole('button', { name: '收入澄清库' }).click();
    await page.getByText('请用一句话写下说法').waitFor();
    expect(await saidOf(page.getByLabel('依据 1', { exact: true }))).toContain('没有依据不能收入');

    await page.getByLabel('一句话说法').fill(CLAIM);
    await page.getByRole('radio', { name: '不实', exact: true }).check();
    await page.getByLabel('答复', { exact: true }).fill('水质检测合格，供水正常。');
    await page.getByLabel('依据 1', { exact: true }).fill('县疾控中心检测报告');
    await page.getByLabel('发布时间').fill('2026-03-02T09:00');
    await page.reload();
    // The draft is kept.
    expect(await page.getByLabel('一句话说法').inputValue()).toBe(CLAIM);
    await page.getByRole('button', { name: '收入澄清库' }).click();

    await page.getByRole('article').getByText('县疾控中心检测报告').waitFor();
    await page.getByRole('link', { name: '返回澄清库' }).click();
    await page.getByRole('searchbox', { name: '查找澄清' }).fill(RETOLD);
    await page.getByText('没有包含这些字词的澄清').waitFor();
    await page.getByRole('link', { name: CLAIM }).waitFor();
    await page.getByRole('searchbox', { name: '查找澄清' }).fill('桂花开得特别早');
    await page.getByText('没有找到相近的说法').waitFor();
  });

  it('takes a file of answers, after it was tried', async () => {
    const { page } = await studio.windowOf(analyst);
    await page.goto('/library');
    await page.getByRole('button', { name: '导入', exact: true }).click();
    const content = [
      '说法,核查结论,答复,依据链接,发布时间',
      '城西地铁站塌方,不实,地铁运行正常,https://a.example/1,2026-03-02 09:00',
      '城南停气,不实,供气正常,,2026-03-02 09:00',
    ].join('\n');
    const file = { name: '辟谣.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
    await page.getByLabel('选择文件').setInputFiles(file);
    await page.getByText('2 行，新增 1 条，更新 0 条，已有 0 条，退回 1 行').waitFor();
    await page.getByRole('listitem').getByText('依据链接是空的').waitFor();
    await page.getByRole('button', { name: '收入 1 条' }).click();
    await page.getByText('已收入：新增 1 条').waitFor();
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByRole('link', { name: '城西地铁站塌方' }).waitFor();
    await page.getByRole('article').getByText('导入', { exact: true }).waitFor();
  });

  it('takes a feed of answers, with the verdict that a person gives', async () => {
    const site = await Site.open(`<rss version="2.0"><channel><title>x</title><item>
      <title>网传城东小学停课一周</title><description>并无此事</description><link>https://piyao.example/1</link>
      <pubDate>Mon, 02 Mar 2026 09:00:00 +0800</pubDate></item></channel></rss>`);
    const { page } = await studio.windowOf(analyst);
    await page.goto('/library');
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByText('或从辟谣平台的订阅源导入').click();
    await page.getByRole('button', { name: '试读' }).click();
    await page.getByText('请填写网址').waitFor();
    await page.getByLabel('订阅源网址').fill('http://10.0.0.1/rss');
    await page.getByRole('button', { name: '试读' }).click();
    await page.getByText('网址指向内部网络').waitFor();
    await page.getByLabel('订阅源网址').fill(site.url);
    await page.getByLabel('发布单位').fill('省辟谣平台');
    await page.getByRole('button', { name: '试读' }).click();
    await page.getByRole('button', { name: '收入 1 条' }).click();
    await page.getByText('已收入：新增 1 条').waitFor();
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByRole('link', { name: '网传城东小学停课一周' }).waitFor();
    await site.close();
  });

  it('offers entering to those who may', async () => {
    const { page } = await studio.windowOf(monitor, PHONE);
    await entered('城北加油站因检修停业一个月');
    await page.goto('/library');
    await page.getByRole('article').first().waitFor();
    expect(await page.getByRole('link', { name: '录入澄清' }).count()).toBe(0);
  });
});

describe('while a claim is typed into the quick log', () => {
  it('it is said what it looks like, and once logged it is counted as come back', async () => {
    const id = await entered('平安大桥桥面开裂，公交车全部绕行');
    const { page } = await studio.windowOf(monitor);
    await page.goto('/log');
    await fillIn(page, '刚刚平安大桥桥面开裂了，公交车全部绕行');
    const strip = page.getByRole('status').filter({ hasText: '看起来像已知的说法' });
    await strip.getByText('很可能是').waitFor();
    await strip.getByText('已有答复').waitFor();
    const link = strip.getByRole('link', { name: '平安大桥桥面开裂，公交车全部绕行' });
    expect(await link.getAttribute('href')).toBe(`/library/${id}`);
    await strip.getByRole('button', { name: '就是它，又出现了' }).click();
    await page.getByRole('main').getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText(/已登记 YQ-\d{4}-\d{6}/).waitFor();
    await until('it is counted', async () => (await cameBack(id)) === 1);
  });

  it('the same words about another town are a pattern, and not offered as the same', async () => {
    await entered('红石县第一小学食堂使用过期牛奶做早餐');
    const { page } = await studio.windowOf(monitor);
    await page.goto('/log');
    await fillIn(page, '白沙县第一小学食堂使用过期牛奶做早餐');
    const strip = page.getByRole('status').filter({ hasText: '看起来像已知的说法' });
    await strip.getByText('同一套路，不是同一件事').waitFor();
    await strip.getByText('地点不同：这里是白沙县，那里是红石县').waitFor();
    expect(await strip.getByRole('button').count()).toBe(0);
  });
});

async function fillIn(page: Page, claim: string): Promise<void> {
  await page.getByLabel('原文或所见').fill(claim);
  await page.getByLabel('一句话说法').fill(claim);
  await page.getByRole('radio', { name: '谣言传言' }).check();
  await page.getByRole('radio', { name: '其他' }).check();
  await page.getByLabel('来源').fill('县论坛');
}
