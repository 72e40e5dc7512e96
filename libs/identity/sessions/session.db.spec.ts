import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { deedOfSystem, createUser, IdentityModule } from '#identity';
import { readTimeline, sql } from '#platform';
import { openTestApp } from '#testing';
import type { Answer, TestApp, TestClient } from '#testing';

const PASSWORD = 'lantern on the pier';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let desk: TestApp;
let names = 0;

beforeAll(async () => {
  desk = await openTestApp([IdentityModule]);
});
afterAll(() => desk.close());

/** A new user for each test, so that what one of them does does not slow another. */
let username: string;
let userId: string;
beforeEach(async () => {
  names += 1;
  username = `officer${names}`;
  const user = await desk.database.transaction((tx) =>
    createUser(tx, deedOfSystem(desk.clock), {
      username,
      name: '李华',
      password: PASSWORD,
      roles: ['officer'],
    }),
  );
  userId = user.id;
});

const signIn = (client: TestClient, password = PASSWORD, name = username): Promise<Answer> =>
  client.post('/session', { username: name, password });

const signedIn = async (): Promise<TestClient> => {
  const client = desk.client();
  expect((await signIn(client)).status).toBe(200);
  return client;
};

describe('signing in', () => {
  it('answers who I am, and gives a cookie that scripts cannot read', async () => {
    const answer = await signIn(desk.client());
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      id: userId,
      username,
      name: '李华',
      roles: ['officer'],
      unit: null,
      locale: 'zh',
    });
    expect(answer.body?.permissions).toContain('incident.log');
    expect(answer.headers.get('set-cookie')).toMatch(
      /^mingbian_session=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
  });

  it('does not mind how the user name is written', async () => {
    expect((await signIn(desk.client(), PASSWORD, username.toUpperCase())).status).toBe(200);
  });

  it('says the same of a wrong password and of a name that nobody has', async () => {
    const wrong = await signIn(desk.client(), 'guess');
    const nobody = await signIn(desk.client(), PASSWORD, 'nobody-here');
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(wrong.body).toEqual({ ...nobody.body, requestId: wrong.body?.requestId });
  });

  it('keeps only a hash of the session in the database', async () => {
    const { cookie } = await signedIn();
    const secret = cookie?.split('=')[1];
    const rows = await sql<{ token_hash: string }>(
      desk.database.reader,
      'SELECT token_hash FROM sessions WHERE user_id = $1',
      [userId],
    );
    expect(rows.map((row) => row.token_hash)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(rows[0]?.token_hash).not.toBe(secret);
  });
});

describe('guessing a password', () => {
  it('is slowed from the fifth failure on, for the right password too, and is on the record', async () => {
    for (let guess = 0; guess < 5; guess += 1) await signIn(desk.client(), 'guess');
    const refused = await signIn(desk.client());
    expect(refused).toMatchObject({ status: 429, body: { code: 'sign-in.throttled' } });
    expect(refused.headers.get('retry-after')).toBe('2');
    const timeline = await readTimeline(desk.database.reader, userId);
    expect(timeline.map((entry) => entry.type)).toEqual(['user.created', 'user.sign-in-slowed']);

    desk.clock.advance(2_000);
    expect((await signIn(desk.client())).status).toBe(200);
    expect((await signIn(desk.client(), 'guess')).status).toBe(401);
  });

  it('gains nothing from many guesses at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signIn(desk.client(), 'guess')),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('does not punish many good sign-ins at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(desk.client())));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('stores no user name that was tried', async () => {
    await signIn(desk.client(), 'guess', 'a-private-name');
    const rows = await sql<{ row: string }>(
      desk.database.reader,
      'SELECT f::text AS row FROM sign_in_failures f',
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('a-private-name');
  });
});

describe('a session', () => {
  it('is needed', async () => {
    expect(await desk.client().get('/me')).toMatchObject({
      status: 401,
      body: { code: 'session.missing' },
    });
  });

  it('goes on while it is used, and ends half a day after', async () => {
    const client = await signedIn();
    for (let used = 0; used < 3; used += 1) {
      desk.clock.advance(11 * HOUR);
      expect((await client.get('/me')).status).toBe(200);
    }
    desk.clock.advance(12 * HOUR);
    expect((await client.get('/me')).status).toBe(401);
  });

  it('ends after a week, however busy', async () => {
    const client = await signedIn();
    for (let used = 0; used < 16; used += 1) {
      desk.clock.advance(10 * HOUR);
      expect((await client.get('/me')).status).toBe(200);
    }
    desk.clock.advance(8 * HOUR);
    expect((await client.get('/me')).status).toBe(401);
  });

  it('ends when I sign out, and only that one', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const { cookie } = here;
    expect((await here.delete('/session')).status).toBe(204);
    expect(here.cookie).toBeNull();
    here.cookie = cookie;
    expect((await here.get('/me')).status).toBe(401);
    expect((await there.get('/me')).status).toBe(200);
  });
});

describe('my account', () => {
  it('takes another language', async () => {
    const client = await signedIn();
    expect(await client.patch('/me', { locale: 'en' })).toMatchObject({
      status: 200,
      body: { locale: 'en' },
    });
    expect((await client.get('/me')).body).toMatchObject({ locale: 'en' });
  });

  it('takes a new password for the present one, and signs out everywhere else', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const changed = await here.patch('/me', {
      password: 'another lantern',
      currentPassword: PASSWORD,
    });
    expect(changed.status).toBe(200);
    expect((await here.get('/me')).status).toBe(200);
    expect((await there.get('/me')).status).toBe(401);
    expect((await signIn(desk.client())).status).toBe(401);
    expect((await signIn(desk.client(), 'another lantern')).status).toBe(200);
    const [, entry] = await readTimeline(desk.database.reader, userId);
    expect(entry).toMatchObject({
      type: 'user.changed',
      data: { changed: ['password'] },
      actor: { kind: 'user', id: userId },
    });
  });

  it.each([
    ['without the present one', {}, 400, 'validation.failed'],
    ['with a wrong one', { currentPassword: 'guess' }, 422, 'password.wrong'],
  ])('keeps its password %s', async (_, given, status, code) => {
    const client = await signedIn();
    const answer = await client.patch('/me', { password: 'another lantern', ...given });
    expect(answer).toMatchObject({
      status,
      body: { code, errors: [{ path: 'currentPassword' }] },
    });
    expect((await client.get('/me')).status).toBe(200);
  });

  it('does not change for a page of another site', async () => {
    const client = await signedIn();
    const answer = await client.call('PATCH', '/me', {
      body: { locale: 'en' },
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'origin.foreign' } });
  });
});
