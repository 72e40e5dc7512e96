import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityModule, createUser, deedOfSystem, seedUnits } from '#identity';
import { IntakeModule } from '#intake';
import { newId, verifyTimeline } from '#platform';
import { loadConfiguration } from '#product';
import { openTestApp } from '#testing';
import type { TestApp, TestClient } from '#testing';
import {
  channelsOf,
  planTemplatesFor,
  responsibilityOf,
  riskPointsOf,
  sensitiveDatesBetween,
} from './reads.js';
import { RegisterPolicy } from './register-policy.js';
import { RegistersModule } from './registers.module.js';
import { registersSchema } from './seed/registers-file.js';
import { seedRegisters } from './seed/seed-registers.js';

const PASSWORD = 'lantern on the pier';
const UNITS = [
  { code: 'office', name: '值班室' },
  { code: 'water', name: '水务局' },
  { code: 'health', name: '卫健局' },
];
const policy = new RegisterPolicy('Asia/Shanghai', [
  { code: 'water', ownerUnit: 'water' },
  { code: 'health-care', ownerUnit: 'health' },
]);
const FIRST = registersSchema.parse({
  channels: [
    { name: '门户网站', kind: 'website', url: 'https://www.example.org/', unit: 'office' },
  ],
  planTemplates: [
    { name: '通用', actions: [{ title: '核实', kind: 'verify', dueIn: 'P1D' }] },
    {
      name: '供水',
      category: 'water',
      severities: ['II'],
      actions: [{ title: '检测水质', kind: 'verify', unit: 'health', dueIn: 'PT4H' }],
    },
    {
      name: '谣言',
      kinds: ['rumour'],
      actions: [{ title: '澄清', kind: 'clarify', dueIn: 'P2D' }],
    },
  ],
});

let desk: TestApp;
let leader: TestClient;
let monitor: TestClient;
const unitIds = new Map<string, string>();

beforeAll(async () => {
  desk = await openTestApp([
    IdentityModule,
    IntakeModule.with(loadConfiguration('config').redaction),
    RegistersModule.with(policy),
  ]);
  const deed = deedOfSystem(desk.clock);
  await desk.database.transaction((tx) => seedUnits(tx, deed, UNITS, 'office'));
  leader = await signedIn('leader');
  monitor = await signedIn('monitor');
  const { body } = await leader.get('/units?limit=200');
  for (const { id, code } of body?.items as { id: string; code: string }[]) unitIds.set(code, id);
  await seed();
});
afterAll(() => desk.close());

async function signedIn(role: 'leader' | 'monitor'): Promise<TestClient> {
  const person = { username: role, name: role, password: PASSWORD, roles: [role] };
  await desk.database.transaction((tx) => createUser(tx, deedOfSystem(desk.clock), person));
  const client = desk.client();
  await client.post('/session', { username: role, password: PASSWORD });
  return client;
}

const seed = (): Promise<void> =>
  desk.database.transaction((tx) => seedRegisters(tx, FIRST, policy, desk.clock.now()));

const unit = (code: string): string => unitIds.get(code) ?? '';
const namesAt = async (path: string): Promise<unknown[]> => {
  const { body } = await monitor.get(path);
  return (body?.items as { name?: string; title?: string }[]).map(
    ({ name, title }) => name ?? title,
  );
};

describe('what the registers begin with', () => {
  it('is what the file says, the owner of each category, and the same after another start', async () => {
    await seed();
    expect(await namesAt('/channels')).toEqual(['门户网站']);
    expect(await namesAt('/plan-templates')).toEqual(['谣言', '通用', '供水']);
    const tx = desk.database.reader;
    expect(await responsibilityOf(tx, 'water')).toEqual({
      ...{ unitId: unit('water'), deputyUnitId: null, note: null },
    });
    expect(await responsibilityOf(tx, 'nothing')).toBeNull();
  });
});

describe('a record', () => {
  it('is entered, changed, put out of use and brought back, and its history says by whom', async () => {
    const made = await leader.post('/channels', {
      name: '公告栏',
      kind: 'board',
      unitId: unit('water'),
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      ...{ name: '公告栏', url: null, note: null, registeredOn: '2026-03-02', active: true },
      ...{ version: 1, createdBy: { name: 'leader' }, units: [{ name: '水务局' }] },
    });
    const path = `/channels/${String(made.body?.['id'])}`;
    const renamed = await leader.patch(path, { expectedVersion: 1, name: '县公告栏' });
    expect(renamed.body).toMatchObject({ name: '县公告栏', kind: 'board', version: 2 });
    const retired = await leader.patch(path, { expectedVersion: 2, active: false });
    expect(retired.body).toMatchObject({ active: false, version: 3 });
    expect(await namesAt('/channels')).not.toContain('县公告栏');
    expect(await namesAt('/channels?retired=true')).toEqual(['县公告栏']);
    await leader.patch(path, { active: true });
    const { body } = await monitor.get(`/registers/channel/${String(made.body?.['id'])}/history`);
    expect(body?.items).toMatchObject([
      { act: 'restored', by: { name: 'leader' } },
      { act: 'retired' },
      { act: 'changed', was: { name: '公告栏' }, fields: { name: '县公告栏' } },
      { act: 'created' },
    ]);
    const audit = await verifyTimeline(desk.database.reader);
    expect(audit).toMatchObject({ ok: true });
  });

  it('said again changes nothing', async () => {
    const made = await leader.post('/sensitive-dates', { title: '庙会', date: '2026-04-08' });
    const path = `/sensitive-dates/${String(made.body?.['id'])}`;
    const again = await leader.patch(path, { title: '庙会', days: 1, active: true });
    expect(again.body).toMatchObject({ version: 1 });
  });

  it('is not overwritten by who saw an older one, and not written by everybody', async () => {
    const made = await leader.post('/risk-points', {
      title: '渡口',
      likelihood: 2,
      consequence: 5,
    });
    const path = `/risk-points/${String(made.body?.['id'])}`;
    await leader.patch(path, { expectedVersion: 1, likelihood: 3 });
    const stale = await leader.patch(path, { expectedVersion: 1, likelihood: 4 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'version.stale' } });
    expect((await monitor.patch(path, { likelihood: 1 })).status).toBe(403);
    expect((await monitor.post('/channels', { name: 'x', kind: 'app' })).status).toBe(403);
    expect(
      (await leader.patch(`/channels/${String(made.body?.['id'])}`, { note: 'x' })).status,
    ).toBe(404);
  });

  it('says every reason at once', async () => {
    const refused = await leader.post('/channels', {
      ...{ name: '门户网站', kind: 'website', unitId: newId() },
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'register.refused' } });
    expect(pathsOf(refused.body)).toEqual(['name', 'unitId', 'url']);
    const same = await leader.post('/responsibilities', {
      ...{ category: 'nowhere', unitId: unit('water'), deputyUnitId: unit('water') },
    });
    expect(pathsOf(same.body)).toEqual(['category', 'deputyUnitId']);
    const taken = await leader.post('/responsibilities', {
      category: 'water',
      unitId: unit('water'),
    });
    expect(pathsOf(taken.body)).toEqual(['category']);
    const wrong = await leader.post('/sensitive-dates', {
      title: ' ',
      date: '2026-02-30',
      days: 0,
    });
    expect(wrong.status).toBe(400);
    expect(new Set(pathsOf(wrong.body))).toEqual(new Set(['date', 'days', 'title']));
  });

  it('keeps no telephone number', async () => {
    const made = await leader.post('/risk-points', {
      ...{ title: '渡口 13800138000', likelihood: 1, consequence: 1, note: '问 13800138000' },
    });
    expect(JSON.stringify(made.body)).not.toContain('13800138000');
  });
});

const pathsOf = (body: unknown): string[] =>
  ((body as { errors?: { path: string }[] }).errors ?? []).map(({ path }) => path).sort();

describe('a plan', () => {
  it('has no place for the deletion of posts', async () => {
    const refused = await leader.post('/plan-templates', {
      name: '快速平息',
      actions: [
        { title: '协调平台删帖', kind: 'fix', dueIn: 'PT4H' },
        { title: '移交', kind: 'refer', dueIn: 'P1D' },
      ],
    });
    expect(refused.status).toBe(422);
    expect(pathsOf(refused.body)).toEqual(['actions.0.title', 'actions.1.basis']);
    const unknown = { title: '删', kind: 'delete-post', dueIn: 'P1D' };
    const other = await leader.post('/plan-templates', { name: 'x', actions: [unknown] });
    expect(other.status).toBe(400);
  });

  it('is offered where it fits, the one that says most about it first', async () => {
    const tx = desk.database.reader;
    const named = async (need: Parameters<typeof planTemplatesFor>[1]) =>
      (await planTemplatesFor(tx, need)).map(({ name }) => name);
    expect(await named({ category: 'water', severity: 'II', kind: 'rumour' })).toEqual([
      ...['供水', '谣言', '通用'],
    ]);
    expect(await named({ category: 'water', severity: 'IV', kind: 'complaint' })).toEqual(['通用']);
    const [first] = await planTemplatesFor(tx, { category: 'water', severity: 'II' });
    expect(first?.actions).toEqual([
      { title: '检测水质', kind: 'verify', basis: null, unitId: unit('health'), dueIn: 'PT4H' },
    ]);
  });
});

describe('what other rooms ask', () => {
  it('is which channels are registered, in use or not', async () => {
    const { body } = await leader.get('/channels');
    const ids = (body?.items as { id: string }[]).map(({ id }) => id);
    const known = await channelsOf(desk.database.reader, [...ids, newId()]);
    expect(known.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(known.every(({ active }) => active)).toBe(true);
  });

  it('is what falls on some days, and where the risks are', async () => {
    await leader.post('/sensitive-dates', {
      title: '高考',
      date: '2025-06-07',
      days: 3,
      yearly: true,
    });
    const days = await sensitiveDatesBetween(desk.database.reader, '2026-06-09', '2026-06-30');
    expect(days).toMatchObject([{ title: '高考', from: '2026-06-07', to: '2026-06-09' }]);
    const risk = { title: '二次供水', category: 'water', likelihood: 3, consequence: 4 };
    await leader.post('/risk-points', risk);
    const found = await riskPointsOf(desk.database.reader, { category: 'water' });
    expect(found.map(({ title }) => title)).toEqual(['二次供水']);
  });
});

describe('a long register', () => {
  it('is read page by page, none twice and none left out', async () => {
    for (let index = 0; index < 7; index += 1) {
      const risk = {
        title: `点 ${String(index % 3)}`,
        likelihood: 1 + (index % 2),
        consequence: 2,
      };
      await leader.post('/risk-points', risk);
    }
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await monitor.get(`/risk-points?limit=3${cursor}`);
      seen.push(...(body?.items as { id: string }[]).map(({ id }) => id));
      const next = body?.['nextCursor'];
      if (typeof next !== 'string') break;
      cursor = `&cursor=${next}`;
    }
    const { body } = await monitor.get('/risk-points?limit=200');
    expect(seen).toEqual((body?.items as { id: string }[]).map(({ id }) => id));
    expect((await monitor.get('/risk-points?cursor=made-up')).status).toBe(400);
  });
});
