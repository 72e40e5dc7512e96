import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  findingsOfAxe,
  findingsOfThumb,
  findingsOfWidth,
  findingsOfWords,
} from '../support/audit.js';
import { ConfigCopy } from '../support/config.js';
import { Case } from '../support/incidents.js';
import { MessageInbox } from '../support/message-inbox.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person, RoleName } from '../support/people.js';
import { startRota } from '../support/running-rota.js';
import { PHONE, Studio } from '../support/studio.js';
import { until } from '../support/until.js';

const RUMOUR = '网传城东水厂要停水';
const SMELL = '化工园区异味传言';
const OPEN_MATTER = '城东片区水压偏低，抢修队已出发';

const config = new ConfigCopy();
let inbox: MessageInbox;
let studio: Studio;
let wang: Person;
let zhou: Person;
let liu: Person;
/** Each at their own browser; Wang has a phone in his hand besides. */
let wangs: Page;
let phone: Page;
let zhous: Page;
let lius: Page;
/** Where Wang's shift is. */
let path = '';

beforeAll(async () => {
  inbox = await MessageInbox.open();
  inbox.connect(config);
  studio = await Studio.open({ env: config.env });
  const admin = await signInAsBootstrap(studio.url);
  const join = (username: string, role: RoleName) =>
    hire(studio.url, admin, { username, roles: [role], unit: 'cyberspace' });
  [wang, zhou, liu] = await Promise.all([
    join('wang', 'officer'),
    join('zhou', 'officer'),
    join('liu', 'leader'),
  ]);
  await admin.must('PATCH', `/users/${wang.id}`, {
    contacts: [
      { channel: 'phone', address: '0571 8800 1201' },
      { channel: 'webhook', address: 'wang' },
    ],
  });
  await startRota(admin, { first: wang, second: zhou, leader: liu });
  const pages = await Promise.all([
    studio.windowOf(wang),
    studio.windowOf(wang, PHONE),
    studio.windowOf(zhou),
    studio.windowOf(liu),
  ]);
  [wangs, phone, zhous, lius] = pages.map(({ page }) => page) as [Page, Page, Page, Page];
});

afterAll(async () => {
  await studio.close();
  await inbox.close();
  config.remove();
});

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

describe('a shift', () => {
  step('begins with one tap on the phone, and everybody sees who is there', async () => {
    await phone.goto('/');
    await tap(phone, '签到');
    const onDuty = zhous.getByRole('region', { name: '当前值班' });
    await zhous.goto('/');
    await onDuty.getByText('已签到').waitFor();
    const call = onDuty.getByRole('link', { name: '拨打 wang：0571 8800 1201' });
    expect(await call.getAttribute('href')).toBe('tel:057188001201');
  });

  step('an escalation reaches the phone of whoever is on duty, and is taken there', async () => {
    await report(RUMOUR);
    await phone.getByRole('button', { name: `签收：${RUMOUR}` }).click();
    await phone.getByText('没有等您处理的事项').waitFor();
  });

  step('a message’s link says what it acknowledges, and does it without a sign-in', async () => {
    await report(SMELL);
    await until('the message has come', () => inbox.ackPathFor('wang', SMELL) !== undefined);
    const link = inbox.ackPathFor('wang', SMELL) ?? '';
    const { page } = await studio.window(PHONE);
    await page.goto(link);
    await page.getByRole('heading', { name: 'wang，请签收' }).waitFor();
    await page.getByText(SMELL).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '签收' }).click();
    await page.getByRole('heading', { name: '已签收' }).waitFor();

    await page.reload();
    await page.getByRole('heading', { name: '这个链接已经用过' }).waitFor();
    await phone.goto('/');
    await phone.getByText('没有等您处理的事项').waitFor();
  });

  step('is logged line by line, each with one Enter', async () => {
    await wangs.goto('/');
    await wangs.getByRole('link', { name: '值班日志' }).click();
    await wangs.getByRole('form', { name: '记一条' }).waitFor();
    path = new URL(wangs.url()).pathname;
    const text = wangs.getByLabel('内容');
    await text.fill('巡看重点论坛，无异常');
    await text.press('Enter');
    await wangs.getByText('巡看重点论坛，无异常').waitFor();
    await until(
      'the cursor is back in the empty line',
      async () => (await text.inputValue()) === '',
    );

    await wangs.getByLabel('来源').fill('县水务局');
    await wangs.getByLabel('需跟踪').check();
    await text.fill(OPEN_MATTER);
    await text.press('Enter');
    await wangs.getByText('1 条未了结').waitFor();
  });

  step('is checked on: the leader asks, the officer answers in time', async () => {
    await lius.goto(path);
    await lius.getByRole('button', { name: '现在查岗' }).click();
    await lius.getByRole('button', { name: /^应答查岗 还剩 9 分/ }).waitFor();
    await tap(phone, '应答查岗');
    await lius.getByText(/查岗，.*后应答$/).waitFor();
  });

  step('passes on with a list of what is open, signed by both', async () => {
    await wangs.goto('/');
    await tap(wangs, '交班');
    const handOver = wangs.locator('#hand-over');
    await handOver.getByRole('link', { name: RUMOUR }).waitFor();
    await handOver.getByText(OPEN_MATTER).waitFor();
    await handOver.getByLabel('交代').fill('水务局答应 21 点前回电');
    await handOver.getByRole('button', { name: '交班并签字' }).click();
    await handOver.getByText('接班 zhou，尚未签字').waitFor();

    await zhous.goto('/');
    await tap(zhous, '签到');
    await tap(zhous, '接班签字');
    const takeOver = zhous.locator('#take-over');
    await takeOver.getByText('水务局答应 21 点前回电').waitFor();
    await takeOver.getByRole('button', { name: '接班签字' }).click();
    await takeOver.getByText('已接班').waitFor();
    await zhous
      .getByRole('region', { name: /^值班日志/ })
      .getByText('上一班移交')
      .waitFor();
    await wangs.getByText(/^接班 zhou，.* 签字$/).waitFor();
  });

  step('ends with signing out', async () => {
    await tap(wangs, '签退');
    await wangs.getByText(/^\d\d:\d\d 签退$/).waitFor();
  });
});

describe('a swap', () => {
  step('is offered to a colleague, with what it means in words', async () => {
    await wangs.goto('/shifts/mine');
    await wangs
      .getByRole('button', { name: /^换班：/ })
      .nth(1)
      .click();
    const dialog = wangs.getByRole('dialog', { name: /^换班：/ });
    await dialog.getByLabel('请谁接').selectOption({ label: 'zhou' });
    await dialog.getByText(/由zhou值。须带班领导确认后生效；在那之前仍由您值。/).waitFor();
    await dialog.getByRole('button', { name: '发出换班' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  step('is taken by the colleague and confirmed by a leader', async () => {
    await zhous.goto('/shifts/mine');
    await act(zhous, '我来接');
    await zhous.goto('/swaps');
    await zhous.getByText('等领导确认').waitFor();
    await lius.goto('/swaps');
    await act(lius, '同意换班');
    await zhous.getByText(/^已了结 1 件$/).waitFor();
    await zhous.goto('/shifts/mine');
    await zhous.getByText('网信值班室 · 换班').waitFor();
  });
});

describe('every page of duty', () => {
  const PLACES = ['/', '/shifts/mine', '/swaps', '/settings/channels', '/engine', 'the shift'];

  it.each(PLACES)('%s is open to everyone, at a desk and on a phone', async (place) => {
    for (const page of [wangs, phone]) {
      await page.goto(place === 'the shift' ? path : place);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await until('it has arrived', async () => (await page.getByText('正在载入').count()) === 0);
      expect(await findingsOf(page)).toEqual([]);
      if (page === phone) expect(await findingsOfThumb(page)).toEqual([]);
    }
    expect(studio.takeComplaints()).toEqual([]);
  });
});

/** The next act of one's shift: on a desk beside the lists, on a phone at the bottom. */
const tap = (page: Page, act: string): Promise<void> =>
  page.getByRole('button', { name: new RegExp(`^${act}：值班员`) }).click();

/** Chooses an act on a swap, and does it in the dialog that says what it means. */
async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}：`) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function report(title: string): Promise<void> {
  const incident = await Case.log(zhou, { title });
  await incident.give(zhou, 'report', { severity: 'III' });
}

const findingsOf = async (page: Page): Promise<string[]> => [
  ...(await findingsOfAxe(page)),
  ...(await findingsOfWidth(page)),
  ...(await findingsOfWords(page)),
];
