import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { aGraveJudgement, aJudgement, Case } from '../support/incidents.js';
import { hire, signInAsBootstrap, unitIdOf } from '../support/people.js';
import type { Person, RoleName } from '../support/people.js';
import { PHONE, Studio } from '../support/studio.js';
import { ALL_CHECKS, Text, aChannel } from '../support/texts.js';

const TITLE = '关于城东水质的情况说明';
const FIRST = '经检测，城东水厂出厂水合格。详询 13800138000。';
const SECOND = '经检测，城东水厂出厂水 106 项指标全部合格。';
const LINK = 'https://www.qingyuan.example/notice/1';
const CHECKS = ['政治', '法律', '政策', '保密', '文字'];

let studio: Studio;
let admin: Person;
let people: Readonly<Record<'drafter' | 'reviewer' | 'editor' | 'leader' | 'analyst', Person>>;
let desk: Page;
let incident: Case;
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

const pages = new Map<Person, Page>();

/** The page of somebody who is signed in; the editor has a phone in hand. */
async function pageOf(person: Person): Promise<Page> {
  const known = pages.get(person);
  if (known) return known;
  const options = person === people.editor ? PHONE : {};
  const { page } = await studio.windowOf(person, options);
  pages.set(person, page);
  return page;
}

beforeAll(async () => {
  studio = await Studio.open();
  admin = await signInAsBootstrap(studio.url);
  const someone = (username: string, role: RoleName, unit?: string): Promise<Person> =>
    hire(studio.url, admin, { username, roles: [role], ...(unit !== undefined && { unit }) });
  people = {
    drafter: await someone('drafter', 'handler', 'water'),
    reviewer: await someone('reviewer', 'reviewer', 'water'),
    editor: await someone('editor', 'reviewer', 'cyberspace'),
    leader: await someone('leader', 'leader'),
    analyst: await someone('analyst', 'analyst'),
  };
  incident = await found('IV');
  desk = await pageOf(people.drafter);
});

afterAll(() => studio.close());

/** An incident in the drafter's unit, with a verdict. */
async function found(severity: 'II' | 'IV'): Promise<Case> {
  const unitId = await unitIdOf(admin, 'water');
  const monitor = await hire(studio.url, admin, {
    ...{ username: `monitor-${severity}`, roles: ['monitor'] },
  });
  const one = await Case.log(monitor);
  await one.give(monitor, 'report', { severity });
  const judgement = severity === 'II' ? aGraveJudgement(unitId) : aJudgement(unitId);
  await one.give(people.analyst, 'judge', judgement);
  if (severity === 'II') await one.give(people.leader, 'concur');
  const evidence = [{ text: '检测报告第 12 号' }];
  await one.give(people.analyst, 'set-verdict', { verdict: 'false', evidence });
  return one;
}

const waitForTag = (page: Page, state: string): Promise<void> =>
  page.locator('header').getByText(state, { exact: true }).first().waitFor();

const judgement = (page: Page): Locator => page.getByRole('region', { name: '您的审核' });

/** Finds the text where it waits, and opens it. */
async function openFrom(person: Person): Promise<Page> {
  const page = await pageOf(person);
  await page.goto('/reviews');
  const waiting = page.getByRole('region', { name: '等我处理' });
  await waiting.getByRole('link', { name: TITLE }).first().click();
  await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
  return page;
}

async function approve(page: Page): Promise<void> {
  for (const check of CHECKS) await judgement(page).getByLabel(check).check();
  await judgement(page).getByText('已核对 5 / 5').waitFor();
  await judgement(page).getByRole('button', { name: '通过' }).click();
  await judgement(page).waitFor({ state: 'detached' });
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '送审' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '送审' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

step('a handler writes an answer from the incident, and is told what was taken out', async () => {
  await desk.goto(`/incidents/${incident.id}`);
  await desk.getByRole('button', { name: '写回应' }).click();
  await desk.getByLabel('标题').fill(TITLE);
  await desk.getByLabel('正文').fill(FIRST);
  await desk.getByLabel('清源县人民政府网站').check();
  // Words that were typed outlive the page.
  await desk.reload();
  await desk.getByLabel('正文').waitFor();
  expect(await desk.getByLabel('正文').inputValue()).toBe(FIRST);
  await desk.getByRole('button', { name: '保存草稿' }).click();
  await desk.getByText('已隐去个人信息：电话 1 处').waitFor();
  await waitForTag(desk, '起草');
  expect(await judgement(desk).count()).toBe(0);
  await submit(desk);
  await waitForTag(desk, '单位初审');
});

step(
  'the unit’s reviewer cannot approve with a check missing, and returns it with a reason',
  async () => {
    const page = await openFrom(people.reviewer);
    await judgement(page).getByLabel('政治').check();
    await judgement(page).getByRole('button', { name: '通过' }).click();
    await judgement(page).getByText('还差：法律、政策、保密、文字').waitFor();
    await judgement(page).getByRole('button', { name: '退回修改' }).click();
    await judgement(page).getByLabel('退回的理由').fill('写明检测了多少项');
    await judgement(page).getByRole('button', { name: '退回修改' }).click();
    await waitForTag(page, '起草');
  },
);

step('the drafter reads why, changes the text, and submits it again', async () => {
  const page = await openFrom(people.drafter);
  await page.getByText('写明检测了多少项').first().waitFor();
  await page.getByRole('button', { name: '修改', exact: true }).click();
  await page.getByLabel('正文').fill(SECOND);
  await page.getByRole('button', { name: '保存新版本' }).click();
  await page.getByText('106 项').first().waitFor();
  await submit(page);
  await waitForTag(page, '单位初审');
});

step('the reviewer sees what changed, told apart without colour, and approves', async () => {
  const page = await openFrom(people.reviewer);
  await page.getByLabel('与哪一版对照').selectOption('1');
  await page.locator('ins').filter({ hasText: '106' }).waitFor();
  await page.locator('del').filter({ hasText: '电话' }).first().waitFor();
  await approve(page);
  await waitForTag(page, '宣传复审');
});

step('the editor reviews it on a phone, with a thumb', async () => {
  const page = await openFrom(people.editor);
  const box = await judgement(page).locator('label').first().boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(48);
  await approve(page);
  await waitForTag(page, '待发布');
  const seen = page.getByRole('region', { name: '谁看过哪一版' });
  await seen.getByText('editor').first().waitFor();
});

step('the drafter records where it went out, and the first response is met', async () => {
  const page = await openFrom(people.drafter);
  await page.getByRole('button', { name: '登记发布' }).click();
  const form = page.getByRole('region', { name: '登记发布' });
  await form.getByRole('button', { name: '登记发布' }).click();
  await form.getByText('请填写链接').waitFor();
  await form.getByLabel('清源县人民政府网站 的链接').fill(LINK);
  await form.getByRole('button', { name: '登记发布' }).click();
  await waitForTag(page, '已发布');
  const { deadlines } = await incident.look(people.analyst);
  expect(deadlines).toContainEqual(
    expect.objectContaining({ clock: 'first-response', state: 'met' }),
  );
});

step(
  'a correction is a new text that two people approve; the former one stays on record',
  async () => {
    const page = await pageOf(people.drafter);
    await page.getByRole('button', { name: '更正' }).click();
    await page.getByLabel('正文').fill('经复检，一项指标略超标，已整改。');
    await page.getByLabel('更正的理由').fill('复检结果不同');
    await page.getByRole('button', { name: '送审更正稿' }).click();
    await waitForTag(page, '更正中，原文仍在外');
    await approve(await openFrom(people.reviewer));
    await approve(await openFrom(people.leader));
    const out = await openFrom(people.drafter);
    await out.getByRole('button', { name: '登记发布' }).click();
    await out.getByLabel('清源县人民政府网站 的链接').fill(LINK);
    await out.getByRole('button', { name: '登记更正' }).click();
    const record = out.getByRole('region', { name: '发布记录' });
    await record.getByText('更正为第 3 版').waitFor();
    await record.getByText('发布第 2 版').waitFor();
  },
);

step('what is urgent is reviewed by both at once, in any order', async () => {
  const grave = await found('II');
  const channelIds = [await aChannel(people.drafter)];
  const text = await Text.write(people.drafter, {
    ...{ incidentId: grave.id, title: TITLE, body: SECOND, channelIds },
  });
  await text.give(people.drafter, 'submit');
  const leader = await pageOf(people.leader);
  await leader.goto(`/reviews/${text.id}`);
  await waitForTag(leader, '紧急联审');
  await approve(leader);
  await waitForTag(leader, '单位初审');
  const reviewer = await pageOf(people.reviewer);
  await reviewer.goto(`/reviews/${text.id}`);
  await approve(reviewer);
  await waitForTag(reviewer, '待发布');
});

step('who opened a text that changed meanwhile is told so, and approves nothing', async () => {
  const channelIds = [await aChannel(people.drafter)];
  const given = { title: TITLE, body: FIRST, channelIds };
  const text = await Text.write(people.drafter, given);
  await text.give(people.drafter, 'submit');
  const page = await pageOf(people.reviewer);
  await page.goto(`/reviews/${text.id}`);
  await judgement(page).waitFor();
  await text.give(people.drafter, 'revise', { body: SECOND });
  await text.give(people.drafter, 'submit');
  await page.getByText('106 项').first().waitFor();
  const stale = { ...ALL_CHECKS, textVersion: 1 };
  expect((await text.refusedTo(people.reviewer, 'approve', stale)).codes).toEqual([
    'review.text-changed',
  ]);
  expect((await text.seenBy(people.reviewer)).reviews).toEqual([]);
});
