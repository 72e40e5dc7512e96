import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClient } from '#testing';
import { ConfigCopy } from '../support/config.js';
import { Case } from '../support/incidents.js';
import { hire, signInAsBootstrap } from '../support/people.js';
import type { Person } from '../support/people.js';
import { Program } from '../support/program.js';
import { SmsGateway } from '../support/sms-gateway.js';
import { until } from '../support/until.js';
import { freshDatabase } from '../support/workspace.js';

const MOBILE = '+8613800000001';
const config = new ConfigCopy();
let gateway: SmsGateway;
let workspace: Awaited<ReturnType<typeof freshDatabase>>;
let program: Program;
let admin: Person;
let officer: Person;
let monitor: Person;

beforeAll(async () => {
  gateway = await SmsGateway.open();
  config.set('channels.yaml', { sms: gateway.config });
  workspace = await freshDatabase();
  program = await Program.start({ env: { ...workspace.env, ...config.env } });
  admin = await signInAsBootstrap(program.url);
  monitor = await hire(program.url, admin, { username: 'monitor', roles: ['monitor'] });
  officer = await hire(program.url, admin, { username: 'officer', roles: ['officer'] });
  const contacts = [{ channel: 'sms', address: MOBILE }];
  await admin.must('PATCH', `/users/${officer.id}`, { contacts });
});

afterAll(async () => {
  await program.stop();
  await workspace.close();
  await gateway.close();
  config.remove();
});

interface Told {
  readonly channel: string;
  readonly delivery: string;
  readonly reason: string | null;
}

async function toldOf(one: Case): Promise<readonly Told[]> {
  const { items } = (await officer.get(`/escalations?subjectId=${one.id}`)) as {
    items: { notified: Told[] }[];
  };
  return items.flatMap(({ notified }) => notified);
}

async function escalated(): Promise<Case> {
  const one = await Case.log(monitor);
  await one.give(monitor, 'report', { severity: 'II' });
  return one;
}

const smsAbout = ({ page }: Case) => gateway.heard.find(({ text }) => text.includes(page.number));

describe('an escalation', () => {
  it('reaches the officer by SMS, who acknowledges from the link without signing in', async () => {
    const one = await escalated();
    await until('the SMS has come', () => Promise.resolve(smsAbout(one) !== undefined));
    const { to, text } = smsAbout(one)!;
    expect(to).toBe(MOBILE);
    expect(text).toContain('Ⅱ级 重大 · ');
    const token = /\/ack\/([\w-]{43})/.exec(text)?.[1] ?? '';

    const stranger = new TestClient(program.url);
    const { status, body } = await stranger.get(`/api/v1/ack/${token}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'valid',
      subject: { number: one.page.number, title: one.page.title },
      user: { name: 'officer' },
    });
    expect((await stranger.post(`/api/v1/ack/${token}`)).status).toBe(200);
    expect((await stranger.post(`/api/v1/ack/${token}`)).status).toBe(410);
    expect((await stranger.get(`/api/v1/ack/${token}x`)).status).toBe(404);

    await one.look(officer);
    expect(one.page.acknowledgedBy).toMatchObject({ id: officer.id });
    await until('it is said to have been delivered', async () =>
      (await toldOf(one)).some(
        ({ channel, delivery }) => channel === 'sms' && delivery === 'delivered',
      ),
    );
  });

  it('says what failed when a gateway answers 200 with an error', async () => {
    gateway.code = 7;
    const one = await escalated();
    await until('the failure is told', async () =>
      (await toldOf(one)).some(({ channel, reason }) => channel === 'sms' && reason !== null),
    );
    gateway.code = 0;
    const told = await toldOf(one);
    expect(told.find(({ channel }) => channel === 'app')?.delivery).toBe('delivered');
    const { items } = (await admin.get('/delivery-channels')) as { items: { channel: string }[] };
    expect(items.find(({ channel }) => channel === 'sms')).toMatchObject({
      configured: true,
      lastError: expect.stringContaining('balance used up'),
    });
    expect(items.find(({ channel }) => channel === 'email')).toMatchObject({ configured: false });
  });
});

describe('my channels', () => {
  it('are read, ordered, and tried', async () => {
    expect(await officer.get('/me/channels')).toMatchObject({
      available: ['sms'],
      contacts: [{ channel: 'sms', address: MOBILE }],
      order: { I: ['sms'], unrated: ['sms'] },
      quiet: null,
    });
    const order = { I: ['sms'], II: ['sms'], III: ['sms', 'email'], IV: [], unrated: [] };
    const quiet = { from: '22:00', to: '07:00' };
    expect(await officer.must('PUT', '/me/channels', { order, quiet })).toMatchObject({
      order,
      quiet,
    });
    expect(await officer.post('/me/contacts/test', { channel: 'sms' })).toEqual({
      delivery: 'delivered',
      reason: null,
    });
    expect(gateway.heard.at(-1)?.text).toContain('测试');
    expect(await officer.refused('POST', '/me/contacts/test', { channel: 'sms' })).toMatchObject({
      status: 429,
    });
  });

  it('are refused with the field that is wrong', async () => {
    const order = { I: ['pager'], II: [], III: [], IV: [], unrated: ['sms', 'sms'] };
    const wrong = { order, quiet: { from: '25:00', to: '07:00' } };
    const { status, errors } = await officer.refused('PUT', '/me/channels', wrong);
    expect(status).toBe(400);
    expect(errors?.map(({ path }) => path)).toEqual(['order.I', 'order.unrated', 'quiet.from']);
    const { errors: missing } = await officer.refused('PUT', '/me/channels', {});
    expect(new Set(missing?.map(({ path }) => path))).toEqual(new Set(['order', 'quiet']));
    const none = await monitor.refused('POST', '/me/contacts/test', { channel: 'sms' });
    expect(none).toMatchObject({ status: 422, errors: [{ path: 'channel' }] });
  });

  it('know no browsers while web push is not set up', async () => {
    expect(await officer.get('/push/key')).toEqual({ publicKey: null });
    const keys = { p256dh: `B${'a'.repeat(86)}`, auth: 'b'.repeat(22) };
    const subscription = { endpoint: 'https://fcm.googleapis.com/x', keys };
    expect(await officer.refused('POST', '/push/subscriptions', subscription)).toMatchObject({
      status: 422,
      errors: [{ path: 'endpoint' }],
    });
    const gone = { endpoint: subscription.endpoint };
    expect((await officer.call('DELETE', '/push/subscriptions', gone)).status).toBe(204);
  });
});
