import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, verifyTimeline } from '#platform';
import { AN_HOUR, TestOffice } from '#testing';
import type { TestUser } from '#testing';

let office: TestOffice;
let monitor: TestUser;
let officer: TestUser;
let analyst: TestUser;
let leader: TestUser;
let handler: TestUser;
let unitId: string;

beforeAll(async () => {
  office = await TestOffice.open();
  monitor = await office.hire('monitor', ['monitor']);
  officer = await office.hire('officer', ['officer']);
  analyst = await office.hire('analyst', ['analyst']);
  leader = await office.hire('leader', ['leader']);
  handler = await office.hire('handler', ['handler'], 'water');
  unitId = await office.unitId('water');
});

afterAll(() => office.close());

const low = {
  likelihood: { spread: 2, believability: 2, timing: 2 },
  consequence: { safety: 1, livelihood: 2, disruption: 2, trust: 1 },
  severity: 'IV',
  decision: 'dispose',
};
const high = {
  ...low,
  likelihood: { spread: 4, believability: 4, timing: 4 },
  consequence: { safety: 3, livelihood: 3, disruption: 3, trust: 3 },
  severity: 'II',
};

async function reported(): Promise<string> {
  const id = await office.log(monitor);
  await office.must(id, 'report', monitor, { severity: 'IV' });
  return id;
}

async function disposing(): Promise<string> {
  const id = await reported();
  await office.must(id, 'acknowledge', officer);
  await office.must(id, 'judge', analyst, { ...low, unitId });
  const actions = [
    { title: '核实水质', dueAt: new Date(office.clock.now() + 24 * AN_HOUR).toISOString() },
  ];
  await office.must(id, 'start-disposal', handler, { actions });
  return id;
}

async function disposed(): Promise<string> {
  const id = await disposing();
  const [row] = await office.select<{ action: string }>(
    "SELECT facts->'actions'->0->>'id' AS action FROM subjects WHERE id = $1",
    [id],
  );
  await office.must(id, 'complete-action', handler, { actionId: row?.action, result: '水质合格' });
  await office.must(id, 'set-verdict', handler, {
    verdict: 'false',
    evidence: [{ text: '检测报告第 12 号' }],
  });
  await office.must(id, 'complete-disposal', handler, { responseNotNeeded: '传播范围很小' });
  return id;
}

const stateOf = async (id: string): Promise<unknown> =>
  (
    await office.select('SELECT state, severity, verdict, version FROM incidents WHERE id = $1', [
      id,
    ])
  )[0];

/** What joint review does when a text goes out. */
async function publish(id: string): Promise<void> {
  const releaseId = newId();
  await office.must(id, 'publish', PROGRAM, { releaseId, title: '水质合格' });
}

const PROGRAM = { id: null, kind: 'system', roles: ['system'], unitId: null } as const;

describe('the first response', () => {
  const clockOf = async (id: string) =>
    office.select<{ state: string; stopped_by: string | null }>(
      "SELECT state, stopped_by FROM deadlines WHERE subject_id = $1 AND clock = 'first-response'",
      [id],
    );

  it('is met by a publication, which is remembered by its release', async () => {
    const id = await reported();
    await publish(id);
    expect(await clockOf(id)).toEqual([{ state: 'stopped', stopped_by: 'published' }]);
    const [row] = await office.select<{ publications: unknown }>(
      "SELECT facts->'publications' AS publications FROM subjects WHERE id = $1",
      [id],
    );
    expect(row?.publications).toMatchObject([{ title: '水质合格', status: 'published' }]);
  });

  it('cannot be paused by anybody, also when asked past the screens', async () => {
    const id = await reported();
    const body = {
      clock: 'first-response',
      reason: '等检测结果',
      resumeBy: new Date(office.clock.now() + AN_HOUR).toISOString(),
    };
    for (const somebody of [monitor, officer, analyst, handler, leader]) {
      const executed = await office.command(id, 'pause-clock', somebody, body);
      expect(executed?.ok ?? false).toBe(false);
    }
    expect(await clockOf(id)).toEqual([{ state: 'running', stopped_by: null }]);
  });
});

describe('an incident', () => {
  it('goes from a logged rumour to the archive, and its timeline tells all of it', async () => {
    const id = await disposed();
    await office.must(id, 'archive', analyst, {
      summary: '谣言，已澄清',
      lessons: '水厂应及时公布检修信息',
    });
    expect(await stateOf(id)).toEqual({
      state: 'archived',
      severity: 'IV',
      verdict: 'false',
      version: 9,
    });
    expect(await office.history(id)).toEqual([
      'detected',
      'reported',
      'acknowledged',
      'judged',
      'disposing',
      'action-completed',
      'verdict-set',
      'disposed',
      'archived',
      'record-sealed',
    ]);
    const running = await office.select(
      "SELECT 1 FROM deadlines WHERE subject_id = $1 AND state <> 'stopped'",
      [id],
    );
    expect(running).toEqual([]);
  });

  it('is not archived by the person who completed its disposal', async () => {
    const both = await office.hire('both', ['handler', 'analyst'], 'water');
    const id = await disposing();
    const [row] = await office.select<{ action: string }>(
      "SELECT facts->'actions'->0->>'id' AS action FROM subjects WHERE id = $1",
      [id],
    );
    await office.must(id, 'waive-action', both, { actionId: row?.action, reason: '重复' });
    await office.must(id, 'set-verdict', both, {
      verdict: 'true',
      evidence: [{ text: '现场照片' }],
      kind: 'complaint',
    });
    await office.must(id, 'complete-disposal', both, { responseNotNeeded: '已电话答复' });
    expect(await office.command(id, 'archive', both, { summary: 'a', lessons: 'b' })).toMatchObject(
      { ok: false, kind: 'refused' },
    );
  });

  it('names every reason at once when its disposal cannot be completed', async () => {
    const id = await disposing();
    const refusal = await office.command(id, 'complete-disposal', handler);
    expect(refusal).toMatchObject({ ok: false, kind: 'refused' });
    expect(refusal?.ok === false && refusal.reasons.length).toBeGreaterThanOrEqual(3);
    expect(await stateOf(id)).toMatchObject({ state: 'disposing' });
  });

  it('takes severity II only when a leader, who is somebody else, concurs', async () => {
    const judgeAndLeader = await office.hire('judge-and-leader', ['analyst', 'leader']);
    const id = await reported();
    await office.must(id, 'judge', judgeAndLeader, { ...high, unitId });
    expect(await stateOf(id)).toMatchObject({ state: 'reported', severity: 'IV' });
    expect(await office.command(id, 'concur', judgeAndLeader)).toMatchObject({ ok: false });
    await office.must(id, 'concur', leader);
    expect(await stateOf(id)).toMatchObject({ state: 'judged', severity: 'II' });
  });

  it('refuses a stale version and overwrites nothing', async () => {
    const id = await office.log(monitor);
    const execute = () => office.command(id, 'note', monitor, { text: '第一' });
    await execute();
    const { ExecuteCommand } = await import('#incidents');
    const stale = await office.app.get(ExecuteCommand, { strict: false }).run({
      incidentId: id,
      name: 'note',
      actor: monitor,
      expectedVersion: 1,
      body: { text: '第二' },
    });
    expect(stale).toMatchObject({ ok: false, kind: 'stale' });
    expect(await office.history(id)).toEqual(['detected', 'noted']);
  });

  it('stores no telephone number that was typed anywhere', async () => {
    const id = await office.log(monitor, { claim: '请打 13812345678 问停水' });
    await office.must(id, 'note', monitor, { text: '联系人 13912345678' });
    const rows = await office.select<{ text: string }>(
      `SELECT (SELECT claim FROM incidents WHERE id = $1) || (SELECT string_agg(data::text, '') FROM timeline WHERE subject_id = $1) AS text`,
      [id],
    );
    expect(rows[0]?.text).not.toMatch(/1381234|1391234/);
    expect(rows[0]?.text).toContain('[电话]');
  });

  it('refuses a unit that does not exist, beside the field', async () => {
    const id = await reported();
    const refusal = await office.command(id, 'judge', analyst, {
      ...low,
      unitId: '01930000-0000-7000-8000-000000000001',
    });
    expect(refusal).toMatchObject({
      ok: false,
      reasons: [{ code: 'reference.unknown', path: 'unitId' }],
    });
  });
});

describe('merging', () => {
  const reach = async (id: string): Promise<number | undefined> =>
    (
      await office.select<{ mention_count: number }>(
        'SELECT mention_count FROM incidents WHERE id = $1',
        [id],
      )
    )[0]?.mention_count;

  it('adds mentions up, and unmerging restores both, through a chain of merges too', async () => {
    const [a, b, c] = [
      await office.log(monitor),
      await office.log(monitor),
      await office.log(monitor),
    ];
    await office.must(a, 'merge', officer, { intoId: b });
    await office.must(b, 'merge', officer, { intoId: c });
    expect([await reach(a), await reach(b), await reach(c)]).toEqual([0, 0, 3]);
    await office.must(a, 'unmerge', officer);
    expect([await reach(a), await reach(b), await reach(c)]).toEqual([1, 0, 2]);
    await office.must(b, 'unmerge', officer);
    expect([await reach(a), await reach(b), await reach(c)]).toEqual([1, 1, 1]);
    expect(await stateOf(b)).toMatchObject({ state: 'detected' });
  });

  it('lets the deadlines run on after an unmerge, with their original start', async () => {
    const [a, b] = [await reported(), await reported()];
    const due = () =>
      office.select(
        'SELECT clock, started_at, due_at FROM deadlines WHERE subject_id = $1 AND state = $2 ORDER BY clock',
        [a, 'running'],
      );
    const before = await due();
    await office.must(a, 'merge', officer, { intoId: b });
    expect(await due()).toEqual([]);
    office.clock.advance(60_000);
    await office.must(a, 'unmerge', officer);
    expect(await due()).toEqual(before);
  });

  it('refuses to merge an incident into itself or into a closed one', async () => {
    const [a, b] = [await office.log(monitor), await office.log(monitor)];
    await office.must(b, 'dismiss', officer, { reason: '误报' });
    expect(await office.command(a, 'merge', officer, { intoId: a })).toMatchObject({ ok: false });
    expect(await office.command(a, 'merge', officer, { intoId: b })).toMatchObject({ ok: false });
  });
});

describe('numbers', () => {
  it('have no gaps when many log at once and some are refused', async () => {
    const before = await office.select<{ number: string }>('SELECT number FROM incidents');
    const attempts = Array.from({ length: 40 }, (_, index) =>
      office.log(monitor, index % 4 === 0 ? { title: 'x'.repeat(300) } : {}).catch(() => null),
    );
    const made = (await Promise.all(attempts)).filter((id) => id !== null);
    expect(made).toHaveLength(30);
    const rows = await office.select<{ number: string }>(
      'SELECT number FROM incidents ORDER BY number',
    );
    expect(rows).toHaveLength(before.length + 30);
    expect(rows.map(({ number }) => number)).toEqual(
      rows.map((_, index) => `YQ-2026-${String(index + 1).padStart(6, '0')}`),
    );
  });
});

describe('the audit', () => {
  it('finds nothing wrong after all of this', async () => {
    expect(await office.database.snapshot((tx) => verifyTimeline(tx))).toMatchObject({ ok: true });
  });
});
