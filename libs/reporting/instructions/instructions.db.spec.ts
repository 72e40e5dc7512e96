import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '#identity';
import type { RequestActor } from '#identity';
import {
  JobHandlers,
  Logger,
  MessageWork,
  ProblemError,
  verifyRecords,
  verifyTimeline,
} from '#platform';
import { AN_HOUR, A_MINUTE, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { aReport } from '../testing/a-report.js';
import { ActOnInstruction } from './act-on-instruction.js';
import { GiveInstruction } from './give-instruction.js';
import type { InstructionBody } from './instruction.dto.js';
import { listInstructions } from './instruction.repository.js';
import type { InstructionFilter } from './instruction.repository.js';
import { InstructionPresenter } from './present-instruction.js';
import { instructionRecordChecks } from './record-checks.js';

const DAY = 24 * AN_HOUR;
let office: TestOffice;
let monitor: TestUser;
let analyst: TestUser;
let leader: TestUser;
let another: TestUser;
let water: TestUser;
let transport: TestUser;
let report: string;

beforeAll(async () => {
  office = await TestOffice.open();
  monitor = await office.hire('monitor', ['monitor'], 'cyberspace');
  analyst = await office.hire('analyst', ['analyst'], 'cyberspace');
  leader = await office.hire('leader', ['leader'], 'cyberspace');
  another = await office.hire('another', ['leader']);
  water = await office.hire('water', ['handler'], 'water');
  transport = await office.hire('transport', ['handler'], 'transport');
  report = await aReport(office, analyst);
});

afterAll(() => office.close());

const as = ({ id, name, roles, unitId }: TestUser): RequestActor => ({
  ...{ id, username: name, name, unitId, permissions: [], locale: 'zh', via: 'session' },
  roles: ROLES.filter((role) => roles.includes(role)),
});

const at = (ms: number): string => new Date(office.clock.now() + ms).toISOString();
const get = <T>(token: new (...args: never[]) => T): T => office.app.get(token, { strict: false });
const see = (id: string, by: TestUser) =>
  get(InstructionPresenter).one(office.database.reader, id, as(by));

async function give(changes: Partial<InstructionBody> = {}, by = leader, on = report) {
  const unitId = await office.unitId('water');
  const body = { text: '查明停水原因并回应群众', unitId, dueAt: at(DAY), ...changes };
  return get(GiveInstruction).run(on, body, as(by));
}

async function act(id: string, name: string, by: TestUser, body: Record<string, unknown> = {}) {
  const { version } = await see(id, leader);
  await get(ActOnInstruction).run(id, { name, expectedVersion: version, body }, as(by));
}

async function refused(answer: Promise<unknown>): Promise<(string | number)[]> {
  try {
    await answer;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [error.status, ...(error.extensions.reasons ?? []).map(({ code }) => code)];
  }
  throw new Error('it was not refused');
}

/** Carries out what the outbox holds. */
const deliver = () =>
  new MessageWork(
    office.database,
    get(JobHandlers),
    office.clock,
    new Logger('error'),
  ).runWaiting();

/** Who was told what of it, once the outbox was carried out. */
async function told(id: string): Promise<string[]> {
  const rows = await office.select<{ told: string }>(
    `SELECT n.topic || ' ' || u.username AS told FROM notifications n JOIN users u ON u.id = n.user_id
     WHERE n.subject_id = $1`,
    [id],
  );
  return rows.map((row) => row.told).sort();
}

const list = (by: TestUser, state: InstructionFilter | null = null, mine = false) =>
  listInstructions(office.database.reader, {
    ...{ state, unitId: null, reportId: null, mine, after: null, limit: 100 },
    reader: { ...as(by) },
  });

describe('an instruction', () => {
  it('is given by a leader to a unit that hears of it, is done, and is over when it is accepted', async () => {
    const id = await give({ sectionKey: 'topics', text: '查明停水原因，联系人 13800138000' });
    expect(await see(id, water)).toMatchObject({
      ...{ state: 'given', text: '查明停水原因，联系人 [电话]', sectionKey: 'topics' },
      ...{ unit: { name: '县水务局' }, givenBy: { name: 'leader' } },
      deadlines: [{ clock: 'instruction', state: 'running', dueAt: at(DAY) }],
      allowed: [{ command: 'complete', needs: [] }],
    });
    await act(id, 'complete', water, { result: '管道已修复' });
    const done = await see(id, leader);
    expect(done).toMatchObject({
      ...{ state: 'done', result: '管道已修复', completedBy: { name: 'water' }, deadlines: [] },
    });
    expect(done.allowed.map(({ command }) => command)).toEqual(['accept', 'return', 'withdraw']);
    await act(id, 'accept', another);
    expect(await see(id, water)).toMatchObject({ state: 'closed', allowed: [] });
    await deliver();
    expect(await told(id)).toEqual([
      ...['instruction.accepted water', 'instruction.done leader', 'instruction.given water'],
    ]);
    expect(
      (await see(id, water)).timeline.map(({ type, by, text }) => [type, by?.name, text]),
    ).toEqual([
      ['given', 'leader', '查明停水原因，联系人 [电话]'],
      ['done', 'water', '管道已修复'],
      ['closed', 'another', null],
    ]);
    expect(await verifyTimeline(office.database.reader)).toMatchObject({ ok: true });
  });

  it('is refused with every reason at once', async () => {
    const nobody = await office.unitId('health');
    const nonsense = give({
      ...{ sectionKey: 'nothing', incidentId: leader.id, unitId: nobody, dueAt: at(-A_MINUTE) },
    });
    expect(await refused(nonsense)).toEqual([
      ...[422, 'instruction.past', 'instruction.unknown-section', 'instruction.unknown-incident'],
      'instruction.empty-unit',
    ]);
    expect(await refused(give({ unitId: leader.id }))).toEqual([422, 'instruction.unknown-unit']);
    expect(await refused(give({}, analyst))).toEqual([403, 'workflow.not-permitted']);
    const discarded = await aReport(office, analyst, 'discarded');
    expect(await refused(give({}, leader, discarded))).toEqual([
      ...[422, 'instruction.discarded-report'],
    ]);
    expect(await refused(give({}, water))).toEqual([404]);
  });

  it('is for its own unit to do, and for a leader who did not do it to accept', async () => {
    const id = await give();
    const version = 1;
    const done = { name: 'complete', expectedVersion: version, body: { result: '已办' } };
    const acting = get(ActOnInstruction);
    expect(await refused(acting.run(id, done, as(transport)))).toEqual([404]);
    expect(await refused(acting.run(id, done, as(monitor)))).toEqual([
      ...[403, 'workflow.not-permitted'],
    ]);
    await acting.run(id, done, as(water));
    expect((await refused(acting.run(id, done, as(water))))[0]).toBe(409);
    const ours = await give({ unitId: await office.unitId('cyberspace') });
    await act(ours, 'complete', leader, { result: '已办' });
    expect(await refused(act(ours, 'accept', leader))).toEqual([422, 'instruction.own']);
    await act(ours, 'accept', another);
  });

  it('that comes back goes on under its first term, and climbs at once when that is over', async () => {
    const id = await give();
    await act(id, 'complete', water, { result: '已办' });
    await office.advance(2 * DAY);
    await act(id, 'return', leader, { reason: '没有说明原因' });
    expect(await see(id, water)).toMatchObject({
      ...{ state: 'given', reason: '没有说明原因', completedBy: null },
      deadlines: [{ clock: 'instruction', state: 'late' }],
    });
    await office.sweep();
    await deliver();
    expect(await told(id)).toContain('escalation.step water');
  });

  it('that is late climbs from its unit to whoever gave it, until it is done', async () => {
    const id = await give();
    await office.advance(DAY + A_MINUTE);
    const steps = async () => (await told(id)).filter((one) => one.startsWith('escalation.step'));
    expect(await steps()).toEqual(['escalation.step water']);
    await office.advance(DAY);
    // Nobody stands on the rota, so that all leaders are on duty.
    expect(await steps()).toEqual([
      ...['escalation.step another', 'escalation.step leader', 'escalation.step water'],
    ]);
    await act(id, 'complete', water, { result: '已办' });
    await office.advance(7 * DAY);
    expect(await steps()).toHaveLength(3);
    expect(await office.history(id)).toContain('deadline-breached');
  });

  it('gets another date with a reason, and is late by that one only', async () => {
    const id = await give();
    expect(await refused(act(id, 'extend', leader, { dueAt: at(-1), reason: '雨天停工' }))).toEqual(
      [422, 'instruction.past'],
    );
    await act(id, 'extend', leader, { dueAt: at(3 * DAY), reason: '雨天停工' });
    expect(await see(id, water)).toMatchObject({ dueAt: at(3 * DAY), reason: '雨天停工' });
    await office.advance(2 * DAY);
    expect(await office.history(id)).not.toContain('deadline-breached');
    await office.advance(DAY + A_MINUTE);
    expect(await office.history(id)).toContain('deadline-breached');
  });

  it('that is withdrawn waits for nobody', async () => {
    const id = await give();
    await act(id, 'withdraw', leader, { reason: '已另行安排' });
    await office.advance(3 * DAY);
    expect(await see(id, water)).toMatchObject({ state: 'withdrawn', allowed: [], deadlines: [] });
    expect(await office.history(id)).toEqual(['given', 'withdrawn']);
  });

  it('names a report and an incident only to those who may open them', async () => {
    const incidentId = await office.log(monitor);
    const id = await give({ incidentId });
    expect(await see(id, leader)).toMatchObject({
      ...{ report: { id: report }, incident: { id: incidentId, title: '网传城东水厂停水一周' } },
    });
    expect(await see(id, water)).toMatchObject({ report: null, incident: null });
    const issued = await aReport(office, analyst, 'issued');
    expect(await see(await give({}, leader, issued), water)).toMatchObject({
      report: { id: issued },
    });
  });
});

describe('the audit', () => {
  it('finds an instruction or a result that was rewritten by hand', async () => {
    const id = await give();
    await act(id, 'complete', water, { result: '已办' });
    const verify = () =>
      verifyRecords(office.database.reader, instructionRecordChecks, { dataDir: '' });
    expect(await verify()).toMatchObject({ ok: true });
    for (const [column, before] of [
      ['text', '查明停水原因并回应群众'],
      ['result', '已办'],
    ] as const) {
      await office.select(`UPDATE instructions SET ${column} = '不用办了' WHERE id = $1`, [id]);
      expect(await verify()).toMatchObject({ ok: false, firstBroken: { subjectId: id } });
      await office.select(`UPDATE instructions SET ${column} = $2 WHERE id = $1`, [id, before]);
      expect(await verify()).toMatchObject({ ok: true });
    }
  });
});

describe('the list', () => {
  it('shows a handler those of their unit, and the first due first of what is under way', async () => {
    const later = await give({ dueAt: at(30 * DAY) });
    const sooner = await give({ dueAt: at(20 * DAY) });
    const ids = (await list(water, 'open')).map(({ id }) => id);
    expect(ids.indexOf(sooner)).toBeLessThan(ids.indexOf(later));
    expect(await list(transport)).toEqual([]);
    expect((await list(analyst)).map(({ id }) => id)).toContain(later);
    expect((await list(another, null, true)).map(({ id }) => id)).not.toContain(later);
    expect((await list(leader, null, true)).map(({ id }) => id)).toContain(later);
  });
});
