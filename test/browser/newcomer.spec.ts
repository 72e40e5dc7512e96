import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { passwordOf } from '../support/people.js';
import { signInAt } from '../support/sign-in.js';
import { Studio } from '../support/studio.js';

const FIRST = { name: '首任管理员', username: 'first-admin', password: 'correct horse battery' };

interface Newcomer {
  readonly name: string;
  readonly username: string;
  readonly role: string;
  readonly unit: string;
}

/** Somebody for every other role. */
const STAFF: readonly Newcomer[] = [
  { name: '周岚', username: 'zhoulan', role: '监测员', unit: '县委网信办' },
  { name: '陈可', username: 'chenke', role: '值班员', unit: '县委网信办' },
  { name: '许言', username: 'xuyan', role: '研判员', unit: '县委网信办' },
  { name: '田野', username: 'tianye', role: '承办人', unit: '县水务局' },
  { name: '秦白', username: 'qinbai', role: '审核人', unit: '县水务局' },
  { name: '何川', username: 'hechuan', role: '领导', unit: '县委网信办' },
];

let studio: Studio;
let page: Page;

beforeAll(async () => {
  studio = await Studio.open({ administrator: false });
  ({ page } = await studio.window());
});

afterAll(() => studio.close());

it('whoever has the link that the program printed becomes the first administrator', async () => {
  const [, link = ''] = /^first administrator: (\S+)$/m.exec(studio.program.stdout) ?? [];
  await page.goto(link);
  await page.getByRole('heading', { name: '创建首位管理员' }).waitFor();
  await page.getByRole('button', { name: '创建并登录' }).click();
  await page.getByText('请填写姓名').waitFor();
  await page.getByLabel('姓名').fill(FIRST.name);
  await page.getByLabel('用户名').fill(FIRST.username);
  await page.getByLabel('密码').fill(FIRST.password);
  await page.getByRole('button', { name: '创建并登录' }).click();
  await page.getByText('系统正常').waitFor();

  const { page: late } = await studio.window();
  await late.goto(link);
  await late.getByText('链接已用过或已失效').waitFor();
});

it('who makes a user of every role, each in a unit', async () => {
  const menu = page.getByRole('navigation', { name: '主导航' });
  await menu.getByText('管理', { exact: true }).click();
  await menu.getByRole('link', { name: /人员/ }).click();
  for (const newcomer of STAFF) await makeUser(newcomer);
  const rows = page.getByRole('row');
  for (const { name, role, unit } of STAFF) {
    const row = rows.filter({ hasText: name });
    await row.getByRole('cell', { name: role, exact: true }).waitFor();
    await row.getByRole('cell', { name: unit, exact: true }).waitFor();
  }
});

it('and is told beside the field when a name is taken', async () => {
  await page.getByRole('button', { name: '新建人员' }).click();
  const form = page.getByRole('dialog', { name: '新建人员' });
  await fillIn(STAFF[0]!);
  await form.getByRole('button', { name: '新建', exact: true }).click();
  await form.getByText('已有人使用这个用户名').waitFor();
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
});

it('then signs out, and the people it made come in with what they may do', async () => {
  await page.getByText(FIRST.name).first().click();
  await page.getByRole('button', { name: '退出登录' }).click();
  const [monitor] = STAFF;
  await signInAt(page, monitor!.username);
  await page.getByText('系统正常').waitFor();
  await page.getByText('周岚').first().click();
  await page.getByText('县委网信办 · 监测员').waitFor();
  await page.goto('/admin/users');
  await page.getByRole('row').filter({ hasText: '陈可' }).waitFor();
  expect(await page.getByRole('button', { name: '新建人员' }).count()).toBe(0);
  expect(studio.takeComplaints()).toEqual([]);
});

async function makeUser(newcomer: Newcomer): Promise<void> {
  await page.getByRole('button', { name: '新建人员' }).click();
  await fillIn(newcomer);
  const form = page.getByRole('dialog', { name: '新建人员' });
  await form.getByRole('button', { name: '新建', exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

async function fillIn({ name, username, role, unit }: Newcomer): Promise<void> {
  const form = page.getByRole('dialog', { name: '新建人员' });
  await form.getByLabel('用户名').fill(username);
  await form.getByLabel('密码', { exact: true }).fill(passwordOf(username));
  await form.getByLabel('姓名').fill(name);
  await form.getByRole('checkbox', { name: role }).check();
  await form.getByLabel('单位', { exact: true }).selectOption({ label: unit });
}
