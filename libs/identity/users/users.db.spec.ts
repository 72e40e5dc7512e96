import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityModule, createUser, deedOfSystem } from '#identity';
import type { Role } from '#identity';
import { newId, readTimeline, verifyTimeline } from '#platform';
import { openTestApp } from '#testing';
import type { TestApp, TestClient } from '#testing';
import { updateUser } from './update-user.js';

const PASSWORD = 'lantern on the pier';

let desk: TestApp;
let admin: TestClient;
let monitor: TestClient;

beforeAll(async () => {
  desk = await openTestApp([IdentityModule]);
  await add('root', ['admin']);
  await add('mon', ['monitor']);
  admin = await signIn('root');
  monitor = await signIn('mon');
});
afterAll(() => desk.close());

const add = (username: string, roles: Role[]): Promise<{ id: string }> =>
  desk.database.transaction((tx) =>
    createUser(tx, deedOfSystem(desk.clock), {
      username,
      name: username,
      password: PASSWORD,
      roles,
    }),
  );

const signIn = async (username: string): Promise<TestClient> => {
  const client = desk.client();
  expect((await client.post('/session', { username, password: PASSWORD })).status).toBe(200);
  return client;
};

const idOf = async (client: TestClient): Promise<string> =>
  String((await client.get('/me')).body?.id);

const newUser = (username: string, more: object = {}): object => ({
  username,
  name: '王芳',
  password: PASSWORD,
  roles: ['handler'],
  ...more,
});

describe('adding a user', () => {
  it('lets them sign in, and writes down what, not who or how to reach them', async () => {
    const contacts = [
      { channel: 'phone', address: '0871 6312 4567' },
      { channel: 'app', address: '' },
    ];
    const created = await admin.post('/users', newUser('wangfang', { contacts }));
    expect(created).toMatchObject({ status: 201, body: { username: 'wangfang', contacts } });
    expect(created.body).not.toHaveProperty('passwordHash');
    await signIn('wangfang');

    const timeline = await readTimeline(desk.database.reader, String(created.body?.id));
    expect(timeline).toMatchObject([
      {
        type: 'user.created',
        actor: { kind: 'user', id: await idOf(admin) },
        data: { roles: ['handler'], unitId: null, isUnitLead: false },
      },
    ]);
    expect(JSON.stringify(timeline)).not.toMatch(/王芳|wangfang|6312|argon/);
  });

  it('refuses a user name that somebody has, in any case', async () => {
    await admin.post('/users', newUser('li.hua'));
    expect(await admin.post('/users', newUser('Li.Hua'))).toMatchObject({
      status: 409,
      body: { code: 'user.exists' },
    });
  });

  it.each<[string, object, string[]]>([
    ['a weak password', { password: '1234567890' }, ['password']],
    ['the user name as password', { password: 'wang.xiaoming' }, ['password']],
    ['no role', { roles: [] }, ['roles']],
    ['an unknown role', { roles: ['king'] }, ['roles']],
    [
      'an unknown channel',
      { contacts: [{ channel: 'pigeon', address: 'x' }] },
      ['contacts.0.channel'],
    ],
    ['a unit that does not exist', { unitId: newId() }, ['unitId']],
    ['null where a value is expected', { name: null }, ['name', 'name', 'name', 'name']],
    ['an unknown field', { salary: 1 }, ['salary']],
    ['a NUL byte', { name: 'a\u0000b' }, ['name']],
  ])('refuses %s, and names the field', async (_, fields, paths) => {
    const answer = await admin.post('/users', newUser('wang.xiaoming', fields));
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation.failed' } });
    expect((answer.body?.errors as { path: string }[]).map(({ path }) => path)).toEqual(paths);
  });

  it("refuses contacts that cannot be right, each at its field, in the reader's language", async () => {
    const contacts = [
      { channel: 'email', address: 'wang.fang' },
      { channel: 'phone', address: '12345' },
      { channel: 'sms', address: 'ask Li' },
    ];
    const { status, body } = await admin.post('/users', newUser('wang.xiaoming', { contacts }));
    expect({ status, code: body?.code }).toEqual({ status: 422, code: 'user.contacts' });
    expect(body?.errors).toEqual([
      { path: 'contacts.0.address', message: expect.stringMatching(/^不是电子邮件地址/) },
      { path: 'contacts.2.address', message: expect.stringMatching(/^不是电话号码/) },
    ]);
  });

  it('is for administrators', async () => {
    expect(await monitor.post('/users', newUser('nobody'))).toMatchObject({
      status: 403,
      body: { code: 'permission.missing' },
    });
  });
});

describe('looking up colleagues', () => {
  it('shows everybody names, roles and units; contacts only to administrators', async () => {
    const { body } = await admin.post(
      '/users',
      newUser('zhao', { contacts: [{ channel: 'phone', address: '12345' }] }),
    );
    const path = `/users/${String(body?.id)}`;
    expect((await monitor.get(path)).body).toEqual({
      id: body?.id,
      username: 'zhao',
      name: '王芳',
      roles: ['handler'],
      unitId: null,
      disabled: false,
    });
    expect((await admin.get(path)).body).toMatchObject({ contacts: [{ address: '12345' }] });
  });

  it('goes page by page through everybody, once each', async () => {
    const seen: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await monitor.get(
        `/users?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...(body?.items as { username: string }[]).map(({ username }) => username));
      cursor = body?.nextCursor as string | null;
    }
    expect(seen).toEqual(['li.hua', 'mon', 'root', 'wangfang', 'zhao']);
  });

  it('finds by part of a name or user name', async () => {
    const found = async (q: string): Promise<unknown[]> =>
      (await monitor.get(`/users?q=${encodeURIComponent(q)}`)).body?.items as unknown[];
    expect(await found('王')).toHaveLength(3);
    expect(await found('ZHA')).toHaveLength(1);
    expect(await found('%')).toHaveLength(0);
  });

  it.each([
    ['/users/nobody', 400],
    [`/users/${newId()}`, 404],
    ['/users?limit=0', 400],
    ['/users?limit=x', 400],
    ['/users?cursor=x', 400],
    ['/users?sort=x', 400],
  ])('%s is a %d', async (path, status) => {
    expect((await monitor.get(path)).status).toBe(status);
  });
});

describe('changing a user', () => {
  it('changes what is given, and says on the record what changed', async () => {
    const { id } = await add('chen', ['handler']);
    const answer = await admin.patch(`/users/${id}`, {
      name: '陈静',
      roles: ['reviewer', 'reviewer'],
      isUnitLead: true,
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { name: '陈静', roles: ['reviewer'], isUnitLead: true, username: 'chen' },
    });
    const [, changed] = await readTimeline(desk.database.reader, id);
    expect(changed).toMatchObject({
      type: 'user.changed',
      data: { changed: ['name', 'roles', 'isUnitLead'], roles: ['reviewer'], isUnitLead: true },
    });
    expect(JSON.stringify(changed)).not.toContain('陈静');
  });

  it('writes nothing when nothing changes', async () => {
    const { id } = await add('same', ['handler']);
    await admin.patch(`/users/${id}`, { name: 'same', roles: ['handler'], disabled: false });
    expect(await readTimeline(desk.database.reader, id)).toHaveLength(1);
  });

  it('signs a disabled user out at once, and for good', async () => {
    const { id } = await add('leaver', ['officer']);
    const leaver = await signIn('leaver');
    const { body } = await leaver.post('/tokens', {
      name: 'script',
      permissions: ['incident.read', 'account.own'],
      expiresAt: '2027-01-01T00:00:00Z',
    });
    await admin.patch(`/users/${id}`, { disabled: true });
    expect((await leaver.get('/me')).status).toBe(401);
    const headers = { authorization: `Bearer ${String(body?.token)}` };
    expect((await desk.client().get('/me', { headers })).status).toBe(401);
    const again = await desk.client().post('/session', { username: 'leaver', password: PASSWORD });
    expect(again.status).toBe(401);
    expect((await monitor.get(`/users/${id}`)).body).toMatchObject({ disabled: true });
  });

  it('signs a user with a new password out', async () => {
    const { id } = await add('forgetful', ['officer']);
    const client = await signIn('forgetful');
    await admin.patch(`/users/${id}`, { password: 'a fresh password' });
    expect((await client.get('/me')).status).toBe(401);
  });

  it('keeps the last active administrator', async () => {
    const id = await idOf(admin);
    for (const change of [{ disabled: true }, { roles: ['leader'] }]) {
      expect(await admin.patch(`/users/${id}`, change)).toMatchObject({
        status: 422,
        body: { code: 'user.last-admin' },
      });
    }
    expect((await admin.patch(`/users/${id}`, { roles: ['admin', 'leader'] })).status).toBe(200);
  });

  it('keeps one of two administrators who take the role from each other at the same moment', async () => {
    const first = await idOf(admin);
    const { id: second } = await add('root2', ['admin']);
    const demote = (id: string): Promise<unknown> =>
      desk.database.transaction((tx) =>
        updateUser(tx, deedOfSystem(desk.clock), id, { roles: ['leader'] }),
      );
    const outcomes = await Promise.allSettled([demote(first), demote(second)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

it('leaves a timeline that verifies', async () => {
  expect(await verifyTimeline(desk.database.reader)).toMatchObject({ ok: true });
});
