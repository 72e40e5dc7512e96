import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOf } from '#platform';
import { officeConfig } from '../support/config.js';
import { Case, aGraveJudgement, aJudgement } from '../support/incidents.js';
import { hireOffice, unitIdOf } from '../support/people.js';
import type { Office, Person } from '../support/people.js';
import { Program } from '../support/program.js';
import { until } from '../support/until.js';
import { freshDatabase } from '../support/workspace.js';

interface Escalation {
  readonly id: string;
  readonly state: string;
  readonly clock: string;
  readonly stepsTaken: number;
  readonly acknowledgedBy: { readonly id: string } | null;
  readonly notified: readonly { readonly user: { readonly id: string } }[];
}

const config = officeConfig();
let workspace: Awaited<ReturnType<typeof freshDatabase>>;
let program: Program;
let office: Office;
let water: string;

beforeAll(async () => {
  workspace = await freshDatabase();
  program = await Program.start({ env: { ...workspace.env, ...config.env } });
  office = await hireOffice(program.url);
  water = await unitIdOf(office.admin, 'water');
});

afterAll(async () => {
  await program.stop();
  await workspace.close();
  config.remove();
});

async function ladderOf(incidentId: string, by: Person): Promise<Escalation> {
  const path = `/escalations?subjectId=${incidentId}`;
  const { items } = (await by.get(path)) as { items: Escalation[] };
  const [only, ...others] = items;
  if (only === undefined || others.length > 0) throw new Error(JSON.stringify(items));
  return only;
}

const tomorrow = (): string => new Date(Date.now() + 24 * 3_600_000).toISOString();

async function reported(severity = 'IV'): Promise<Case> {
  const one = await Case.log(office.monitor);
  await one.give(office.monitor, 'report', { severity });
  return one;
}

async function disposing(): Promise<Case> {
  const one = await reported();
  await one.give(office.officer, 'acknowledge');
  await one.give(office.analyst, 'judge', aJudgement(water));
  await one.give(office.handler, 'start-disposal', {
    actions: [{ title: '核实水质', dueAt: tomorrow() }],
  });
  return one;
}

describe('the whole life of an incident, by seven people', () => {
  it('goes from a rumour to the archive, and leaves a record that anybody can check', async () => {
    const { monitor, officer, analyst, leader, handler } = office;
    const one = await Case.log(monitor);
    expect(one.page.number).toMatch(/^YQ-\d{4}-\d{6}$/);
    await one.give(monitor, 'report', { severity: 'II' });

    await until('the ladder has told the officer and then the leader', async () => {
      const told = (await ladderOf(one.id, officer)).notified.map(({ user }) => user.id);
      return told.includes(officer.id) && told.includes(leader.id);
    });
    const { id } = await ladderOf(one.id, officer);
    await officer.post(`/escalations/${id}/ack`, { note: '已知悉' });
    expect(await ladderOf(one.id, officer)).toMatchObject({
      state: 'acknowledged',
      acknowledgedBy: { id: officer.id },
    });
    expect((await one.look(officer)).acknowledgedBy).toMatchObject({ id: officer.id });

    await one.give(analyst, 'judge', aGraveJudgement(water));
    expect(one.page).toMatchObject({ state: 'reported', proposal: { kind: 'judgement' } });
    await one.give(leader, 'concur', { note: '同意' });
    expect(one.page).toMatchObject({ state: 'judged', severity: 'II' });
    await one.give(handler, 'start-disposal', {
      actions: [{ title: '核实水质', dueAt: tomorrow() }],
    });
    const actionId = one.page.actions[0]?.id;
    await one.give(handler, 'complete-action', { actionId, result: '水质合格' });
    await one.give(handler, 'set-verdict', {
      verdict: 'false',
      evidence: [{ text: '检测报告第 12 号' }],
    });
    await one.give(handler, 'complete-disposal', { responseNotNeeded: '传播范围很小' });
    await one.give(analyst, 'archive', { summary: '谣言', lessons: '应及时公布检修信息' });
    expect(one.page).toMatchObject({ state: 'archived', verdict: 'false' });
    expect(one.page.deadlines.filter(({ state }) => state === 'running')).toEqual([]);

    const told = await one.history(monitor);
    const byPeople = told.filter((type) => !/^(ladder|deadline)-/.test(type));
    expect(byPeople).toEqual([
      'detected',
      'reported',
      'escalation-acknowledged',
      'acknowledged',
      'judgement-proposed',
      'judged',
      'disposing',
      'action-completed',
      'verdict-set',
      'disposed',
      'archived',
      'record-sealed',
    ]);
    expect(told.filter((type) => type === 'ladder-step').length).toBeGreaterThanOrEqual(2);
    const kept = (await monitor.get(`/incidents/${one.id}/record`)) as {
      record: unknown;
      sha256: string;
    };
    expect(kept.sha256).toBe(hashOf(kept.record));
  });

  it('tells each person of a ladder once for each step that reaches them', async () => {
    const one = await reported();
    await until('four steps are taken', async () => {
      return (await ladderOf(one.id, office.officer)).stepsTaken >= 4;
    });
    const { id } = await ladderOf(one.id, office.officer);
    await office.officer.post(`/escalations/${id}/ack`);
    const { steps } = (await office.officer.get(`/escalations/${id}`)) as {
      steps: { ordinal: number; step: number; reached: { id: string }[] }[];
    };
    expect(steps.map(({ ordinal }) => ordinal)).toEqual(steps.map((_, index) => index + 1));
    const expected = [office.officer, office.leader, office.leader].map(({ id: who }) => [who]);
    expect(steps.slice(0, 3).map(({ reached }) => reached.map((person) => person.id))).toEqual(
      expected,
    );
  });

  it('lets exactly one of two who acknowledge at once take it', async () => {
    const one = await reported();
    const { id } = await ladderOf(one.id, office.officer);
    await until('the leader is told', async () => {
      return (await ladderOf(one.id, office.officer)).notified.length >= 2;
    });
    const answers = await Promise.all(
      [office.officer, office.leader].map((person) =>
        person.call('POST', `/escalations/${id}/ack`, {}),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(
      (await one.history(office.officer)).filter((type) => type === 'acknowledged'),
    ).toHaveLength(1);
  });
});

describe('a command', () => {
  it('that was given on an old version is refused, and changes nothing', async () => {
    const one = await reported();
    const seen = one.page.version;
    await one.give(office.officer, 'acknowledge');
    const problem = await office.officer.refused('POST', `/incidents/${one.id}/commands/note`, {
      expectedVersion: seen,
      text: '迟到的备注',
    });
    expect(problem).toMatchObject({ status: 409, code: 'version.stale' });
    expect((await one.look(office.officer)).version).toBe(seen + 1);
  });

  it('given twice at the same moment takes effect once', async () => {
    const one = await reported();
    const body = { expectedVersion: one.page.version };
    const path = `/incidents/${one.id}/commands/acknowledge`;
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => office.officer.call('POST', path, body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('that lacks several things is refused with all of them', async () => {
    const one = await disposing();
    const problem = await one.refused(office.handler, 'complete-disposal');
    expect(problem).toMatchObject({ status: 422, code: 'workflow.refused' });
    expect(problem.reasons?.map(({ code }) => code).sort()).toEqual([
      'complete-disposal.actions-open',
      'complete-disposal.evidence-missing',
      'complete-disposal.response-missing',
      'complete-disposal.unverified',
    ]);
  });

  it('is refused in the language of who gave it', async () => {
    const one = await disposing();
    const inChinese = await one.refused(office.handler, 'complete-disposal');
    expect(inChinese.reasons?.[0]?.message).toMatch(/\p{Script=Han}/u);
    await office.handler.must('PATCH', '/me', { locale: 'en' });
    const inEnglish = await one.refused(office.handler, 'complete-disposal');
    expect(inEnglish.reasons?.[0]?.message).not.toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ['monitor', 'acknowledge', {}],
    ['officer', 'judge', {}],
    ['handler', 'dismiss', { reason: '无' }],
    ['reviewer', 'report', { severity: 'IV' }],
    ['analyst', 'concur', {}],
  ] as const)('of a %s to %s is not theirs to give', async (role, command, body) => {
    const one = await reported();
    await one.give(office.officer, 'assign', { unitId: water });
    expect(await one.refused(office[role], command, body)).toMatchObject({ status: 403 });
  });

  it('that nobody knows is a 404, and so is an incident that nobody knows', async () => {
    const one = await reported();
    expect(await one.refused(office.officer, 'delete-post')).toMatchObject({ status: 404 });
    const path = '/incidents/019a0000-0000-7000-8000-000000000000';
    expect(await office.officer.refused('GET', path)).toMatchObject({ status: 404 });
    const body = { expectedVersion: 1 };
    expect(
      await office.officer.refused('POST', `${path}/commands/acknowledge`, body),
    ).toMatchObject({
      status: 404,
    });
  });

  it('to concur is for somebody else than who proposed', async () => {
    const one = await reported();
    await one.give(office.analyst, 'judge', aGraveJudgement(water));
    await one.give(office.leader, 'concur');
    const again = await one.refused(office.leader, 'concur');
    expect(again.reasons).toContainEqual(
      expect.objectContaining({ code: 'concur.nothing-proposed' }),
    );
  });
});

describe('two incidents about the same claim', () => {
  it('are merged with their mentions, and unmerged as they were', async () => {
    const [one, other] = [await reported(), await reported()];
    await one.give(office.officer, 'merge', { intoId: other.id });
    expect(one.page).toMatchObject({ state: 'merged', mergedInto: { id: other.id } });
    expect(await other.look(office.officer)).toMatchObject({
      mentions: { count: 2 },
      absorbed: [{ id: one.id }],
    });
    expect(one.page.deadlines.filter(({ state }) => state === 'running')).toEqual([]);
    await one.give(office.officer, 'unmerge');
    expect(one.page).toMatchObject({ state: 'reported', mergedInto: null, mentions: { count: 1 } });
    expect(await other.look(office.officer)).toMatchObject({
      mentions: { count: 1 },
      absorbed: [],
    });
    expect(one.page.deadlines.some(({ clock }) => clock === 'first-response')).toBe(true);
  });

  it('cannot be merged into each other at once', async () => {
    const [one, other] = [await reported(), await reported()];
    const merge = (from: Case, into: Case) =>
      office.officer.call('POST', `/incidents/${from.id}/commands/merge`, {
        expectedVersion: from.page.version,
        intoId: into.id,
      });
    const answers = await Promise.all([merge(one, other), merge(other, one)]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    expect([409, 422]).toContain(statuses[1]);
  });
});
