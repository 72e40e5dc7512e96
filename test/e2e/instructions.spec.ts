import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Brief } from '../support/briefs.js';
import { ConfigCopy } from '../support/config.js';
import { Case } from '../support/incidents.js';
import { hire, unitIdOf } from '../support/people.js';
import type { Person } from '../support/people.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';
import { Listener } from '../support/stream.js';
import { until } from '../support/until.js';

const DAY_MS = 24 * 3_600_000;

let scene: Scene;
let brief: Brief;
/** Handlers of two units that see nothing but what is theirs. */
let transport: Person;
let education: Person;

beforeAll(async () => {
  scene = await openScene(new ConfigCopy());
  const { admin, analyst } = scene.office;
  const handler = (username: string, unit: string) =>
    hire(scene.program.url, admin, { username, roles: ['handler'], unit });
  transport = await handler('transport', 'transport');
  education = await handler('education', 'education');
  brief = await Brief.draft(analyst, { type: 'quarterly', period: '2025Q1' });
});
afterAll(() => scene.close());

interface InstructionPage {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly timeline: readonly { readonly type: string }[];
}

interface Page<T> {
  readonly items: readonly T[];
}

const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

async function instruct(by: Person, changes: object = {}): Promise<InstructionPage> {
  const unitId = await unitIdOf(by, 'transport');
  const body = { text: '两周内修好路灯', unitId, dueAt: inDays(14), ...changes };
  return (await by.post(`/reports/${brief.id}/instructions`, body)) as InstructionPage;
}

const act = async (by: Person, { id }: { id: string }, command: string, body: object = {}) => {
  const { version } = (await by.get(`/instructions/${id}`)) as InstructionPage;
  const given = { expectedVersion: version, ...body };
  return (await by.post(`/instructions/${id}/commands/${command}`, given)) as InstructionPage;
};

const told = (person: Person, topic: string, subjectId: string): Promise<void> =>
  until(`${person.username} is told ${topic}`, async () => {
    const { items } = (await person.get('/notifications')) as Page<{
      topic: string;
      subjectId: string;
    }>;
    return items.some((one) => one.topic === topic && one.subjectId === subjectId);
  });

describe('an instruction', () => {
  it('goes from a leader to a unit and back, and each hears of what the other did', async () => {
    const { leader, admin } = scene.office;
    const listener = await Listener.open(scene.program.url, transport);
    const given = await instruct(leader, { sectionKey: 'advice' });
    await listener.hear(
      'that there is an instruction',
      ({ event, data }) => event === 'instruction.changed' && data['id'] === given.id,
    );
    await listener.close();
    await told(transport, 'instruction.given', given.id);
    const mine = (await transport.get('/instructions?state=open&mine=true')) as Page<object>;
    // The report is a draft, which is not for a handler.
    expect(mine.items).toMatchObject([
      { id: given.id, text: '两周内修好路灯', sectionKey: 'advice', report: null },
    ]);
    await act(transport, given, 'complete', { result: '已修复 12 盏，电话 13800138000' });
    await told(leader, 'instruction.done', given.id);
    expect(await act(leader, given, 'accept')).toMatchObject({
      ...{ state: 'closed', result: '已修复 12 盏，电话 [电话]' },
      timeline: [{ type: 'given' }, { type: 'done' }, { type: 'closed' }],
    });
    await told(transport, 'instruction.accepted', given.id);
    const { items } = (await admin.get(`/audit?subject=${given.id}`)) as Page<{ type: string }>;
    expect(items.map(({ type }) => type).sort()).toEqual(['closed', 'done', 'given']);
    expect(await admin.post('/audit/verify')).toMatchObject({ ok: true });
  });

  it('is nobody else’s: another unit is not shown it, and only a leader gives one', async () => {
    const { leader, officer } = scene.office;
    const { id } = await instruct(leader);
    expect(await education.refused('GET', `/instructions/${id}`)).toMatchObject({ status: 404 });
    expect(((await education.get('/instructions')) as Page<object>).items).toEqual([]);
    const given = { expectedVersion: 1, result: '已办' };
    const path = `/instructions/${id}/commands/complete`;
    expect(await education.refused('POST', path, given)).toMatchObject({ status: 404 });
    expect(await officer.refused('POST', path, given)).toMatchObject({ status: 403 });
    const unitId = await unitIdOf(leader, 'transport');
    const body = { text: '修路灯', unitId, dueAt: inDays(1) };
    const door = `/reports/${brief.id}/instructions`;
    expect(await officer.refused('POST', door, body)).toMatchObject({ status: 403 });
    expect(await transport.refused('POST', door, body)).toMatchObject({ status: 404 });
  });

  it('that makes no sense is refused with every reason beside its field', async () => {
    const { leader } = scene.office;
    const door = `/reports/${brief.id}/instructions`;
    const nonsense = { text: '修', unitId: leader.id, dueAt: inDays(-1), sectionKey: 'weather' };
    const problem = await leader.refused('POST', door, nonsense);
    expect(problem).toMatchObject({ status: 422, code: 'workflow.refused' });
    expect(problem.errors?.map(({ path }) => path).sort()).toEqual([
      ...['dueAt', 'sectionKey', 'unitId'],
    ]);
    const shapeless = await leader.refused('POST', door, { text: ' ', unitId: 'x', dueAt: 'soon' });
    expect(shapeless.status).toBe(400);
    expect(new Set(shapeless.errors?.map(({ path }) => path))).toEqual(
      new Set(['text', 'unitId', 'dueAt']),
    );
  });
});

describe('the margin', () => {
  it('holds comments that are resolved and opened again, by whoever reads drafts', async () => {
    const { analyst, leader, handler } = scene.office;
    const door = `/reports/${brief.id}/comments`;
    const words = { sectionKey: 'advice', quote: '建议', text: '请写明责任单位，邮箱 a@b.cn' };
    const comment = (await leader.post(door, words)) as { id: string };
    expect(comment).toMatchObject({
      ...{ sectionKey: 'advice', text: '请写明责任单位，邮箱 [邮箱]', by: { name: 'leader' } },
      resolvedAt: null,
    });
    await told(analyst, 'report.commented', brief.id);
    const settle = (by: Person, how: string) => by.post(`${door}/${comment.id}/${how}`);
    expect(await settle(analyst, 'resolve')).toMatchObject({ resolvedBy: { name: 'analyst' } });
    // The first counts.
    expect(await settle(leader, 'resolve')).toMatchObject({ resolvedBy: { name: 'analyst' } });
    expect(await settle(leader, 'reopen')).toMatchObject({ resolvedAt: null, resolvedBy: null });
    expect(((await analyst.get(door)) as Page<object>).items).toMatchObject([{ id: comment.id }]);
    expect(await handler.refused('GET', door)).toMatchObject({ status: 403 });
    expect(await leader.refused('POST', door, { ...words, sectionKey: 'weather' })).toMatchObject({
      status: 422,
      reasons: [{ code: 'comment.unknown-section' }],
    });
    const other = await Brief.draft(analyst, { type: 'quarterly', period: '2024Q1' });
    expect(
      await leader.refused('POST', `/reports/${other.id}/comments/${comment.id}/resolve`),
    ).toMatchObject({ status: 404 });
  });
});

describe('an issued report', () => {
  it('goes to its readers, and counts those who have opened it once', async () => {
    const { analyst, leader, handler } = scene.office;
    const receipt = `/reports/${brief.id}/read`;
    expect(await leader.refused('POST', receipt)).toMatchObject({
      ...{ status: 422, reasons: [{ code: 'report.not-issued' }] },
    });
    await brief.give(analyst, 'submit');
    await brief.give(leader, 'approve', { numbersChecked: true });
    await brief.give(analyst, 'issue');
    await told(handler, 'report.issued', brief.id);
    const first = await handler.post(receipt);
    expect(await handler.post(receipt)).toEqual(first);
    const { read, of, items } = (await analyst.get(`/reports/${brief.id}/reads`)) as Page<{
      user: { name: string };
      readAt: string | null;
    }> & { read: number; of: number };
    // Of config/reports.yaml: everybody but monitors and administrators.
    expect([read, of]).toEqual([1, 7]);
    expect(items.filter(({ readAt }) => readAt !== null)).toMatchObject([
      { user: { name: 'handler' }, unit: '县水务局' },
    ]);
    expect(await handler.get(`/reports/${brief.id}`)).toMatchObject({
      reads: { read: 1, of: 7 },
      readAt: expect.any(String),
    });
  });
});

describe('the overview', () => {
  it('tells how things are and what waits for the one who asks', async () => {
    const { monitor, leader, handler } = scene.office;
    await Case.log(monitor);
    const page = (await leader.get('/overview')) as {
      sentences: unknown[];
      five: { key: string; records: string }[];
      waiting: { is: string; path: string }[];
    };
    expect(page).toMatchObject({ now: { open: 1, overdue: 0 }, chart: { key: 'weekly' } });
    expect(page.sentences).toHaveLength(3);
    expect(page.five.map(({ key }) => key)).toContain('logged');
    for (const { records } of page.five) await leader.get(records.replace('/api/v1', ''));
    expect(page.waiting).toEqual([]);
    const given = await instruct(leader);
    await act(transport, given, 'complete', { result: '已办' });
    const { waiting } = (await leader.get('/overview')) as typeof page;
    expect(waiting).toMatchObject([{ is: 'instruction', path: `/instructions/${given.id}` }]);
    expect(await handler.refused('GET', '/overview')).toMatchObject({ status: 403 });
  });
});
