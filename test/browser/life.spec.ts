import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { always, ConfigCopy } from '../support/config.js';
import { saidOf } from '../support/field.js';
import { IncidentScreen } from '../support/incident-screen.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { RoleName } from '../support/people.js';
import { signInAt } from '../support/sign-in.js';
import { Studio } from '../support/studio.js';
import { until } from '../support/until.js';
import type { Window } from '../support/window.js';

const TITLE = '网传城东水厂要停水一周';
type Actor = Extract<RoleName, 'monitor' | 'officer' | 'analyst' | 'leader' | 'handler'>;
const ACTORS: readonly Actor[] = ['monitor', 'officer', 'analyst', 'leader', 'handler'];

/** Likelihood 4 × consequence 3 is 12: severity II by the shipped matrix. */
const SCORES: readonly (readonly [factor: string, level: number])[] = [
  ['传播范围', 4],
  ['可信程度', 4],
  ['时机', 4],
  ['人身安全', 3],
  ['民生影响', 3],
  ['公共服务受扰', 3],
  ['公信力', 3],
];

/** Whoever is on duty is told at once, the next a second later; to acknowledge there are 40 s. */
const config = new ConfigCopy()
  .set('clocks.yaml', { 'clocks.acknowledge.due': always('PT40S') })
  .set('ladders.yaml', { 'ladders.duty.steps.1.wait': 'PT1S' });

let studio: Studio;
const windows = new Map<Actor, Window>();
/** Where the incident is, once it is logged. */
let path = '';

beforeAll(async () => {
  studio = await Studio.open({ env: config.env });
  const admin = await signInAsBootstrap(studio.url);
  for (const role of ACTORS) {
    await hire(studio.url, admin, { username: role, roles: [role], unit: 'water' });
    windows.set(role, await studio.window());
  }
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

afterAll(async () => {
  await studio.close();
  config.remove();
});

step('five people sign in, each at their own browser, and nothing waits for them', async () => {
  await Promise.all(
    ACTORS.map(async (role) => {
      const page = pageOf(role);
      await page.goto('/');
      await signInAt(page, role);
      await page.getByText('没有等您处理的事项').waitFor();
    }),
  );
});

step('the monitor logs a rumour and reports it', async () => {
  const page = pageOf('monitor');
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: '快速登记' });
  await dialog.getByLabel('原文或所见').fill('听说城东水厂要停水一周，快存水');
  await dialog.getByLabel('一句话说法').fill(TITLE);
  await dialog.getByRole('radio', { name: '谣言传言' }).check();
  await dialog.getByRole('radio', { name: '供水排水' }).check();
  await dialog.getByLabel('来源').fill('清源论坛');
  await dialog.getByRole('button', { name: '登记' }).click();
  await page.getByRole('link', { name: '查看事件' }).click();

  const screen = new IncidentScreen(page);
  await screen.waitForStage('已发现');
  path = new URL(page.url()).pathname;
  expect(await screen.offered()).toEqual(['上报']);
  const form = await screen.choose('上报');
  await form.getByRole('radio', { name: 'Ⅱ级 重大' }).check();
  await screen.send('上报');
  await screen.waitForStage('已上报');
  expect(await screen.offered()).toEqual([]);
});

step(
  'the officer sees it climb without a reload, the time running down, and acknowledges with one tap',
  async () => {
    const page = pageOf('officer');
    const needed = page.getByRole('region', { name: /^需要我处理/ });
    await needed.getByRole('link', { name: TITLE }).waitFor();
    const left = needed.getByText(/^还剩 \d+ 秒$/);
    const before = await secondsOf(left);
    await until('the time runs down', async () => (await secondsOf(left)) < before);

    await needed.getByRole('button', { name: `签收：${TITLE}` }).click();
    await page.getByText('没有等您处理的事项').waitFor();
    await page.goto(path);
    const screen = new IncidentScreen(page);
    await screen.waitForEntry('officer', '签收');
    expect(await screen.offered()).toEqual(['排除']);
  },
);

step(
  'the analyst scores it, the matrix says II, and the form says beside the field what is missing',
  async () => {
    const page = pageOf('analyst');
    await page.getByRole('button', { name: `研判：${TITLE}` }).click();
    const screen = new IncidentScreen(page);
    const form = screen.form('研判');
    for (const [factor, level] of SCORES) {
      await form
        .getByRole('group', { name: factor })
        .getByRole('radio')
        .nth(level - 1)
        .check();
    }
    await form.getByText('可能性 4 × 后果 3 = 12').waitFor();
    expect(await form.getByRole('radio', { name: 'Ⅱ级 重大' }).isChecked()).toBe(true);
    expect(await form.getByLabel('责任单位').locator('option:checked').textContent()).toBe(
      '县水务局',
    );

    const act = form.getByRole('button', { name: '研判' });
    await act.click();
    await form.getByRole('group', { name: '研判意见' }).getByText('请选择').waitFor();
    await form.getByRole('radio', { name: '转处置' }).check();
    await form.getByRole('radio', { name: 'Ⅲ级 较大' }).check();
    await act.click();
    await form.getByText('所定等级与矩阵建议不同，请说明理由').waitFor();
    expect(await saidOf(form.getByLabel('理由'))).toBe('所定等级与矩阵建议不同，请说明理由');
    await form.getByRole('radio', { name: 'Ⅱ级 重大' }).check();
    await screen.send('研判');
    await screen.next.getByText('等领导同意').waitFor();
    expect(await screen.offered()).not.toContain('同意');
  },
);

step('the leader, told by the desk, concurs', async () => {
  const page = pageOf('leader');
  await page.getByRole('button', { name: `同意：${TITLE}` }).click();
  const screen = new IncidentScreen(page);
  await screen.form('同意').waitFor();
  await screen.send('同意');
  await screen.waitForStage('已研判');
});

step('the handler starts the disposal', async () => {
  const page = pageOf('handler');
  await page.getByRole('button', { name: `启动处置：${TITLE}` }).click();
  const screen = new IncidentScreen(page);
  const form = screen.form('启动处置');
  await form.getByLabel('措施', { exact: true }).fill('到水厂核实');
  await form.getByLabel('完成期限').fill('2099-01-01T12:00');
  await screen.send('启动处置');
  await screen.waitForStage('处置中');
});

step('the handler cannot complete it before all is done, and is told what is missing', async () => {
  const page = pageOf('handler');
  const screen = new IncidentScreen(page);
  expect(await screen.offered()).toEqual(['填写核查结论']);
  const missing = screen.next.getByRole('listitem').filter({ hasText: '办结处置' });
  expect(await missing.getByRole('listitem').allTextContents()).toEqual([
    '还有措施未完成或免除 去看未完成的措施',
    '还没有核查结论',
    '核查结论还没有依据',
  ]);
  await missing.getByRole('link', { name: '去看未完成的措施' }).click();
  expect(new URL(page.url()).hash).toBe('#plan');

  const plan = page.getByRole('region', { name: /^计划与措施/ });
  await plan.getByRole('button', { name: '完成：到水厂核实' }).click();
  await screen.form('完成措施').getByLabel('结果').fill('水厂供水正常，没有停水计划');
  await screen.send('完成措施');
  await missing.getByText('还有措施未完成或免除').waitFor({ state: 'detached' });
});

step('a verdict needs evidence, and a disposal without a response needs a reason', async () => {
  const page = pageOf('handler');
  const screen = new IncidentScreen(page);
  const verdict = await screen.choose('填写核查结论');
  await verdict.getByRole('radio', { name: '不实', exact: true }).check();
  await verdict.getByRole('button', { name: '填写核查结论' }).click();
  await verdict.getByText('核查结论须附依据').waitFor();
  await verdict.getByLabel('依据内容').fill('水厂当日运行记录，出厂水量与平日相同');
  await screen.send('填写核查结论');

  const completion = await screen.choose('办结处置');
  await completion.getByRole('button', { name: '办结处置' }).click();
  await completion.getByText('还没有发布回应').waitFor();
  const reason = completion.getByLabel('不需回应的理由');
  expect(await saidOf(reason)).toContain('请发布或说明不需回应的理由');
  await reason.fill('传播很小，已在原帖下由水厂官方账号说明');
  await screen.send('办结处置');
  await screen.waitForStage('已处置');
  expect(await screen.offered()).toEqual([]);
});

step('the analyst archives it, and the record is sealed', async () => {
  const page = pageOf('analyst');
  await page.goto('/');
  await page.getByRole('button', { name: `归档：${TITLE}` }).click();
  const screen = new IncidentScreen(page);
  const form = screen.form('归档');
  await form.getByLabel('结案小结').fill('传言不实，两小时内查清');
  await form.getByLabel('经验教训').fill('检修计划应提前公布');
  await screen.send('归档');
  await screen.waitForStage('已归档');
  await page
    .getByRole('region', { name: '结案' })
    .getByText(/^[0-9a-f]{64}$/)
    .waitFor();
  expect(await screen.offered()).toEqual([]);
  expect(studio.takeComplaints()).toEqual([]);
});

const pageOf = (role: Actor): Page => windows.get(role)!.page;

async function secondsOf(left: Locator): Promise<number> {
  return Number(/\d+/.exec((await left.textContent()) ?? '')?.[0]);
}
