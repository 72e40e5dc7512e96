import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  DemoModule,
  IdentityModule,
  bootstrapAdministrator,
  deedOfSystem,
  issueSetupToken,
  setupLink,
} from '#identity';
import { openTestApp } from '#testing';
import type { Answer, TestApp } from '#testing';

const DAY = 24 * 60 * 60_000;

let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp([IdentityModule]);
});
afterEach(() => desk.close());

const issue = (): Promise<string | null> =>
  desk.database.transaction((tx) => issueSetupToken(tx, desk.clock.now()));

const setUp = (token: string | null, username = 'root'): Promise<Answer> =>
  desk
    .client()
    .post('/setup', { token, username, name: '管理员', password: 'lantern on the pier' });

const bootstrap = (username: string, password: string): Promise<void> =>
  desk.database.transaction((tx) =>
    bootstrapAdministrator(tx, deedOfSystem(desk.clock), { username, password }),
  );

describe('the link for the first administrator', () => {
  it('opens the set-up page', () => {
    expect(setupLink('https://yq.example.cn', 'abc')).toBe('https://yq.example.cn/setup?token=abc');
  });

  it('makes an administrator who is signed in, once', async () => {
    const token = await issue();
    const client = desk.client();
    expect((await client.get(`/setup?token=${String(token)}`)).body).toEqual({ valid: true });
    const made = await client.post('/setup', {
      token,
      username: 'root',
      name: '管理员',
      password: 'lantern on the pier',
    });
    expect(made).toMatchObject({ status: 201, body: { username: 'root', roles: ['admin'] } });
    expect((await client.get('/me')).status).toBe(200);
    expect((await client.get(`/setup?token=${String(token)}`)).body).toEqual({ valid: false });
    expect(await setUp(token, 'second')).toMatchObject({
      status: 422,
      body: { code: 'setup.token' },
    });
    expect(await issue()).toBeNull();
  });

  it('makes one administrator, however many try at the same moment', async () => {
    const token = await issue();
    const answers = await Promise.all(['a1', 'a2', 'a3', 'a4'].map((name) => setUp(token, name)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);
  });

  it('is still good after a mistake in the form', async () => {
    const token = await issue();
    const weak = await desk
      .client()
      .post('/setup', { token, username: 'root', name: '管理员', password: '1234567890' });
    expect(weak).toMatchObject({ status: 400, body: { errors: [{ path: 'password' }] } });
    expect((await setUp(token)).status).toBe(201);
  });

  it('is good for a day', async () => {
    const token = await issue();
    desk.clock.advance(DAY);
    expect((await setUp(token)).status).toBe(422);
    expect((await setUp(await issue())).status).toBe(201);
  });

  it('is not to be guessed', async () => {
    await issue();
    expect((await setUp('guess')).status).toBe(422);
  });
});

describe('the administrator of the environment', () => {
  it('can sign in with the password as it was given', async () => {
    await bootstrap('root', '12345678');
    const answer = await desk.client().post('/session', { username: 'root', password: '12345678' });
    expect(answer).toMatchObject({ status: 200, body: { roles: ['admin'] } });
  });

  it('is made once, by however many processes start, and makes links worthless', async () => {
    const token = await issue();
    await Promise.all([bootstrap('root', '12345678'), bootstrap('root', '12345678')]);
    expect((await setUp(token)).status).toBe(422);
    await bootstrap('another', '12345678');
    const answer = await desk
      .client()
      .post('/session', { username: 'another', password: '12345678' });
    expect(answer.status).toBe(401);
  });

  it.each([
    ['root', 'short', 'MINGBIAN_BOOTSTRAP_PASSWORD: must be at least 8 characters'],
    ['r t', '12345678', 'MINGBIAN_BOOTSTRAP_USER: must be 2 to 40'],
  ])('%s with %s stops the boot with a reason', async (username, password, reason) => {
    await expect(bootstrap(username, password)).rejects.toThrow(reason);
  });
});

describe('sign-in by one click', () => {
  it('does not exist outside a demo', async () => {
    expect((await desk.client().get('/demo/users')).status).toBe(404);
    expect((await desk.client().post('/demo/session', { username: 'root' })).status).toBe(404);
  });

  it('lets a visitor of the demo be anybody', async () => {
    const demo = await openTestApp([DemoModule]);
    await demo.database.transaction((tx) =>
      bootstrapAdministrator(tx, deedOfSystem(demo.clock), {
        username: 'root',
        password: '12345678',
      }),
    );
    const visitor = demo.client();
    expect((await visitor.get('/demo/users')).body).toEqual([
      { username: 'root', name: 'root', roles: ['admin'] },
    ]);
    expect((await visitor.post('/demo/session', { username: 'root' })).status).toBe(200);
    expect((await visitor.get('/me')).body).toMatchObject({ username: 'root' });
    expect((await visitor.post('/demo/session', { username: 'nobody' })).status).toBe(404);
    await demo.close();
  });
});
