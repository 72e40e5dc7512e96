import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { DOWN, FakeChannel } from '../testing/fake-channel.js';
import { channelFigures } from '../deliveries/channel-figures.js';
import { saveSubscription, subscriptionsOf } from '../push/subscriptions.js';
import { MyChannels } from './my-channels.js';
import { TestContact } from './test-contact.js';

let office: TestOffice;
let officer: TestUser;
const email = new FakeChannel('email');
const push = new FakeChannel('push');

beforeAll(async () => {
  office = await TestOffice.open({
    channels: new Map([email, push].map((channel) => [channel.name, channel])),
  });
});

afterAll(() => office.close());

let count = 0;
beforeEach(async () => {
  email.sent.length = 0;
  email.answer = () => ({ state: 'delivered' });
  push.sent.length = 0;
  push.answer = () => ({ state: 'delivered' });
  count += 1;
  officer = await office.hire(`officer${String(count)}`, ['officer']);
  const contacts = [
    { channel: 'phone', address: '010-5555' },
    { channel: 'email', address: 'officer@example.org' },
  ];
  await office.select('UPDATE users SET contacts = $2 WHERE id = $1', [
    officer.id,
    JSON.stringify(contacts),
  ]);
});

const mine = (): MyChannels => office.app.get(MyChannels, { strict: false });
const tests = (): TestContact => office.app.get(TestContact, { strict: false });
const browser = (name: string) => ({
  endpoint: `https://push.example/${name}`,
  keys: { p256dh: `B${'a'.repeat(86)}`, auth: 'b'.repeat(22) },
});
const subscribe = (name: string, user = officer): Promise<void> =>
  saveSubscription(office.database.reader, user.id, browser(name), office.clock.now());

describe('how I am reached', () => {
  it('is as my contacts are listed, while I have not said otherwise', async () => {
    await subscribe('one');
    expect(await mine().read(officer.id)).toMatchObject({
      available: ['email', 'push'],
      order: { I: ['email', 'push'], unrated: ['email', 'push'] },
      quiet: null,
      timeZone: 'Asia/Shanghai',
    });
  });

  it('is as I said, from then on', async () => {
    const order = { I: ['email'], II: ['email'], III: [], IV: [], unrated: [] } as const;
    const quiet = { from: '22:00', to: '07:00' };
    await mine().write(officer.id, order, quiet);
    expect(await mine().read(officer.id)).toMatchObject({ order, quiet });
    await mine().write(officer.id, order, null);
    expect((await mine().read(officer.id)).quiet).toBeNull();
  });

  it('cannot be quiet hours without a length', async () => {
    const order = { I: [], II: [], III: [], IV: [], unrated: [] };
    const never = mine().write(officer.id, order, { from: '07:00', to: '07:00' });
    await expect(never).rejects.toMatchObject({
      status: 422,
      extensions: { errors: [{ path: 'quiet.to' }] },
    });
  });
});

describe('a test of a contact', () => {
  it('sends a message that says so, and remembers that it arrived', async () => {
    expect(await tests().run(officer.id, 'email')).toEqual({ delivery: 'delivered', reason: null });
    expect(email.sent).toMatchObject([
      { to: 'officer@example.org', message: { title: '明辨：测试消息', ackLink: null } },
    ]);
    const { contacts } = await mine().read(officer.id);
    expect(contacts).toMatchObject([
      { channel: 'phone', working: null, lastSuccessAt: null },
      { channel: 'email', lastSuccessAt: office.clock.date().toISOString() },
    ]);
  });

  it('tells why it failed, and so does the page of the engine', async () => {
    email.answer = () => DOWN;
    expect(await tests().run(officer.id, 'email')).toEqual({
      delivery: 'failed',
      reason: 'connect ECONNREFUSED',
    });
    const { contacts } = await mine().read(officer.id);
    expect(contacts.find(({ channel }) => channel === 'email')).toMatchObject({
      working: false,
      lastError: expect.any(String),
    });
    const figures = await channelFigures(office.database.reader, office.clock.now());
    expect(figures.find(({ channel }) => channel === 'email')).toMatchObject({
      failed24h: 1,
      lastError: 'connect ECONNREFUSED',
      lastFailureAt: office.clock.date(),
    });
  });

  it('is possible once in ten seconds, also with two clicks at the same moment', async () => {
    const clicks = await Promise.allSettled([1, 2].map(() => tests().run(officer.id, 'email')));
    expect(clicks.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(tests().run(officer.id, 'email')).rejects.toMatchObject({
      status: 429,
      extensions: { retryAfterSeconds: 10 },
    });
    office.clock.advance(10_000);
    expect((await tests().run(officer.id, 'email')).delivery).toBe('delivered');
    expect(email.sent).toHaveLength(2);
  });

  it('needs a channel that is set up, and a contact there', async () => {
    for (const channel of ['sms', 'push'] as const) {
      await expect(tests().run(officer.id, channel)).rejects.toMatchObject({
        status: 422,
        extensions: { errors: [{ path: 'channel' }] },
      });
    }
  });
});

describe('browsers', () => {
  it('all show a message, and those that are gone are forgotten', async () => {
    await subscribe('one');
    await subscribe('two');
    push.answer = ({ to }) =>
      to.includes('/one')
        ? { state: 'failed', code: 'gone', reason: '410', retry: false }
        : { state: 'delivered' };
    expect(await tests().run(officer.id, 'push')).toMatchObject({ delivery: 'delivered' });
    expect(push.sent).toHaveLength(2);
    expect(await subscriptionsOf(office.database.reader, officer.id)).toEqual([browser('two')]);
  });

  it('belong to whoever signed in there last', async () => {
    const colleague = await office.hire(`colleague${String(count)}`, ['officer']);
    await subscribe('shared');
    await subscribe('shared', colleague);
    expect(await subscriptionsOf(office.database.reader, officer.id)).toEqual([]);
    expect(await subscriptionsOf(office.database.reader, colleague.id)).toHaveLength(1);
  });
});
