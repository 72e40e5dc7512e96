import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Directory, IdentityModule, createUser, deedOfSystem, seedUnits } from '#identity';
import type { DeclaredUnit, NewUser } from '#identity';
import { readTimeline, sql } from '#platform';
import { openTestApp } from '#testing';
import type { TestApp, TestClient } from '#testing';
import { updateUser } from '../users/update-user.js';

const PASSWORD = 'lantern on the pier';
const COUNTY: DeclaredUnit[] = [
  { code: 'office', name: '值班室', parent: 'county' },
  { code: 'county', name: '县政府办' },
  { code: 'water', name: '水务局', parent: 'county' },
];

let desk: TestApp;
let admin: TestClient;
let directory: Directory;

beforeAll(async () => {
  desk = await openTestApp([IdentityModule]);
  directory = desk.app.get(Directory);
  await add({ username: 'root', roles: ['admin'] });
  admin = desk.client();
  await admin.post('/session', { username: 'root', password: PASSWORD });
  await seed(COUNTY, 'office');
});
afterAll(() => desk.close());

const add = (
  user: Partial<NewUser> & Pick<NewUser, 'username' | 'roles'>,
): Promise<{ id: string }> =>
  desk.database.transaction((tx) =>
    createUser(tx, deedOfSystem(desk.clock), { name: user.username, password: PASSWORD, ...user }),
  );

const seed = (units: DeclaredUnit[], dutyOffice: string): Promise<void> =>
  desk.database.transaction((tx) => seedUnits(tx, deedOfSystem(desk.clock), units, dutyOffice));

interface Unit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly isDutyOffice: boolean;
}

const units = async (): Promise<Map<string, Unit>> => {
  const { body } = await admin.get('/units?limit=200');
  return new Map((body?.items as Unit[]).map((unit) => [unit.code, unit]));
};

const unit = async (code: string): Promise<Unit> => {
  const found = (await units()).get(code);
  if (found === undefined) throw new Error(`no unit ${code}`);
  return found;
};

const entries = async (): Promise<number> => {
  const [row] = await sql<{ count: number }>(
    desk.database.reader,
    "SELECT count(*)::int AS count FROM timeline WHERE subject_type = 'unit'",
  );
  return row?.count ?? 0;
};

describe('the units of the configuration', () => {
  it('are there, in their tree, with the duty office', async () => {
    const [office, county] = [await unit('office'), await unit('county')];
    expect(office).toMatchObject({ name: '值班室', parentId: county.id, isDutyOffice: true });
    expect(county).toMatchObject({ parentId: null, isDutyOffice: false });
  });

  it('do not change when the program starts again', async () => {
    const before = await entries();
    await seed(COUNTY, 'office');
    expect(await entries()).toBe(before);
  });

  it('are renamed and moved, never deleted', async () => {
    const { id } = await unit('water');
    await seed(
      [
        { code: 'county', name: '县府办' },
        { code: 'water', name: '水利局' },
      ],
      'county',
    );
    expect(await unit('water')).toMatchObject({ id, name: '水利局', parentId: null });
    expect(await unit('county')).toMatchObject({ name: '县府办', isDutyOffice: true });
    expect(await unit('office')).toMatchObject({ isDutyOffice: false });
    await seed(COUNTY, 'office');
  });
});

describe('units by hand', () => {
  it('are added with a code of their own, renamed and moved', async () => {
    const county = await unit('county');
    const { status, body } = await admin.post('/units', { name: '第一中学', parentId: county.id });
    expect(status).toBe(201);
    expect(body).toMatchObject({ parentId: county.id, isDutyOffice: false });
    expect(body?.code).toMatch(/^unit-[0-9a-f]{8}$/);
    const path = `/units/${String(body?.id)}`;
    expect(await admin.patch(path, { name: '县一中', parentId: null })).toMatchObject({
      status: 200,
      body: { name: '县一中', parentId: null },
    });
    const timeline = await readTimeline(desk.database.reader, String(body?.id));
    expect(timeline.map(({ type }) => type)).toEqual(['unit.created', 'unit.changed']);
  });

  it('keep their codes apart', async () => {
    expect(await admin.post('/units', { code: 'water', name: '另一个' })).toMatchObject({
      status: 409,
      body: { code: 'unit.exists' },
    });
  });

  it('cannot be put under themselves', async () => {
    const [county, office] = [await unit('county'), await unit('office')];
    expect(await admin.patch(`/units/${county.id}`, { parentId: office.id })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'parentId' }] },
    });
  });
});

describe('the directory', () => {
  it('finds people by role, unit and name, and leaves out who has left', async () => {
    const water = (await unit('water')).id;
    const contacts = [
      { channel: 'email', address: 'a@example.cn' },
      { channel: 'phone', address: '12345' },
      { channel: 'phone', address: '67890' },
    ] as const;
    const { id: lead } = await add({
      username: '刘工',
      roles: ['handler', 'reviewer'],
      unitId: water,
      isUnitLead: true,
      contacts,
    });
    const { id: handler } = await add({ username: 'sun', roles: ['handler'], unitId: water });
    const { id: reviewer } = await add({ username: 'zhou', roles: ['reviewer'], unitId: water });
    const { id: gone } = await add({ username: 'gone', roles: ['handler'], unitId: water });
    const tx = desk.database.reader;
    await desk.database.transaction((own) =>
      updateUser(own, deedOfSystem(desk.clock), gone, { disabled: true }),
    );
    expect(await directory.usersByRole(tx, 'handler')).toEqual([lead, handler]);
    expect(await directory.usersInUnit(tx, water)).toEqual([lead, handler, reviewer]);
    expect(await directory.usersInUnit(tx, water, { role: 'reviewer' })).toEqual([lead, reviewer]);
    expect(await directory.usersInUnit(tx, water, { leadOnly: true })).toEqual([lead]);
    expect(await directory.usersByUsername(tx, ['SUN', '刘工', 'gone', reviewer])).toEqual([
      lead,
      handler,
      reviewer,
    ]);
    expect(await directory.names(tx, [handler, gone])).toEqual(
      new Map([
        [handler, 'sun'],
        [gone, 'gone'],
      ]),
    );
    expect(await directory.phones(tx, [lead, handler])).toEqual(new Map([[lead, '12345']]));
    expect(await directory.unitNames(tx, [water])).toEqual(new Map([[water, '水务局']]));
  });
});
