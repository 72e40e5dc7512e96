import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ConfigCopy } from '../support/config.js';
import { Case } from '../support/incidents.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { PHONE, Studio } from '../support/studio.js';
import { until } from '../support/until.js';

const config = new ConfigCopy();
let studio: Studio;
let officer: Person;
let analyst: Person;
let one: Case;
let atOfficer: Page;
let atAnalyst: Page;

beforeAll(async () => {
  studio = await Studio.open({ env: config.env });
  const admin = await signInAsBootstrap(studio.url);
  officer = await hire(studio.url, admin, { username: '陈可', roles: ['officer'] });
  analyst = await hire(studio.url, admin, { username: '许言', roles: ['analyst'] });
  const monitor = await hire(studio.url, admin, { username: '周岚', roles: ['monitor'] });
  one = await Case.log(monitor);
  atOfficer = (await studio.windowOf(officer)).page;
  atAnalyst = (await studio.windowOf(analyst, PHONE)).page;
});

afterAll(async () => {
  await studio.close();
  config.remove();
});

const pathOf = (incident: Case): string => `/incidents/${incident.id}`;
const looking = (page: Page) => page.getByText(/正在看$/);

it('two who look at once see each other, without asking anew, until one goes', async () => {
  await atOfficer.goto(pathOf(one));
  await atOfficer.getByRole('heading', { name: '经过' }).waitFor();
  expect(await looking(atOfficer).count()).toBe(0);
  await atAnalyst.goto(pathOf(one));
  await atOfficer.getByText('许言 正在看').waitFor();
  await atAnalyst.getByText('陈可 正在看').waitFor();
  await atAnalyst.goto('/incidents');
  await looking(atOfficer).waitFor({ state: 'detached' });
});

it('a comment reaches the other at once, and whom it mentions is told', async () => {
  await atAnalyst.goto(pathOf(one));
  const box = atOfficer.getByRole('textbox', { name: '评论' });
  await box.fill('请今天研判，');
  await box.press('End');
  await box.pressSequentially('@');
  const whom = atOfficer.getByRole('combobox', { name: '提到谁' });
  await whom.fill('许');
  await whom.press('Enter');
  await atOfficer.getByRole('list', { name: '提到的同事' }).getByText('@许言').waitFor();
  expect(await box.inputValue()).toBe('请今天研判，');
  await box.press('Control+Enter');
  await atAnalyst.getByText('请今天研判，').waitFor();
  await until('the box is empty again', async () => (await box.inputValue()) === '');
  await atAnalyst.goto('/notifications');
  await atAnalyst.getByText('评论中提到您').waitFor();
});

it('what is typed is still there after a reload', async () => {
  const box = atOfficer.getByRole('textbox', { name: '评论' });
  await box.fill('还没有写完');
  await atOfficer.reload();
  await until('the draft is back', async () => (await box.inputValue()) === '还没有写完');
  await box.fill('');
});

it('a line shows where one left off, and the list says how much is new', async () => {
  await atAnalyst.goto(pathOf(one));
  await atAnalyst.getByText('请今天研判，').waitFor();
  await until('it is read', async () => {
    const room = (await analyst.get(`/incidents/${one.id}/room`)) as Record<string, number>;
    return room['seenSeq'] === room['lastSeq'];
  });
  await atAnalyst.goto('/incidents');
  for (const text of ['第一条', '第二条']) {
    await one.look(officer);
    await one.give(officer, 'note', { text });
  }
  await atAnalyst.getByText('2 条新记录').waitFor();
  await atAnalyst.goto(pathOf(one));
  await atAnalyst.getByText('以上 2 条是您上次查看后新增的').waitFor();
  await atAnalyst.goto('/incidents');
  await atAnalyst.getByText('2 条新记录').waitFor({ state: 'detached' });
});

it('one watches, mutes and stops with a tap', async () => {
  await atOfficer.goto(pathOf(one));
  const press = (name: string) => atOfficer.getByRole('button', { name, exact: true }).click();
  await press('不提醒');
  await atOfficer.getByRole('button', { name: '恢复提醒' }).waitFor();
  await press('取消关注');
  await atOfficer.getByRole('button', { name: '关注', exact: true }).waitFor();
  expect(await officer.get(`/incidents/${one.id}/room`)).toMatchObject({ watching: false });
  expect(studio.takeComplaints()).toEqual([]);
});
