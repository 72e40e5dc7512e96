import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  findingsOfAxe,
  findingsOfThumb,
  findingsOfWidth,
  findingsOfWords,
} from '../support/audit.js';
import { Owner } from '../support/database.js';
import { Case } from '../support/incidents.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person, RoleName } from '../support/people.js';
import { PHONE, Studio } from '../support/studio.js';
import { until } from '../support/until.js';
import { linkTo } from '../support/upward-words.js';

let studio: Studio;
let owner: Owner;
let officer: Person;
let leader: Person;
let incident: Case;
/** The officer and the leader at their desks, the city office with a phone. */
let officers: Page;
let leaders: Page;
let phone: Page;
let path = '';

beforeAll(async () => {
  studio = await Studio.open();
  owner = await Owner.of(studio.databaseUrl);
  const admin = await signInAsBootstrap(studio.url);
  const join = (username: string, role: RoleName, unit: string) =>
    hire(studio.url, admin, { username, roles: [role], unit });
  officer = await join('chen', 'officer', 'cyberspace');
  leader = await join('he', 'leader', 'cyberspace');
  const above = await join('city', 'handler', 'city-cyberspace');
  incident = await Case.log(officer);
  await incident.give(officer, 'report', { severity: 'II' });
  officers = (await studio.windowOf(officer)).page;
  leaders = (await studio.windowOf(leader)).page;
  phone = (await studio.windowOf(above, PHONE)).page;
});

afterAll(async () => {
  await owner.close();
  await studio.close();
});

async function findingsOf(page: Page): Promise<readonly string[]> {
  return [
    ...(await findingsOfAxe(page)),
    ...(await findingsOfWords(page)),
    ...(await findingsOfWidth(page)),
  ];
}

describe('an upward report', () => {
  it('is drafted on the page of the incident; what is to be verified is said and marked', async () => {
    await officers.goto(`/incidents/${incident.id}`);
    await officers.getByRole('button', { name: '起草初报' }).click();
    await officers
      .getByRole('heading', { level: 1, name: '关于网传城东水厂停水一周的初报' })
      .waitFor();
    path = new URL(officers.url()).pathname;
    await officers.getByText(/还有 \d 项待核：.*危害情况/).waitFor();
    await officers.getByLabel('危害情况 · 待核').fill('无人员伤亡。');
    await officers.getByText('草稿已存在本机').waitFor();
    expect(await findingsOf(officers)).toEqual([]);
  });

  it('keeps what is typed over a reload, and shows it on the paper once it is saved', async () => {
    officers.on('dialog', (dialog) => void dialog.accept());
    await officers.reload();
    await until(
      'the words are back',
      async () => (await officers.getByLabel('危害情况').inputValue()) === '无人员伤亡。',
    );
    await officers.getByRole('button', { name: '保存' }).click();
    await officers.getByRole('article').getByText('无人员伤亡。').waitFor();
    expect(await officers.getByRole('button', { name: '签发' }).isVisible()).toBe(false);
  });

  it('is sent by the leader, who is told what that means, and stops the clock', async () => {
    await leaders.goto(path);
    await leaders.getByRole('button', { name: '签发' }).click();
    const dialog = leaders.getByRole('dialog');
    await dialog.getByText('报市委网信办。签发后内容不能再改').waitFor();
    await dialog.getByRole('button', { name: '签发' }).click();
    await leaders.getByText('初报 · 待上级签收').waitFor();
    await leaders.getByRole('button', { name: /^上级签收/ }).waitFor();
    await leaders.getByText('校验值 SHA-256').waitFor();
  });

  it('is read and acknowledged on a phone by the unit above, and the officer sees it', async () => {
    await phone.goto('/upward');
    await phone.getByRole('link', { name: /关于网传城东水厂停水一周的初报/ }).click();
    await phone.getByText('县委网信办报给您单位，请阅后签收。').waitFor();
    expect([...(await findingsOf(phone)), ...(await findingsOfThumb(phone))]).toEqual([]);
    await phone.getByRole('button', { name: '签收', exact: true }).click();
    await phone.getByText('初报 · 上级已签收').waitFor();
    await officers.goto(`/incidents/${incident.id}`);
    await officers.getByRole('region', { name: /^上报/ }).getByText('上级已签收').waitFor();
    await officers.getByRole('button', { name: '起草续报' }).waitFor();
  });

  it('by e-mail has a page of its own: read, asked about, and used up', async () => {
    const drafts = `/incidents/${incident.id}/upward-reports`;
    const { id } = (await officer.post(drafts, { type: 'follow-up' })) as { id: string };
    await leader.post(`/upward-reports/${id}/send`);
    const secret = await linkTo(owner, id, new Date(Date.now() + 3_600_000));
    const { page } = await studio.window(PHONE);
    await page.goto(`/received/${secret}`);
    await page.getByRole('heading', { name: '县委网信办向您上报，请阅后签收。' }).waitFor();
    expect([...(await findingsOf(page)), ...(await findingsOfThumb(page))]).toEqual([]);
    await page.getByRole('button', { name: '要求补充' }).click();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('请写明需要补充什么').waitFor();
    await page.getByLabel('需要补充的内容').fill('影响多少户？');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '已要求补充' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '这个链接已经用过' }).waitFor();
    await officers.goto(`/upward/${id}`);
    await officers.getByText('影响多少户？').waitFor();
    expect(studio.takeComplaints()).toEqual([]);
  });
});
