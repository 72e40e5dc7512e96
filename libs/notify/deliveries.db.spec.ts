import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { Dispatcher, deliveriesOf } from '#notify';
import { A_MINUTE, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { DOWN, FakeChannel } from './testing/fake-channel.js';

const A_SECOND = 1_000;

let office: TestOffice;
let monitor: TestUser;
let officer: TestUser;
const email = new FakeChannel('email');
const sms = new FakeChannel('sms');
const channels = [email, sms];

beforeAll(async () => {
  office = await TestOffice.open({
    channels: new Map(channels.map((channel) => [channel.name, channel])),
  });
  monitor = await office.hire('monitor', ['monitor']);
  officer = await office.hire('officer', ['officer']);
});

afterAll(() => office.close());

beforeEach(async () => {
  for (const channel of channels) {
    channel.sent.length = 0;
    channel.answer = () => ({ state: 'delivered' });
  }
  await say(['email', 'sms']);
  await office.sweep();
  await office.select('DELETE FROM deliveries');
});

const dispatcher = (): Dispatcher => office.app.get(Dispatcher, { strict: false });
const run = (): Promise<number> => dispatcher().run(office.clock.now());

/** The officer's contacts, and what they prefer. */
async function say(order: readonly string[], quiet: object | null = null): Promise<void> {
  await office.select('UPDATE users SET contacts = $2 WHERE id = $1', [
    officer.id,
    JSON.stringify([
      { channel: 'email', address: 'officer@example.org' },
      { channel: 'sms', address: '+8613800000000' },
    ]),
  ]);
  const all = { I: order, II: order, III: order, IV: order, unrated: order };
  await office.select(
    `INSERT INTO channel_preferences (user_id, channel_order, quiet, updated_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (user_id) DO UPDATE SET channel_order = excluded.channel_order, quiet = excluded.quiet`,
    [officer.id, JSON.stringify(all), quiet && JSON.stringify(quiet), office.clock.date()],
  );
}

/** An incident is reported, and the first step of its ladder tells the officer. */
async function escalated(severity = 'III'): Promise<string> {
  const id = await office.log(monitor);
  await office.must(id, 'report', monitor, { severity });
  await office.sweep();
  return id;
}

const rows = (id: string) =>
  office.select<{ channel: string; state: string; attempts: number; reason: string | null }>(
    `SELECT d.channel, d.state, d.attempts, d.reason FROM deliveries d
     JOIN escalations e ON e.id = d.escalation_id WHERE e.subject_id = $1 ORDER BY d.created_at, d.id`,
    [id],
  );

/** Lets the dispatcher run when something is due, and once a minute. */
async function wait(ms: number): Promise<void> {
  const end = office.clock.now() + ms;
  while (office.clock.now() < end) {
    const due = await Promise.all(dispatcher().channels.map((name) => dispatcher().nextDue(name)));
    const next = Math.min(end, office.clock.now() + A_MINUTE, ...due.flatMap((at) => at ?? []));
    office.clock.moveTo(Math.max(next, office.clock.now() + 1));
    await run();
  }
}

describe('a step of a ladder', () => {
  it('reaches its people on the first channel they want, with a link to acknowledge', async () => {
    const id = await escalated('II');
    await wait(5 * A_SECOND);
    expect(email.sent).toHaveLength(1);
    expect(sms.sent).toHaveLength(0);
    const [{ to, message }] = email.sent as [(typeof email.sent)[number]];
    expect(to).toBe('officer@example.org');
    expect(message).toMatchObject({ severity: 'Ⅱ级 重大', locale: 'zh' });
    expect(message.title).toMatch(/^YQ-2026-\d{6} 网传城东水厂停水一周$/);
    expect(message.text).toBe('“签收”待签收，已升级到第 1 步。 03-02 09:00');
    expect(message.link).toMatch(new RegExp(`/incidents/${id}$`));
    expect(message.ackLink).toMatch(/\/ack\/[\w-]{43}$/);
    expect(await rows(id)).toEqual([
      { channel: 'email', state: 'delivered', attempts: 1, reason: null },
    ]);
  });

  it('is sent once, however many dispatchers run at the same time', async () => {
    const id = await escalated();
    office.clock.advance(3 * A_SECOND);
    await Promise.all(Array.from({ length: 6 }, run));
    expect(email.sent).toHaveLength(1);
    expect(await rows(id)).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  });

  it('goes on to the next channel when one fails for good, and keeps why', async () => {
    email.answer = () => ({
      state: 'failed',
      code: 'bad-address',
      reason: '550 no such user',
      retry: false,
    });
    const id = await escalated();
    await wait(6 * A_SECOND);
    expect(sms.sent).toHaveLength(1);
    expect(await rows(id)).toEqual([
      { channel: 'email', state: 'failed', attempts: 1, reason: '550 no such user → sms' },
      { channel: 'sms', state: 'delivered', attempts: 1, reason: null },
    ]);
  });

  it('is told in the application when every channel is down, says what failed, and never twice on one channel', async () => {
    for (const channel of channels) channel.answer = () => DOWN;
    const id = await escalated();
    await wait(30 * A_MINUTE);
    expect(await rows(id)).toMatchObject([
      { channel: 'email', state: 'failed', attempts: 4, reason: 'connect ECONNREFUSED → sms' },
      { channel: 'sms', state: 'failed', attempts: 4, reason: 'connect ECONNREFUSED' },
    ]);
    const [ladder] = await office.select<{ id: string }>(
      'SELECT id FROM escalations WHERE subject_id = $1',
      [id],
    );
    const told = (await deliveriesOf(office.database.reader, [ladder!.id])).get(ladder!.id)!;
    expect(told.map(({ channel, delivery }) => `${channel} ${delivery}`)).toEqual(
      expect.arrayContaining(['app delivered', 'email failed', 'sms failed']),
    );
  });

  it('is in doubt when its process died while sending, is never sent again there, and goes on', async () => {
    let died: (() => void) | undefined;
    const hanging = new Promise<never>((_, reject) => {
      died = () => reject(new Error('killed'));
    });
    email.answer = () => hanging;
    const id = await escalated();
    office.clock.advance(3 * A_SECOND);
    const lost = run();
    while (email.sent.length === 0) await new Promise(setImmediate);
    expect(await rows(id)).toMatchObject([{ channel: 'email', state: 'sending' }]);
    await wait(4 * A_MINUTE);
    expect(email.sent).toHaveLength(1);
    expect(sms.sent).toHaveLength(1);
    expect(await rows(id)).toMatchObject([
      { channel: 'email', state: 'in-doubt', attempts: 1 },
      { channel: 'sms', state: 'delivered' },
    ]);
    died?.();
    await lost;
    expect(await rows(id)).toMatchObject([{ state: 'in-doubt' }, { state: 'delivered' }]);
  });

  it('is not sent when somebody has taken it meanwhile', async () => {
    const id = await escalated();
    await office.must(id, 'acknowledge', officer);
    await wait(5 * A_SECOND);
    expect(email.sent).toHaveLength(0);
    expect(await rows(id)).toMatchObject([{ state: 'failed', reason: 'no longer needed' }]);
  });

  it('of an hour ago is not sent any more', async () => {
    const id = await escalated();
    office.clock.advance(61 * A_MINUTE);
    await run();
    expect(email.sent).toHaveLength(0);
    expect(await rows(id)).toMatchObject([{ state: 'failed', reason: 'expired' }]);
  });

  it('waits for the morning in quiet hours, unless it is of severity I or II', async () => {
    await say(['email', 'sms'], { from: '08:00', to: '23:59' });
    const [calm, grave] = [await escalated('III'), await escalated('II')];
    await wait(5 * A_SECOND);
    expect(await rows(grave)).toMatchObject([{ state: 'delivered' }]);
    expect(await rows(calm)).toMatchObject([{ state: 'queued' }]);
    office.clock.moveTo(Date.parse('2026-03-02T23:59:00+08:00'));
    await run();
    expect(await rows(calm)).toMatchObject([{ state: 'delivered' }]);
  });

  it('that waited for the morning is not sent when somebody took it in the night', async () => {
    const now = office.clock.now();
    const later = (ms: number) => DateTime.fromMillis(now + ms, { zone: 'Asia/Shanghai' });
    const [from, to] = [later(-A_MINUTE), later(20 * A_MINUTE)].map((at) => at.toFormat('HH:mm'));
    await say(['email', 'sms'], { from, to });
    const id = await escalated('III');
    await wait(5 * A_MINUTE);
    await office.must(id, 'acknowledge', officer);
    await wait(20 * A_MINUTE);
    expect(email.sent).toHaveLength(0);
    expect(await rows(id)).toMatchObject([{ state: 'failed', reason: 'no longer needed' }]);
  });

  it('is given up an hour later when its channel is not set up any more', async () => {
    const id = await escalated();
    await office.select("UPDATE deliveries SET channel = 'wecom'");
    office.clock.advance(61 * A_MINUTE);
    await dispatcher().expireLeftovers(office.clock.now());
    expect(await rows(id)).toMatchObject([
      { channel: 'wecom', state: 'failed', reason: 'expired' },
    ]);
  });
});

describe('a storm', () => {
  it('of ten ladders is one message on each channel within 10 s, with a link for each matter', async () => {
    const began = office.clock.now();
    for (let count = 0; count < 10; count += 1) {
      await escalated(count === 7 ? 'I' : 'IV');
      office.clock.advance(A_SECOND / 2);
      await run();
    }
    await wait(10 * A_SECOND - (office.clock.now() - began));
    expect(email.sent).toHaveLength(1);
    const { message } = email.sent[0]!;
    expect(message.title).toBe('10 件事项需要您处理');
    expect(message.severity).toBe('Ⅰ级 特别重大');
    expect(message.text).toBe('待签收 10');
    expect(message.items).toHaveLength(10);
    expect(message.items![0]!.title).toMatch(/^Ⅰ级/);
    expect(message.ackLink).toBeNull();
    await escalated('IV');
    await escalated('IV');
    await wait(30 * A_SECOND);
    expect(email.sent).toHaveLength(1);
  });
});
