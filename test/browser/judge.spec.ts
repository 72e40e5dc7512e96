import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import {
  findingsOfAxe,
  findingsOfThumb,
  findingsOfWidth,
  findingsOfWords,
} from '../support/audit.js';
import { IncidentScreen } from '../support/incident-screen.js';
import { Case } from '../support/incidents.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person, RoleName } from '../support/people.js';
import { PHONE, Studio } from '../support/studio.js';

const TITLE = '网传城东水厂要停水';
/** What was said before, in like words, and how that ended. */
const BEFORE = '去年的停水传言';

let studio: Studio;
let analyst: Page;
let leader: Page;
let phone: Page;
let path = '';

beforeAll(async () => {
  studio = await Studio.open();
  const admin = await signInAsBootstrap(studio.url);
  const join = (username: string, role: RoleName, unit: string): Promise<Person> =>
    hire(studio.url, admin, { username, roles: [role], unit });
  const monitor = await join('monitor', 'monitor', 'cyberspace');
  const judge = await join('judge', 'analyst', 'cyberspace');
  const chief = await join('chief', 'leader', 'cyberspace');
  const nurse = await join('nurse', 'handler', 'health');
  const before = await Case.log(monitor, { title: BEFORE, place: '城西' });
  await before.give(judge, 'set-verdict', { verdict: 'false', evidence: [{ text: '水质报告' }] });
  const one = await Case.log(monitor, { title: TITLE });
  await one.give(monitor, 'report', { severity: 'III' });
  path = `/incidents/${one.id}`;
  const windows = await Promise.all([
    studio.windowOf(judge),
    studio.windowOf(chief),
    studio.windowOf(nurse, PHONE),
  ]);
  [analyst, leader, phone] = windows.map(({ page }) => page) as [Page, Page, Page];
});

afterAll(() => studio.close());

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

const level = (form: Locator, factor: string, at: number): Promise<void> =>
  form
    .getByRole('group', { name: factor })
    .getByRole('radio')
    .nth(at - 1)
    .check();

async function scoreAll(form: Locator): Promise<void> {
  for (const factor of ['传播范围', '可信程度', '时机']) await level(form, factor, 4);
  for (const factor of ['人身安全', '民生影响', '公共服务受扰', '公信力'])
    await level(form, factor, 3);
}

const findingsOf = async (page: Page): Promise<string[]> => [
  ...(await findingsOfAxe(page)),
  ...(await findingsOfWidth(page)),
  ...(await findingsOfWords(page)),
];

step('the analyst consults a unit, and a handler there answers on a phone', async () => {
  await analyst.goto(path);
  const screen = new IncidentScreen(analyst);
  await screen.next.getByText('其他操作').click();
  const form = await screen.choose('发起会商');
  await form.getByRole('checkbox', { name: '县卫生健康局' }).check();
  await form.getByLabel('会商问题').fill('三个点位的水样是否合格？');
  await form.getByLabel('答复期限').fill('2099-01-01T12:00');
  await screen.send('发起会商');
  const consultation = analyst.getByRole('region', { name: '会商' });
  await consultation.getByText('还没有答复').waitFor();

  await phone.goto('/');
  await phone.getByRole('button', { name: `答复会商：${TITLE}` }).click();
  const answer = phone.getByRole('form', { name: '提交会商意见' });
  await answer.getByText('请您单位答复：三个点位的水样是否合格？').waitFor();
  expect([...(await findingsOf(phone)), ...(await findingsOfThumb(phone))]).toEqual([]);
  await answer.getByLabel('意见').fill('三个点位均合格');
  await answer.getByRole('button', { name: '提交会商意见' }).click();
  await answer.waitFor({ state: 'detached' });

  await consultation.getByText('三个点位均合格').waitFor();
});

step(
  'the judgement desk shows the record, what was like it, and what each cell means',
  async () => {
    await analyst.goto('/');
    await analyst.getByRole('button', { name: `研判：${TITLE}` }).click();
    await analyst.getByRole('region', { name: '类似的事件' }).getByText(BEFORE).waitFor();
    await analyst.getByRole('region', { name: '会商' }).getByText('三个点位均合格').waitFor();
    const form = analyst.getByRole('form', { name: '研判' });
    await form.getByText('例：登上本地热搜第 8 位，市级媒体来电').waitFor();
    await form.getByText('责任分解表').waitFor();
    expect(await form.getByLabel('责任单位').locator('option:checked').textContent()).toBe(
      '县水务局',
    );
    await form.getByRole('button', { name: '可能性 5，后果 5：25 分，Ⅰ级' }).click();
    await form.getByText('可能性 5 是三项平均后取整').waitFor();
    await scoreAll(form);
    await form.getByText('可能性 4 × 后果 3 = 12').waitFor();
    expect(await findingsOf(analyst)).toEqual([]);
  },
);

step('a draft of it survives leaving, and a severity I or II waits for a leader', async () => {
  await analyst.reload();
  const form = analyst.getByRole('form', { name: '研判' });
  await form.getByText('可能性 4 × 后果 3 = 12').waitFor();
  await form.getByRole('radio', { name: '转处置' }).check();
  await form.getByRole('button', { name: '研判', exact: true }).click();
  await analyst.waitForURL(`**${path}`);
  const record = analyst.getByRole('region', { name: '研判', exact: false }).last();
  await record.getByText('等领导同意').first().waitFor();
});

step('the leader sees the same record, and declines with a reason', async () => {
  await leader.goto('/');
  await leader.getByRole('button', { name: `同意：${TITLE}` }).click();
  const waits = leader.getByRole('region', { name: '研判等领导同意' });
  await waits.getByText('登上本地热搜或有媒体转载').waitFor();
  await waits.getByText('与当时一致').waitFor();
  expect(await findingsOf(leader)).toEqual([]);
  await waits.getByRole('button', { name: '不同意，说明理由' }).click();
  const form = leader.getByRole('form', { name: '不同意' });
  await form.getByRole('button', { name: '不同意', exact: true }).click();
  await form.getByText('请填写').first().waitFor();
  await form.getByLabel('理由').fill('请补充卫健部门意见后再报');
  await form.getByRole('button', { name: '不同意', exact: true }).click();
  await leader.waitForURL(`**${path}`);
  await new IncidentScreen(leader).waitForEntry('chief', '不同意研判');
});

step('judged again, another person concurs, and what was seen stays with it', async () => {
  await analyst.goto(`${path}/judge`);
  const form = analyst.getByRole('form', { name: '研判' });
  await scoreAll(form);
  await form.getByRole('radio', { name: '转处置' }).check();
  await form.getByRole('button', { name: '研判', exact: true }).click();
  await analyst.waitForURL(`**${path}`);

  await leader.goto(`${path}?act=concur`);
  const screen = new IncidentScreen(leader);
  await screen.form('同意').waitFor();
  await screen.send('同意');
  await screen.waitForStage('已研判');
  const judged = leader.getByRole('listitem').filter({ hasText: '现行' });
  await judged.getByText('研判时所见').click();
  await judged.getByText('登上本地热搜或有媒体转载').waitFor();
  await judged.getByRole('link', { name: BEFORE }).waitFor();
});

step('evidence is a file that is sent right there; a name that lies is refused', async () => {
  await analyst.goto(`${path}?act=set-verdict`);
  const form = analyst.getByRole('form', { name: '填写核查结论' });
  await form.getByRole('radio', { name: '属实', exact: true }).check();
  await form.getByRole('group', { name: '性质改为' }).waitFor();
  await form.getByRole('radio', { name: '不实', exact: true }).check();
  await form.getByRole('group', { name: '性质改为' }).waitFor({ state: 'detached' });
  const picker = form.locator('input[type=file]');
  const content = Buffer.from('水质合格');
  await picker.setInputFiles({ name: '报告.png', mimeType: 'image/png', buffer: content });
  await form.getByText('文件名却以 .png 结尾').waitFor();
  await picker.setInputFiles({ name: '报告.txt', mimeType: 'text/plain', buffer: content });
  await form.locator('option:checked', { hasText: '报告.txt' }).waitFor({ state: 'attached' });
  await form.getByLabel('依据内容').fill('三个点位水质报告');
  await form.getByRole('button', { name: '填写核查结论' }).click();
  await form.waitFor({ state: 'detached' });
  const claim = analyst.getByRole('region', { name: '说法与核查' });
  await claim.getByRole('link', { name: '报告.txt' }).waitFor();
  await claim.getByText('SHA-256').waitFor();
});
