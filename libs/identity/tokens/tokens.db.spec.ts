import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityModule, createUser, deedOfSystem } from '#identity';
import { readTimeline, sql } from '#platform';
import { openTestApp } from '#testing';
import type { Answer, TestApp, TestClient } from '#testing';
import { updateUser } from '../users/update-user.js';

const PASSWORD = 'lantern on the pier';

let desk: TestApp;
let owner: TestClient;
let ownerId: string;

beforeAll(async () => {
  desk = await openTestApp([IdentityModule]);
  const user = await desk.database.transaction((tx) =>
    createUser(tx, deedOfSystem(desk.clock), {
      username: 'boss',
      name: '赵敏',
      password: PASSWORD,
      roles: ['admin', 'leader'],
    }),
  );
  ownerId = user.id;
  owner = desk.client();
  await owner.post('/session', { username: 'boss', password: PASSWORD });
});
afterAll(() => desk.close());

const make = (permissions: string[], expiresAt = '2026-04-01T00:00:00+08:00'): Promise<Answer> =>
  owner.post('/tokens', { name: 'import script', permissions, expiresAt });

const using = (made: Answer): { headers: Record<string, string> } => ({
  headers: { authorization: `Bearer ${String(made.body?.token)}` },
});

describe('an API token', () => {
  it('opens what it was given, and nothing else', async () => {
    const made = await make(['account.own', 'unit.read']);
    expect(made.status).toBe(201);
    const program = desk.client();
    expect((await program.get('/units', using(made))).status).toBe(200);
    expect((await program.get('/me', using(made))).body).toMatchObject({
      id: ownerId,
      permissions: ['account.own', 'unit.read'],
    });
    expect(await program.get('/users', using(made))).toMatchObject({
      status: 403,
      body: { code: 'permission.missing' },
    });
  });

  it('is shown once, and kept as a hash', async () => {
    const made = await make(['unit.read']);
    const token = String(made.body?.token);
    expect(token).toMatch(/^mbt_[\w-]{43}$/);
    expect(JSON.stringify((await owner.get('/tokens')).body)).not.toContain(token);
    const rows = await sql(desk.database.reader, 'SELECT t::text FROM api_tokens t');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('loses what its owner’s roles lose', async () => {
    const made = await make(['user.read', 'unit.manage']);
    const addUnit = (name: string): Promise<Answer> =>
      desk.client().post('/units', { name }, using(made));
    expect((await addUnit('信访局')).status).toBe(201);
    const change = (roles: ('admin' | 'leader')[]): Promise<unknown> =>
      desk.database.transaction((tx) =>
        updateUser(tx, deedOfSystem(desk.clock), ownerId, { roles }),
      );
    await desk.database.transaction((tx) =>
      createUser(tx, deedOfSystem(desk.clock), {
        username: 'deputy',
        name: '钱',
        password: PASSWORD,
        roles: ['admin'],
      }),
    );
    await change(['leader']);
    expect((await addUnit('水务局')).status).toBe(403);
    expect((await desk.client().get('/users', using(made))).status).toBe(200);
    await change(['admin', 'leader']);
  });

  it('cannot make a stronger one', async () => {
    const weak = await make(['token.own', 'unit.read']);
    const answer = await desk
      .client()
      .post(
        '/tokens',
        { name: 'more', permissions: ['user.manage'], expiresAt: '2026-04-01T00:00:00+08:00' },
        using(weak),
      );
    expect(answer).toMatchObject({ status: 422, body: { code: 'token.permission' } });
  });

  it('needs no origin, since no browser sends it by itself', async () => {
    const made = await make(['unit.manage']);
    const headers = { ...using(made).headers, 'sec-fetch-site': 'cross-site' };
    expect((await desk.client().post('/units', { name: '交通局' }, { headers })).status).toBe(201);
  });

  it('stops when it is revoked, and both ends are on the record', async () => {
    const made = await make(['unit.read']);
    const id = String(made.body?.id);
    expect((await owner.delete(`/tokens/${id}`)).status).toBe(204);
    expect((await desk.client().get('/units', using(made))).status).toBe(401);
    expect((await owner.delete(`/tokens/${id}`)).status).toBe(404);
    const timeline = await readTimeline(desk.database.reader, ownerId);
    expect(timeline.slice(-2)).toMatchObject([
      { type: 'token.created', data: { tokenId: id, permissions: ['unit.read'] } },
      { type: 'token.revoked', data: { tokenId: id } },
    ]);
  });

  it('is not for somebody else to revoke', async () => {
    const { body } = await make(['unit.read']);
    const other = desk.client();
    await other.post('/session', { username: 'deputy', password: PASSWORD });
    expect((await other.delete(`/tokens/${String(body?.id)}`)).status).toBe(404);
    expect((await other.get('/tokens')).body).toEqual({ items: [], nextCursor: null });
  });

  it.each([
    ['a time that is past', '2026-01-01T00:00:00Z'],
    ['a day that does not exist', '2026-02-30T00:00:00Z'],
    ['no moment', 'soon'],
    ['a time without its offset', '2027-01-01T00:00:00'],
    ['a time beyond what can be stored', '+275760-09-13T00:00:00Z'],
  ])('does not run out at %s', async (_, expiresAt) => {
    expect(await make(['unit.read'], expiresAt)).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ path: 'expiresAt' })]) },
    });
  });

  it('runs out', async () => {
    const made = await make(['unit.read']);
    desk.clock.moveTo(Date.parse('2026-04-01T00:00:00+08:00'));
    expect((await desk.client().get('/units', using(made))).status).toBe(401);
  });
});
