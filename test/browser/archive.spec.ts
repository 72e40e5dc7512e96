import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ConfigCopy } from '../support/config.js';
import { IncidentScreen } from '../support/incident-screen.js';
import { aJudgement, Case } from '../support/incidents.js';
import { hire, signInAsBootstrap, unitIdOf } from '../support/people.js';
import type { Person } from '../support/people.js';
import { Studio } from '../support/studio.js';

const config = new ConfigCopy();
let studio: Studio;
let analyst: Person;
let leader: Person;
let one: Case;
let page: Page;

beforeAll(async () => {
  studio = await Studio.open({ env: config.env });
  const admin = await signInAsBootstrap(studio.url);
  analyst = await hire(studio.url, admin, { username: 'analyst', roles: ['analyst'] });
  leader = await hire(studio.url, admin, { username: 'leader', roles: ['leader'] });
  const everybody = await hire(studio.url, admin, {
    ...{ username: 'everybody', unit: 'water' },
    roles: ['monitor', 'officer', 'analyst', 'handler'],
  });
  one = await disposed(everybody);
  page = (await studio.windowOf(analyst)).page;
});

afterAll(async () => {
  await studio.close();
  config.remove();
});

async function disposed(person: Person): Promise<Case> {
  const unitId = await unitIdOf(person, 'water');
  const incident = await Case.log(person);
  await incident.give(person, 'report', { severity: 'IV' });
  await incident.give(person, 'judge', aJudgement(unitId));
  await incident.give(person, 'start-disposal', {
    actions: [{ title: '核实', kind: 'verify', dueAt: '2099-01-01T00:00:00Z' }],
  });
  const [action] = incident.page.actions;
  await incident.give(person, 'complete-action', { actionId: action?.id, result: '属实' });
  const evidence = [{ text: '检测报告' }];
  await incident.give(person, 'set-verdict', { verdict: 'false', evidence });
  await incident.give(person, 'complete-disposal', { responseNotNeeded: '传播很小' });
  return incident;
}

it('archives with review, lessons and a score, and says beside the field what is missing', async () => {
  await page.goto(`/incidents/${one.id}?act=archive`);
  const screen = new IncidentScreen(page);
  const form = screen.form('归档');
  await form.getByLabel('结案小结').fill('传言不实');
  await form.getByLabel('复盘').fill('核实及时，对外说明慢了');
  await form.getByLabel('经验教训').fill('检修计划应提前公布');
  await form.getByLabel('诉求人满意度').fill('4');
  await form.getByRole('button', { name: '归档', exact: true }).click();
  await form.getByText('填写满意度须说明如何询问').waitFor();
  await form.getByRole('radio', { name: '电话回访' }).check();
  await screen.send('归档');
  await screen.waitForStage('已归档');
  const closing = page.getByRole('region', { name: '结案' });
  await closing.getByText('核实及时，对外说明慢了').waitFor();
  await closing.getByText('4 分（满分 5），电话回访').waitFor();
});

it('gives the sealed record as a PDF', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 PDF：第 1 卷' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^YQ-\d{4}-\d{6}-1\.pdf$/);
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

it('keeps the record of the first chapter in sight after it was reopened', async () => {
  await one.look(leader);
  await one.give(leader, 'reopen', { reason: '又有人说起' });
  await page.getByRole('list', { name: '进程' }).getByText('已上报').first().waitFor();
  const closing = page.getByRole('region', { name: '结案' });
  await closing.getByText('第 1 卷', { exact: true }).waitFor();
  await closing.getByText(/^[0-9a-f]{64}$/).waitFor();
});

it('shows a leader what wording will go, and how long it is kept', async () => {
  const { page: atLeader } = await studio.windowOf(leader);
  await one.look(leader);
  await one.give(await hireOfficer(), 'dismiss', { reason: '重复' });
  await atLeader.goto('/admin/retention');
  await atLeader.getByText('已排除的事件：原文保存 90 天').waitFor();
  await atLeader.getByText('这段时间没有到期的原文').waitFor();
  await atLeader.getByRole('radio', { name: '今后 365 天' }).check();
  await atLeader.getByText('将有 1 件事件的 1 条原文到期').waitFor();
  expect(studio.takeComplaints()).toEqual([]);
});

async function hireOfficer(): Promise<Person> {
  const admin = await signInAsBootstrap(studio.url);
  return hire(studio.url, admin, { username: 'officer', roles: ['officer'] });
}
