import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Owner } from '../support/database.js';
import { aRumour } from '../support/incidents.js';
import { openScene } from '../support/scene.js';
import type { Scene } from '../support/scene.js';

let scene: Scene;
let owner: Owner;
beforeAll(async () => {
  scene = await openScene();
  owner = await Owner.of(scene.databaseUrl);
});
afterAll(async () => {
  await owner.close();
  await scene.close();
});

const log = (key: string, body: unknown = aRumour({ title: '同一请求' })) =>
  scene.office.monitor.call('POST', '/incidents', body, { 'idempotency-key': key });

const howMany = () => owner.number('SELECT count(*) FROM incidents');

describe('an Idempotency-Key', () => {
  it('gives the same answer to the same request, and does it once', async () => {
    const [key, body, before] = [randomUUID(), aRumour(), await howMany()];
    const first = await log(key, body);
    const second = await log(key, body);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await howMany()).toBe(before + 1);
  });

  it('refuses another request under the same key', async () => {
    const key = randomUUID();
    await log(key, aRumour());
    const other = await log(key, aRumour({ title: '另一件事' }));
    expect(other.status).toBe(422);
    expect(other.body).toMatchObject({ code: 'idempotency.mismatch' });
  });

  it('lets one of many at the same moment through', async () => {
    const [key, body, before] = [randomUUID(), aRumour(), await howMany()];
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => log(key, body)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(201);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    expect(await howMany()).toBe(before + 1);
    expect((await log(key, body)).status).toBe(201);
    expect(await howMany()).toBe(before + 1);
  });

  it('is free again after a refusal, which did nothing', async () => {
    const key = randomUUID();
    expect((await log(key, { title: '不全' })).status).toBe(400);
    expect((await log(key)).status).toBe(201);
  });

  it("is one person's own", async () => {
    const [key, body, before] = [randomUUID(), aRumour(), await howMany()];
    await log(key, body);
    const headers = { 'idempotency-key': key };
    await scene.office.officer.call('POST', '/incidents', body, headers);
    expect(await howMany()).toBe(before + 2);
  });

  it.each(['', ' ', 'a b', 'x'.repeat(201)])('%j is no key', async (key) => {
    const { status, body } = await log(key);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'idempotency.key' });
  });

  it('that made a user or a token keeps no secret', async () => {
    const key = randomUUID();
    const password = 'a password nobody keeps';
    const newUser = { username: 'kept', name: 'kept', roles: ['monitor'], password };
    const { admin } = scene.office;
    await admin.call('POST', '/users', newUser, { 'idempotency-key': key });
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const wanted = { name: 'token', permissions: ['incident.read'], expiresAt };
    const made = await admin.call('POST', '/tokens', wanted, {
      'idempotency-key': randomUUID(),
    });
    const kept = JSON.stringify(await owner.select('SELECT * FROM idempotency_keys'));
    expect(kept).not.toContain(password);
    expect(kept).not.toContain(String(made.body?.['token']));
  });
});
