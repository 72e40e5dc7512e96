import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { findingsOfAxe, findingsOfThumb, findingsOfWidth } from '../support/audit.js';
import { ConfigCopy } from '../support/config.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { PHONE, Studio } from '../support/studio.js';

const config = new ConfigCopy();
let studio: Studio;
let leader: Person;
let handler: Person;

beforeAll(async () => {
  studio = await Studio.open({ env: config.env });
  const admin = await signInAsBootstrap(studio.url);
  leader = await hire(studio.url, admin, { username: 'leader', roles: ['leader'] });
  handler = await hire(studio.url, admin, {
    username: 'handler',
    roles: ['handler'],
    unit: 'water',
  });
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

describe('a leader', () => {
  it('registers a channel, mends what is refused, and puts it out of use and back', async () => {
    const { page } = await studio.windowOf(leader);
    await page.goto('/');
    const menu = page.getByRole('navigation', { name: '主导航' });
    await menu.getByText('管理', { exact: true }).click();
    await menu.getByRole('link', { name: '登记册' }).click();
    await page.getByRole('button', { name: '登记阵地' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('请填写').waitFor();
    await form.getByLabel('名称').fill('县融媒体中心网站');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('网站须填写网址').waitFor();
    await form.getByLabel('网址').fill('https://media.qingyuan.example/');
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '县融媒体中心网站' }).click();
    await form.getByText('变更记录').click();
    await form.getByText('leader 登记').waitFor();
    await form.getByRole('button', { name: '停用' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '已停用' }).click();
    await page.getByRole('button', { name: '县融媒体中心网站' }).click();
    await form.getByRole('button', { name: '恢复使用' }).click();
    await page.getByRole('button', { name: '在用', exact: true }).click();
    await page.getByRole('button', { name: '县融媒体中心网站' }).waitFor();
  });

  it('writes a plan, which cannot contain the deletion of posts, and loses nothing by leaving', async () => {
    const { page } = await studio.windowOf(leader);
    await page.goto('/registers/plan-templates');
    await page.getByRole('button', { name: '新建预案模板' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('名称').fill('停水谣言');
    await form.getByLabel('做什么').fill('协调平台删帖');
    await page.reload();
    await page.getByRole('button', { name: '新建预案模板' }).click();
    expect(await form.getByLabel('名称').inputValue()).toBe('停水谣言');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText(/不是处置措施/).waitFor();
    await form.getByLabel('做什么').fill('公布供水计划');
    await form.getByLabel('谣言传言').check();
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByRole('row').filter({ hasText: '停水谣言' }).getByText('1 项措施').waitFor();
  });

  it('sees a yearly date in the months to come', async () => {
    const { page } = await studio.windowOf(leader);
    await page.goto('/registers/sensitive-dates');
    const months = page.getByRole('region', { name: '未来十二个月' });
    await months.getByText('高考').waitFor();
  });
});

describe('somebody who keeps no registers', () => {
  it('reads them, on a phone too, and is offered no change', async () => {
    const { page } = await studio.windowOf(handler, PHONE);
    await page.goto('/');
    await page.getByText('更多', { exact: true }).click();
    await page.getByRole('link', { name: '登记册' }).click();
    await page.getByRole('link', { name: '责任分解' }).click();
    await page.getByRole('button', { name: '供水排水' }).click();
    const form = page.getByRole('dialog', { name: '供水排水' });
    await form.getByLabel('单位', { exact: true }).waitFor();
    expect(await form.getByRole('button', { name: '保存' }).count()).toBe(0);
    expect(await form.getByLabel('单位', { exact: true }).isDisabled()).toBe(true);
    for (const findings of [findingsOfAxe, findingsOfWidth, findingsOfThumb])
      expect(await findings(page)).toEqual([]);
  });
});
