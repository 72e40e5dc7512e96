import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  findingsOfAxe,
  findingsOfThumb,
  findingsOfWidth,
  findingsOfWords,
} from '../support/audit.js';
import { shiftAt } from '../support/duty.js';
import { Case } from '../support/incidents.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person, RoleName } from '../support/people.js';
import { startRota } from '../support/running-rota.js';
import { quarterOf } from '../support/some-briefs.js';
import { PHONE, Studio } from '../support/studio.js';
import { until } from '../support/until.js';

const RUMOUR = '网传城东水厂停水一周';
const NOTE = '请查明传言来源，三日内向社会说明供水情况';

let studio: Studio;
let incident: Case;
/** The leader has a phone and a screen on the wall, the analyst and the water office a desk each. */
let phone: Page;
let desk: Page;
let water: Page;
let wall: Page;
let officer: Person;
let path = '';

beforeAll(async () => {
  studio = await Studio.open();
  const admin = await signInAsBootstrap(studio.url);
  const join = (username: string, role: RoleName, unit: string) =>
    hire(studio.url, admin, { username, roles: [role], unit });
  officer = await join('chen', 'officer', 'cyberspace');
  const [analyst, leader, handler] = await Promise.all([
    join('xu', 'analyst', 'cyberspace'),
    join('he', 'leader', 'cyberspace'),
    join('luo', 'handler', 'water'),
  ]);
  incident = await Case.log(officer, { title: RUMOUR });
  await aShift(
    admin,
    await join('zhou', 'officer', 'cyberspace'),
    await join('liu', 'leader', 'cyberspace'),
  );
  path = await aDraft(analyst);
  phone = (await studio.windowOf(leader, PHONE)).page;
  desk = (await studio.windowOf(analyst)).page;
  water = (await studio.windowOf(handler)).page;
  wall = (await studio.windowOf(leader, { viewport: { width: 1920, height: 1080 } })).page;
});

afterAll(() => studio.close());

/** The officer is on duty, so that a number of the brief counts a shift. */
async function aShift(admin: Person, second: Person, chief: Person): Promise<void> {
  await startRota(admin, { first: officer, second, leader: chief });
  const { id } = await shiftAt(officer, 'officer', Date.now());
  await officer.post(`/shifts/${id}/sign-in`, {});
}

/** A brief of the quarter that runs, so that what was just logged is in it. */
async function aDraft(analyst: Person): Promise<string> {
  const period = quarterOf(new Date());
  const { id } = (await analyst.post('/reports', { type: 'quarterly', period })) as { id: string };
  return `/reports/${id}`;
}

let isBroken = false;

/** Each step begins where the one before ended: after a broken one there is nothing left to see. */
function step(name: string, act: () => Promise<void>): void {
  it(name, async () => {
    if (isBroken) throw new Error('a step before this one did not succeed');
    isBroken = true;
    await act();
    isBroken = false;
  });
}

const stateOf = (page: Page, state: string) =>
  page.getByRole('banner').or(page.locator('header')).getByText(state, { exact: true }).waitFor();

describe('an analyst at a desk', () => {
  step('edits a section, and a number that no figure supports is marked', async () => {
    await desk.goto(path);
    const section = desk.getByRole('region', { name: '一、总体态势' });
    await section.getByRole('button', { name: '修改“总体态势”' }).click();
    await section.getByLabel('总体态势：正文').fill('本期共登记舆情事件 1 件，约 300 人议论。');
    await section.getByText('草稿已存在本机').waitFor();
    expect(await desk.getByRole('button', { name: '送审' }).isDisabled()).toBe(true);
    expect(await findingsOf(desk)).toEqual([]);

    await section.getByRole('button', { name: '保存' }).click();
    await section.locator('mark').filter({ hasText: '300' }).waitFor();
    await section.getByRole('link', { name: '1', exact: true }).waitFor();
    await desk.getByText('正文有 1 处数字没有数据支持').waitFor();
  });

  step('keeps what is typed over a reload', async () => {
    desk.on('dialog', (dialog) => void dialog.accept());
    const section = desk.getByRole('region', { name: '二、重点舆情' });
    await section.getByRole('button', { name: '修改“重点舆情”' }).click();
    await section.getByLabel('重点舆情：正文').fill('本期重点是供水。');
    await desk.reload();
    await until(
      'the words are back',
      async () => (await section.getByLabel('重点舆情：正文').inputValue()) === '本期重点是供水。',
    );
    await section.getByRole('button', { name: '放弃修改' }).click();
    await section.getByLabel('重点舆情：正文').waitFor({ state: 'detached' });
  });

  step('follows a number that counts shifts to the shift', async () => {
    const duty = desk.getByText(/^值班：本期班次/);
    await duty.getByRole('link').first().click();
    const panel = desk.getByRole('dialog', { name: '班次' });
    const shift = panel.getByRole('listitem').filter({ hasText: '网信值班室' });
    await shift.getByRole('link', { name: /^chen / }).waitFor();
    expect(await findingsOf(desk)).toEqual([]);
    expect(await panel.getByRole('button', { name: /批示/ }).count()).toBe(0);
    await shift.getByRole('link').click();
    await desk.getByRole('heading', { level: 1, name: /chen/ }).waitFor();
    await desk.goto(path);
  });

  step('submits it', async () => {
    await desk.getByRole('button', { name: '送审' }).click();
    const dialog = desk.getByRole('dialog', { name: '送审？' });
    await dialog.getByRole('button', { name: '送审' }).click();
    await stateOf(desk, '待领导审定');
  });
});

describe('a leader with a phone', () => {
  step('is told on the overview what waits for a signature', async () => {
    await phone.goto('/overview');
    await phone.getByText(/^本季度至今登记舆情事件/).waitFor();
    await phone.getByRole('link', { name: '有 1 件等您签批' }).waitFor();
    const waiting = phone.getByRole('region', { name: /^待我签批/ });
    await waiting.getByRole('link', { name: /季度舆情分析报告$/ }).click();
    await phone.getByRole('button', { name: '审定' }).waitFor();
    expect(new URL(phone.url()).pathname).toBe(path);
  });

  step('finds the brief in the list and reads it', async () => {
    await phone.goto('/');
    await phone.getByText('更多', { exact: true }).click();
    await phone.getByRole('link', { name: '分析报告', exact: true }).click();
    await phone
      .getByRole('link', { name: /季度舆情分析报告$/ })
      .first()
      .click();
    await phone.getByRole('heading', { level: 2, name: '一、总体态势' }).waitFor();
    expect(new URL(phone.url()).pathname).toBe(path);
    expect(await findingsOf(phone, true)).toEqual([]);
  });

  step(
    'taps a number down to the incident behind it, and comes back to the same sheet',
    async () => {
      await phone
        .getByRole('region', { name: '一、总体态势' })
        .getByRole('link', { name: '1', exact: true })
        .click();
      const sheet = phone.getByRole('dialog', { name: '登记' });
      await sheet.getByText('1 件', { exact: true }).waitFor();
      await sheet.getByText('本期登记的事件').waitFor();
      expect(await findingsOf(phone, true)).toEqual([]);

      await sheet.getByRole('link', { name: RUMOUR }).click();
      await phone.getByRole('heading', { level: 1, name: RUMOUR }).waitFor();
      await phone.goBack();
      await sheet.getByRole('link', { name: RUMOUR }).waitFor();
    },
  );

  step('writes a note about it, which is work for a unit with an end', async () => {
    const sheet = phone.getByRole('dialog', { name: '登记' });
    await sheet.getByRole('button', { name: `就 ${incident.page.number} 批示` }).click();
    const form = phone.getByRole('dialog', { name: '批示' });
    await form.getByRole('button', { name: '下达' }).click();
    await form.getByText('请写批示内容').waitFor();
    expect(await findingsOf(phone, true)).toEqual([]);

    await form.getByLabel('批示内容').fill(NOTE);
    await form.getByLabel('承办单位').selectOption({ label: '县水务局' });
    await form.getByRole('button', { name: '3 天' }).click();
    await form.getByRole('button', { name: '下达' }).click();
    await form.waitFor({ state: 'detached' });
    await phone.keyboard.press('Escape');
    await phone.getByRole('list', { name: '已下达的批示' }).getByText(NOTE).waitFor();
  });

  step('approves, after saying that the unsupported number was checked', async () => {
    await phone.getByRole('button', { name: '审定' }).click();
    const sheet = phone.getByRole('dialog', { name: '审定？' });
    await sheet.getByRole('button', { name: '审定' }).click();
    await sheet.getByText('请核对并勾选').waitFor();
    expect(await findingsOf(phone, true)).toEqual([]);
    await sheet.getByLabel('1 处没有数据支持的数字，我已核对').check();
    await sheet.getByRole('button', { name: '审定' }).click();
    await stateOf(phone, '待印发');
  });
});

describe('the unit', () => {
  step('has the note on its list with its term, and reports what was done', async () => {
    await water.goto('/instructions');
    const line = water.getByRole('listitem').filter({ hasText: NOTE });
    await line.getByText(/还剩 \d 天|还剩 \d+ 小时/).waitFor();
    await line.getByRole('link', { name: NOTE }).click();
    await water.getByRole('button', { name: '报告结果' }).click();
    const dialog = water.getByRole('dialog', { name: '报告办理结果' });
    await dialog.getByLabel('办理结果').fill('已在官网说明，供水正常');
    await dialog.getByRole('button', { name: '报告结果' }).click();
    await stateOf(water, '待认可');
    expect(await findingsOf(water)).toEqual([]);
  });

  step('is answered: the leader accepts, and it is over', async () => {
    await phone.getByRole('list', { name: '已下达的批示' }).getByRole('link').first().click();
    await phone.getByText('已在官网说明，供水正常').first().waitFor();
    expect(await findingsOf(phone, true)).toEqual([]);
    await phone.getByRole('button', { name: '认可办结' }).click();
    await phone
      .getByRole('dialog', { name: '认可办结？' })
      .getByRole('button', { name: '认可办结' })
      .click();
    await stateOf(phone, '已办结');
  });
});

describe('a meeting', () => {
  step('sees one section to a screen, turned by keys, until Esc', async () => {
    await desk.goto(path);
    await desk.getByRole('button', { name: '放映' }).click();
    const stage = desk.getByRole('dialog', { name: /^放映：/ });
    await stage.getByText('1 / 9').waitFor();
    await desk.keyboard.press('ArrowRight');
    await stage.getByRole('heading', { name: '一、总体态势' }).waitFor();
    await desk.keyboard.press('End');
    await stage.getByText('9 / 9').waitFor();
    await desk.keyboard.press('ArrowLeft');
    await stage.getByRole('heading', { name: '七、建议与整改台账' }).waitFor();
    await desk.keyboard.press('Escape');
    await stage.waitFor({ state: 'detached' });
  });

  step('sees on the wall what was logged a moment ago, without a touch', async () => {
    await wall.goto('/overview/wall');
    const open = wall.locator('dl > div').filter({ hasText: '在办' }).locator('dd');
    await until('one is open', async () => (await open.innerText()) === '1');
    expect(await findingsOf(wall)).toEqual([]);
    await Case.log(officer, { title: '网传大桥开裂' });
    await until('two are open', async () => (await open.innerText()) === '2');
  });
});

async function findingsOf(page: Page, isPhone = false): Promise<readonly string[]> {
  return [
    ...(await findingsOfAxe(page)),
    ...(await findingsOfWords(page)),
    ...(await findingsOfWidth(page)),
    ...(isPhone ? await findingsOfThumb(page) : []),
  ];
}
