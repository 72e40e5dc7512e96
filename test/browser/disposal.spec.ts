import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Case, aJudgement } from '../support/incidents.js';
import { IncidentScreen } from '../support/incident-screen.js';
import { findingsOfAxe, findingsOfThumb, findingsOfWidth } from '../support/audit.js';
import { hire, signInAsBootstrap, unitIdOf } from '../support/people.js';
import type { Person } from '../support/people.js';
import { PHONE, Studio } from '../support/studio.js';
import { until } from '../support/until.js';

const TITLE = '城东片区自来水异味';

let studio: Studio;
let leader: Page;
let water: Page;
let driver: Page;
let market: Page;
let one: Case;
let analyst: Person;
let path = '';

beforeAll(async () => {
  studio = await Studio.open();
  const { url } = studio;
  const admin = await signInAsBootstrap(url);
  const monitor = await hire(url, admin, { username: 'monitor', roles: ['monitor'] });
  analyst = await hire(url, admin, { username: 'analyst', roles: ['analyst'] });
  const page = async (
    username: string,
    role: 'leader' | 'handler',
    unit: string,
    phone = false,
  ) => {
    const person = await hire(url, admin, { username, roles: [role], unit });
    return (await studio.windowOf(person, phone ? PHONE : {})).page;
  };
  leader = await page('leader', 'leader', 'cyberspace');
  water = await page('water', 'handler', 'water');
  driver = await page('driver', 'handler', 'transport', true);
  market = await page('market', 'handler', 'market');
  one = await Case.log(monitor, { title: TITLE, kind: 'complaint' });
  await one.give(monitor, 'report', { severity: 'IV' });
  await one.give(analyst, 'judge', aJudgement(await unitIdOf(admin, 'water')));
  path = `/incidents/${one.id}`;
});

afterAll(() => studio.close());

let isBroken = false;

/** Each step begins where the one before ended. */
function step(name: string, act: () => Promise<void>): void {
  it(name, async () => {
    if (isBroken) throw new Error('a step before this one did not succeed');
    isBroken = true;
    await act();
    isBroken = false;
  });
}

const plan = (page: Page) => page.getByRole('region', { name: /^计划与措施/ });

step(
  'the responsible unit starts from a template, changes it, and gives one action away',
  async () => {
    await water.goto(`${path}?act=start-disposal`);
    const form = new IncidentScreen(water).form('启动处置');
    await form.getByLabel('从预案模板开始').selectOption({ label: '供水：检测水质，公布数据' });
    const actions = form.getByRole('group', { name: /^措施 \d+$/ });
    await until('the template is filled in', async () => (await actions.count()) === 3);
    await actions.nth(2).getByRole('button', { name: '删去第 3 项' }).click();
    await actions.nth(1).getByLabel('措施', { exact: true }).fill('调度应急送水车');
    await actions.nth(1).getByLabel('承办单位').selectOption({ label: '县交通运输局' });
    await new IncidentScreen(water).send('启动处置');
    await plan(water).getByText('已办 0 / 2').waitFor();
  },
);

step('a unit that has no part in it knows nothing of it', async () => {
  await market.goto('/');
  await market.getByText('没有等您处理的事项').waitFor();
  await market.goto('/incidents');
  await market.getByText(/没有(符合条件|在办)的事件|还没有事件/).waitFor();
  await market.goto(path);
  await market.getByRole('alert').waitFor();
  expect(await market.getByText(TITLE).count()).toBe(0);
  // The browser notes each 404 that it was answered.
  studio.takeComplaints();
});

step('a leader supervises it, and it is marked in the list', async () => {
  await leader.goto(path);
  const screen = new IncidentScreen(leader);
  await leader.getByText('其他操作').click();
  const form = await screen.choose('督办');
  await form.getByLabel('督办理由').fill('群众反映集中');
  await form.getByRole('radio', { name: '每 4 小时' }).check();
  await screen.send('督办');
  await leader.getByRole('region', { name: /^督办/ }).getByText('还没有进展报告').waitFor();
  await leader.goto('/incidents?supervised=true');
  await leader
    .getByRole('row')
    .filter({ hasText: TITLE })
    .getByText('督办', { exact: true })
    .waitFor();
});

step(
  'the responsible unit reports progress, and the leader reads it without a reload',
  async () => {
    await leader.goto(path);
    const panel = water.getByRole('region', { name: /^督办/ });
    await panel.getByRole('button', { name: '报告进展' }).click();
    const form = new IncidentScreen(water).form('报告进展');
    await form.getByLabel('进展').fill('已到现场取样');
    await new IncidentScreen(water).send('报告进展');
    await leader.getByRole('region', { name: /^督办/ }).getByText('已到现场取样').waitFor();
  },
);

step('the other unit finds its action on the phone, and settles it with its thumb', async () => {
  await driver.goto('/actions');
  await driver.getByText('1 项等您办理').waitFor();
  for (const look of [findingsOfAxe, findingsOfWidth, findingsOfThumb])
    expect(await look(driver)).toEqual([]);
  await driver.getByRole('link', { name: '调度应急送水车' }).click();
  const done = plan(driver).getByRole('button', { name: '完成：调度应急送水车' });
  await done.waitFor();
  for (const look of [findingsOfAxe, findingsOfWidth, findingsOfThumb])
    expect(await look(driver)).toEqual([]);
  const wide = await plan(driver).getByRole('listitem').first().boundingBox();
  const button = await done.boundingBox();
  expect(button?.width ?? 0).toBeGreaterThan((wide?.width ?? 0) * 0.8);
  // What is not theirs is shown, and not offered.
  expect(
    await plan(driver)
      .getByRole('button', { name: /^完成：/ })
      .count(),
  ).toBe(1);
  await done.click();
  const form = new IncidentScreen(driver).form('完成措施');
  await form.getByRole('button', { name: '完成措施' }).click();
  await form.getByText('请填写').first().waitFor();
  await form.getByLabel('结果').fill('已送水三车');
  await new IncidentScreen(driver).send('完成措施');
  await plan(driver).getByText('已办 1 / 2').waitFor();
  await driver.goto('/actions');
  await driver.getByText('没有等您办理的措施').waitFor();
});

step(
  'nothing is complete while an action is open, and the page says all that is missing',
  async () => {
    const screen = new IncidentScreen(water);
    const missing = screen.next.getByRole('listitem').filter({ hasText: '办结处置' });
    await missing.getByText('还有措施未完成或免除').waitFor();
    expect(await screen.offered()).not.toContain('办结处置');
  },
);

step(
  'the unit hands back what is not its own, and sees no more of it; the analyst reads why',
  async () => {
    const screen = new IncidentScreen(water);
    await water.getByText('其他操作').click();
    const form = await screen.choose('退回研判');
    await form.getByLabel('理由').fill('该小区为自备井');
    await form.getByRole('button', { name: '退回研判' }).click();
    await water.waitForURL('**/');
    const page = (await studio.windowOf(analyst)).page;
    await page.goto(path);
    await page
      .getByRole('region', { name: /^退回研判/ })
      .getByText('该小区为自备井')
      .waitFor();
    await plan(page).getByText('退回时未办', { exact: true }).waitFor();
    expect(await new IncidentScreen(page).offered()).toContain('研判');
  },
);
