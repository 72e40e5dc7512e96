import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyTimeline } from '#platform';
import { A_MINUTE, AN_HOUR, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { PagePresenter } from '../page/present-page.js';

const A_DAY = 24 * AN_HOUR;

let office: TestOffice;
let monitor: TestUser;
let analyst: TestUser;
let leader: TestUser;
let water: TestUser;
let waterLead: TestUser;
let transport: TestUser;
let driver: TestUser;
let market: TestUser;
let waterId: string;
let transportId: string;

beforeAll(async () => {
  office = await TestOffice.open();
  monitor = await office.hire('monitor', ['monitor']);
  analyst = await office.hire('analyst', ['analyst']);
  leader = await office.hire('leader', ['leader']);
  water = await office.hire('water', ['handler'], 'water');
  waterLead = await office.hire('water-lead', ['reviewer'], 'water');
  transport = await office.hire('transport', ['handler'], 'transport');
  driver = await office.hire('driver', ['reviewer'], 'transport');
  market = await office.hire('market', ['handler'], 'market');
  [waterId, transportId] = [await office.unitId('water'), await office.unitId('transport')];
  await office.database.transaction((tx) =>
    tx.query('UPDATE users SET is_unit_lead = true WHERE id = $1', [waterLead.id]),
  );
});

afterAll(() => office.close());

const judgement = () => ({
  likelihood: { spread: 2, believability: 2, timing: 2 },
  consequence: { safety: 1, livelihood: 2, disruption: 2, trust: 1 },
  severity: 'IV',
  decision: 'dispose',
  unitId: waterId,
});

const dueIn = (ms: number): string => new Date(office.clock.now() + ms).toISOString();

async function judged(): Promise<string> {
  const id = await office.log(monitor);
  await office.must(id, 'report', monitor, { severity: 'IV' });
  await office.must(id, 'judge', analyst, judgement());
  return id;
}

/** A plan of two: the water office tests, the transport office drives. */
async function disposing(): Promise<string> {
  const id = await judged();
  await office.must(id, 'start-disposal', water, {
    actions: [
      { title: '检测水质', kind: 'verify', ownerId: water.id, dueAt: dueIn(2 * A_DAY) },
      { title: '调度送水车', kind: 'fix', unitId: transportId, dueAt: dueIn(A_DAY) },
    ],
  });
  return id;
}

async function pageOf(id: string, reader: TestUser) {
  return office.app
    .get(PagePresenter, { strict: false })
    .present(office.database.reader, id, reader, 'zh');
}

async function actionsOf(id: string, reader = water) {
  const [test, drive] = (await pageOf(id, reader)).actions;
  if (test === undefined || drive === undefined) throw new Error('the plan has two actions');
  return { test, drive };
}

interface Clock {
  readonly state: string;
  readonly due_at: Date | null;
  readonly stopped_by: string | null;
}

const clocksOf = (id: string, clock: string): Promise<Clock[]> =>
  office.select<Clock>(
    'SELECT state, due_at, stopped_by FROM deadlines WHERE subject_id = $1 AND clock = $2 ORDER BY started_at, id',
    [id, clock],
  );

async function dueOf(id: string, clock: string): Promise<number | null> {
  const live = (await clocksOf(id, clock)).find(({ state }) => state !== 'stopped');
  return live?.due_at?.getTime() ?? null;
}

const toldOf = async (id: string, topic: string): Promise<string[]> =>
  (
    await office.select<{ username: string }>(
      `SELECT DISTINCT u.username FROM notifications n JOIN users u ON u.id = n.user_id
       WHERE n.subject_id = $1 AND n.topic = $2 ORDER BY 1`,
      [id, topic],
    )
  ).map(({ username }) => username);

async function codesOf(id: string, command: string, actor: TestUser, body = {}): Promise<string[]> {
  const answer = await office.command(id, command, actor, body);
  return answer?.ok === false ? answer.reasons.map(({ code }) => code) : [];
}

describe('a plan', () => {
  it('may be acted on by whom each action is given to, and by the unit that answers for all', async () => {
    const id = await disposing();
    const { test, drive } = await actionsOf(id);
    expect([test.acts, drive.acts]).toEqual([
      ['complete-action', 'change-action', 'waive-action'],
      ['complete-action', 'change-action', 'waive-action'],
    ]);
    const seen = await actionsOf(id, transport);
    expect([seen.test.acts, seen.drive.acts]).toEqual([[], ['complete-action', 'change-action']]);
    expect([seen.test.mine, seen.drive.mine]).toEqual([false, true]);
    const notTheirs = { actionId: test.id, result: '合格' };
    expect(await office.command(id, 'complete-action', transport, notTheirs)).toMatchObject({
      ok: false,
      kind: 'not-permitted',
    });
    await office.must(id, 'change-action', water, {
      actionId: drive.id,
      ownerId: driver.id,
      reason: '司机',
    });
    await office.must(id, 'complete-action', driver, {
      actionId: drive.id,
      result: '已送水',
      evidence: [{ text: '签收单', url: 'https://a.example/1' }],
    });
    const { drive: done } = await actionsOf(id);
    expect(done).toMatchObject({
      status: 'done',
      result: '已送水',
      closedBy: { id: driver.id },
      owner: { id: driver.id },
      evidence: [{ text: '签收单', addedBy: { id: driver.id } }],
      acts: [],
    });
  });

  it('is unknown to a unit that has no part in it', async () => {
    const id = await disposing();
    expect(await office.command(id, 'note', market, { text: '在吗' })).toBeNull();
  });

  it('takes an owner only from the unit whose action it is', async () => {
    const id = await judged();
    const refused = await office.command(id, 'start-disposal', water, {
      actions: [
        { title: '检测', ownerId: water.id, dueAt: dueIn(A_DAY) },
        { title: '送水', ownerId: driver.id, dueAt: dueIn(A_DAY) },
      ],
    });
    expect(refused).toMatchObject({
      ok: false,
      reasons: [{ code: 'action.owner-elsewhere', path: 'actions.1.ownerId' }],
    });
  });

  it('refuses what lies in the past, what names nothing, and what names nothing to change', async () => {
    const id = await disposing();
    const { test } = await actionsOf(id);
    const past = dueIn(-A_MINUTE);
    expect(await codesOf(id, 'add-action', water, { title: '复查', dueAt: past })).toEqual([
      'action.due-past',
    ]);
    expect(
      await codesOf(id, 'add-action', water, { title: '移交', kind: 'refer', dueAt: past }),
    ).toEqual(['add-action.basis-missing', 'action.due-past']);
    expect(await codesOf(id, 'change-action', water, { actionId: test.id, reason: '无' })).toEqual([
      'change-action.nothing',
    ]);
    expect(
      await codesOf(id, 'complete-action', water, { actionId: 'nobody', result: '好' }),
    ).toEqual(['action.not-open']);
    expect(
      await codesOf(id, 'waive-action', water, { actionId: test.id, reason: ' ' }),
    ).toHaveLength(1);
  });

  it('tells whom an action is given to: its owner, or the handlers of its unit', async () => {
    const id = await disposing();
    const [message] = await office.select<{ payload: { to: string[] } }>(
      `SELECT payload FROM outbox WHERE payload->>'topic' = 'action.given' AND payload->>'subjectId' = $1`,
      [id],
    );
    expect(message?.payload.to).toEqual([`user:${transport.id}`]);
  });

  it('is not completed, and its incident not archived, with an action open: every reason at once', async () => {
    const id = await disposing();
    expect(await codesOf(id, 'complete-disposal', water)).toEqual(
      expect.arrayContaining([
        'complete-disposal.actions-open',
        'complete-disposal.unverified',
        'complete-disposal.response-missing',
      ]),
    );
  });
});

describe('the clock of the next action', () => {
  it('runs for the first that is due, and moves on as the plan changes', async () => {
    const id = await disposing();
    const start = office.clock.now();
    const { test, drive } = await actionsOf(id);
    expect(await dueOf(id, 'next-action')).toBe(start + A_DAY);
    const dueAt = dueIn(3 * A_DAY);
    await office.must(id, 'change-action', water, { actionId: drive.id, dueAt, reason: '车坏了' });
    expect(await dueOf(id, 'next-action')).toBe(start + 2 * A_DAY);
    await office.must(id, 'add-action', water, { title: '复查', dueAt: dueIn(AN_HOUR) });
    expect(await dueOf(id, 'next-action')).toBe(start + AN_HOUR);
    const added = (await pageOf(id, water)).actions[2];
    await office.must(id, 'waive-action', water, { actionId: added?.id, reason: '不需要' });
    await office.must(id, 'complete-action', water, { actionId: test.id, result: '合格' });
    expect(await dueOf(id, 'next-action')).toBe(start + 3 * A_DAY);
    await office.must(id, 'complete-action', transport, { actionId: drive.id, result: '已送水' });
    expect(await dueOf(id, 'next-action')).toBeNull();
  });

  it('runs on, ladder and all, when something else of the plan is done', async () => {
    const id = await disposing();
    const { test } = await actionsOf(id);
    await office.advance(A_DAY + A_MINUTE);
    const before = await clocksOf(id, 'next-action');
    const ladders = () =>
      office.select(
        "SELECT id, state FROM escalations WHERE subject_id = $1 AND clock = 'next-action'",
        [id],
      );
    const climbing = await ladders();
    expect(climbing).toHaveLength(1);
    await office.must(id, 'complete-action', water, { actionId: test.id, result: '合格' });
    expect(await clocksOf(id, 'next-action')).toEqual(before);
    expect(await ladders()).toEqual(climbing);
  });

  it('tells the unit when an action is overdue, and stops when the incident is disposed of', async () => {
    const id = await disposing();
    const { test, drive } = await actionsOf(id);
    await office.advance(A_DAY + A_MINUTE);
    // The transport office drives, and is late: it is told first, and the water office four hours later.
    expect(await toldOf(id, 'escalation.step')).toEqual(['driver', 'transport']);
    await office.advance(4 * AN_HOUR);
    expect(await toldOf(id, 'escalation.step')).toContain('water');
    for (const { id: actionId } of [test, drive])
      await office.must(id, 'waive-action', water, { actionId, reason: '合并办理' });
    await office.must(id, 'set-verdict', water, { verdict: 'false', evidence: [{ text: '照片' }] });
    await office.must(id, 'complete-disposal', water, { responseNotNeeded: '已当面答复' });
    expect((await clocksOf(id, 'next-action')).every(({ state }) => state === 'stopped')).toBe(
      true,
    );
  });
});

describe('supervision', () => {
  it('asks for a report at its rhythm, and begins anew with each', async () => {
    const id = await disposing();
    await office.must(id, 'supervise', leader, { reason: '群众反映强烈', every: 'PT4H' });
    expect(await dueOf(id, 'supervision')).toBe(office.clock.now() + 4 * AN_HOUR);
    await office.advance(3 * AN_HOUR);
    await office.must(id, 'progress-report', water, { text: '已派人到场' });
    expect(await dueOf(id, 'supervision')).toBe(office.clock.now() + 4 * AN_HOUR);
    const page = await pageOf(id, leader);
    expect(page).toMatchObject({
      supervision: { by: { id: leader.id }, reason: '群众反映强烈', every: 'PT4H' },
      progress: [{ text: '已派人到场', unit: { id: waterId } }],
    });
    expect(page.supervisedAt).not.toBeNull();
  });

  it('climbs from the handler over the head of the unit to the leaders when no report comes', async () => {
    const id = await judged();
    await office.must(id, 'supervise', leader, { reason: '重大', every: 'PT4H' });
    const reached = async () =>
      (
        await office.select<{ targets: string[] }>(
          `SELECT s.targets FROM escalation_steps s JOIN escalations e ON e.id = s.escalation_id
           WHERE e.subject_id = $1 AND e.ladder = 'supervision' ORDER BY s.ordinal`,
          [id],
        )
      ).flatMap(({ targets }) => targets);
    await office.advance(4 * AN_HOUR - 1);
    expect(await reached()).toEqual([]);
    await office.advance(1);
    expect(await reached()).toEqual(['unit:handler']);
    await office.advance(AN_HOUR);
    expect(await reached()).toEqual(['unit:handler', 'unit:lead']);
    await office.advance(6 * AN_HOUR);
    expect(await reached()).toEqual(['unit:handler', 'unit:lead', 'on-duty:leader', 'role:leader']);
    expect(await toldOf(id, 'escalation.step')).toEqual(['leader', 'water', 'water-lead']);
    await office.must(id, 'progress-report', water, { text: '刚处理完' });
    const open =
      'SELECT 1 FROM escalations WHERE subject_id = $1 AND ladder = $2 AND ended_at IS NULL';
    expect(await office.select(open, [id, 'supervision'])).toEqual([]);
  });

  it('is lifted with a reason, ends with the disposal, and goes on when that is returned', async () => {
    const id = await disposing();
    await office.must(id, 'supervise', leader, { reason: '重大', every: 'P1D' });
    const due = await dueOf(id, 'supervision');
    const { test, drive } = await actionsOf(id);
    for (const { id: actionId } of [test, drive])
      await office.must(id, 'waive-action', water, { actionId, reason: '合并办理' });
    await office.must(id, 'set-verdict', water, { verdict: 'false', evidence: [{ text: '照片' }] });
    await office.must(id, 'complete-disposal', water, { responseNotNeeded: '已当面答复' });
    expect(await dueOf(id, 'supervision')).toBeNull();
    expect((await pageOf(id, leader)).supervisedAt).toBeNull();
    await office.must(id, 'return', leader, { reason: '依据不足' });
    expect(await dueOf(id, 'supervision')).toBe(due);
    expect((await pageOf(id, leader)).supervisedAt).not.toBeNull();
    await office.must(id, 'lift-supervision', leader, { reason: '已解决' });
    expect(await dueOf(id, 'supervision')).toBeNull();
    expect(await codesOf(id, 'progress-report', water, { text: '还有' })).toEqual([
      'supervision.none',
    ]);
  });

  it('is a leader’s to set and to lift, and its unit’s to report', async () => {
    const id = await judged();
    const mark = { reason: '重大', every: 'P1D' };
    for (const actor of [analyst, water])
      expect(await office.command(id, 'supervise', actor, mark)).toMatchObject({
        kind: 'not-permitted',
      });
    await office.must(id, 'supervise', leader, mark);
    expect(await office.command(id, 'progress-report', analyst, { text: '好' })).toMatchObject({
      kind: 'not-permitted',
    });
    expect(await codesOf(id, 'supervise', leader, { reason: ' ', every: 'PT1M' })).toHaveLength(2);
  });
});

describe('handing back', () => {
  it('gives what is not one’s own to the analysts, who judge again; nothing is lost', async () => {
    const id = await disposing();
    const { test } = await actionsOf(id);
    await office.must(id, 'complete-action', water, { actionId: test.id, result: '合格' });
    await office.must(id, 'supervise', leader, { reason: '重大', every: 'P1D' });
    await office.must(id, 'hand-back', water, { reason: '管网归市场监管局' });
    const page = await pageOf(id, analyst);
    expect(page).toMatchObject({
      state: 'reported',
      unit: null,
      handedBack: [{ unit: { id: waterId }, by: { id: water.id }, reason: '管网归市场监管局' }],
      supervision: { every: 'P1D' },
    });
    expect(page.actions.map(({ status }) => status)).toEqual(['done', 'returned']);
    const running = await office.select<{ clock: string }>(
      "SELECT clock FROM deadlines WHERE subject_id = $1 AND state = 'running' ORDER BY clock",
      [id],
    );
    expect(running.map(({ clock }) => clock)).toEqual(['acknowledge', 'first-response', 'judge']);
    await office.must(id, 'judge', analyst, {
      ...judgement(),
      unitId: await office.unitId('market'),
    });
    expect(await dueOf(id, 'supervision')).toBe(office.clock.now() + A_DAY);
    await office.must(id, 'start-disposal', market, {
      actions: [{ title: '检修管网', dueAt: dueIn(A_DAY) }],
    });
    expect((await pageOf(id, market)).actions.map(({ status }) => status)).toEqual([
      'done',
      'returned',
      'open',
    ]);
  });

  it('needs a reason, and is for the unit that was given it', async () => {
    const id = await judged();
    expect(await codesOf(id, 'hand-back', water, { reason: '  ' })).toHaveLength(1);
    expect(await office.command(id, 'hand-back', analyst, { reason: '无' })).toMatchObject({
      kind: 'not-permitted',
    });
    await office.must(id, 'hand-back', water, { reason: '不归我们管' });
    expect(await office.command(id, 'note', water, { text: '在吗' })).toBeNull();
  });
});

describe('the audit', () => {
  it('finds nothing wrong after all of this', async () => {
    expect(await office.database.snapshot((tx) => verifyTimeline(tx))).toMatchObject({ ok: true });
  });
});
