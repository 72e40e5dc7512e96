import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  findingsOfAxe,
  findingsOfThumb,
  findingsOfWidth,
  findingsOfWords,
} from '../support/audit.js';
import { Case } from '../support/incidents.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person, RoleName } from '../support/people.js';
import { startRota } from '../support/running-rota.js';
import { PHONE, Studio } from '../support/studio.js';

let studio: Studio;
let officer: Person;
/** The water office with a phone, the desk at its screen. */
let phone: Page;
let desk: Page;
let incident: Case;

beforeAll(async () => {
  studio = await Studio.open();
  const admin = await signInAsBootstrap(studio.url);
  const join = (username: string, role: RoleName, unit: string) =>
    hire(studio.url, admin, { username, roles: [role], unit });
  officer = await join('chen', 'officer', 'cyberspace');
  const second = await join('lin', 'officer', 'cyberspace');
  const leader = await join('he', 'leader', 'cyberspace');
  const water = await join('water', 'handler', 'water');
  await startRota(admin, { first: officer, second, leader });
  phone = (await studio.windowOf(water, PHONE)).page;
  desk = (await studio.windowOf(officer)).page;
});

afterAll(() => studio.close());

async function findingsOf(page: Page): Promise<readonly string[]> {
  return [
    ...(await findingsOfAxe(page)),
    ...(await findingsOfWords(page)),
    ...(await findingsOfWidth(page)),
  ];
}

/** What a field of date and time holds on the wall in Shanghai. */
const wall = (ms: number): string =>
  new Date(Date.now() + ms + 8 * 3_600_000).toISOString().slice(0, 16);

describe('an important matter', () => {
  it('is written on a phone; what is missing is said beside its field, and nothing typed is lost', async () => {
    await phone.goto('/matters/new');
    await phone.getByRole('button', { name: '保存', exact: true }).click();
    await phone.getByText('请填写时间').first().waitFor();
    expect([...(await findingsOf(phone)), ...(await findingsOfThumb(phone))]).toEqual([]);
    await phone.getByLabel('标题', { exact: true }).fill('城东片区管网改造停水');
    await phone.getByLabel('类型', { exact: true }).selectOption('interruption');
    await phone.getByLabel('开始', { exact: true }).fill(wall(-3_600_000));
    await phone.getByLabel('结束', { exact: true }).fill(wall(3_600_000));
    await phone.getByLabel('地点', { exact: true }).fill('城东');
    await phone.getByLabel('内容', { exact: true }).fill('城东水厂管网改造，停水两小时。');
    await phone.getByLabel('问题 1', { exact: true }).fill('停水一周是真的吗');
    await phone.getByLabel('答复 1', { exact: true }).fill('不是，两小时后恢复。');
    await phone.getByLabel('类别').selectOption('water');
    await phone.getByRole('button', { name: '保存', exact: true }).click();
    await phone.getByText('草稿，报告后值班室才能看到。').waitFor();
    await phone.getByRole('button', { name: '报告', exact: true }).click();
    await phone.getByText('已报告，等值班室接收。').waitFor();
    expect([...(await findingsOf(phone)), ...(await findingsOfThumb(phone))]).toEqual([]);
  });

  it('is on the desk of the duty office today, and is received there', async () => {
    await desk.goto('/');
    const today = desk.getByRole('region', { name: '今天的重要事项' });
    await today.getByRole('link', { name: '城东片区管网改造停水' }).click();
    await desk.getByRole('button', { name: '接收', exact: true }).click();
    await desk.getByText('值班室已接收。').waitFor();
    expect(await findingsOf(desk)).toEqual([]);
    await phone.getByText('已接收').first().waitFor();
  });

  it('marks its day on the rota, with a panel behind the mark', async () => {
    await desk.goto('/rota');
    // Other days of the month have marks too.
    const today = desk.locator('span', { has: desk.getByText('今天', { exact: true }) });
    await today.getByRole('button', { name: /当天有 \d 件已知的事/ }).click();
    const panel = desk.getByRole('dialog');
    await panel.getByRole('link', { name: '城东片区管网改造停水' }).waitFor();
    expect(await findingsOf(desk)).toEqual([]);
    await desk.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('is suggested beside an incident like it, and linked by a person, with the answers at hand', async () => {
    incident = await Case.log(officer);
    await desk.goto(`/incidents/${incident.id}`);
    const section = desk.getByRole('region', { name: /^事先报告的重要事项/ });
    await section.getByText('可能相关').waitFor();
    await section.getByRole('button', { name: '关联：城东片区管网改造停水' }).click();
    await section.getByText('已关联').waitFor();
    await section.getByText('不是，两小时后恢复。').waitFor();
    await section.getByRole('link', { name: '城东片区管网改造停水' }).click();
    await desk.getByRole('link', { name: new RegExp(incident.page.number) }).waitFor();
    expect(studio.takeComplaints()).toEqual([]);
  });
});
