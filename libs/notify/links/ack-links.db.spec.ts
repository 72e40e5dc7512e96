import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Dispatcher } from '#notify';
import { A_MINUTE, TestOffice } from '#testing';
import type { TestUser } from '#testing';
import { FakeChannel } from '../testing/fake-channel.js';
import { AckLinks } from './ack-links.js';
import { trimMessageLinks } from './message-links.js';

let office: TestOffice;
let monitor: TestUser;
let officer: TestUser;
let other: TestUser;
const sms = new FakeChannel('sms');

beforeAll(async () => {
  office = await TestOffice.open({ channels: new Map([['sms', sms]]) });
  monitor = await office.hire('monitor', ['monitor']);
  officer = await office.hire('officer', ['officer']);
  other = await office.hire('other', ['officer']);
  const contacts = [{ channel: 'sms', address: '+8613800000000' }];
  await office.select('UPDATE users SET contacts = $2 WHERE id = $1', [
    officer.id,
    JSON.stringify(contacts),
  ]);
});

afterAll(() => office.close());

beforeEach(() => {
  sms.sent.length = 0;
});

const links = (): AckLinks => office.app.get(AckLinks, { strict: false });

/** An incident whose ladder has sent the officer a message with this link. */
async function messaged(): Promise<{ id: string; token: string }> {
  office.clock.advance(2 * A_MINUTE);
  const id = await office.log(monitor);
  await office.must(id, 'report', monitor, { severity: 'III' });
  await office.sweep();
  office.clock.advance(3_000);
  await office.app.get(Dispatcher, { strict: false }).run(office.clock.now());
  const link = sms.sent.find(({ message }) => message.link?.endsWith(id))?.message.ackLink ?? '';
  return { id, token: link.split('/').at(-1) ?? '' };
}

const ladder = async (id: string) =>
  (
    await office.select<{ state: string; by: string | null }>(
      "SELECT state, acknowledged_by AS by FROM escalations WHERE subject_id = $1 AND clock = 'acknowledge'",
      [id],
    )
  )[0];

describe('the link of a message', () => {
  it('says what it would do, however often it is asked, and does nothing', async () => {
    const { id, token } = await messaged();
    for (let times = 0; times < 2; times += 1) {
      expect(await links().read(token)).toMatchObject({
        state: 'valid',
        escalation: { clock: 'acknowledge', title: { zh: '签收', en: 'Acknowledge' }, step: 1 },
        subject: { title: '网传城东水厂停水一周' },
        user: { name: 'officer' },
      });
    }
    expect(await ladder(id)).toEqual({ state: 'active', by: null });
  });

  it('acknowledges ladder and incident in the name of the person whom it was sent to', async () => {
    const { id, token } = await messaged();
    await links().use(token);
    expect(await ladder(id)).toEqual({ state: 'acknowledged', by: officer.id });
    expect(await office.history(id)).toEqual(
      expect.arrayContaining(['escalation-acknowledged', 'acknowledged']),
    );
    expect((await links().read(token)).state).toBe('used');
  });

  it('works once, also for two who press it at the same moment', async () => {
    const { token } = await messaged();
    const presses = await Promise.allSettled([links().use(token), links().use(token)]);
    expect(presses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(links().use(token)).rejects.toMatchObject({ status: 410, code: 'link.used' });
  });

  it('does not work after 30 minutes', async () => {
    const { id, token } = await messaged();
    office.clock.advance(30 * A_MINUTE);
    expect((await links().read(token)).state).toBe('expired');
    await expect(links().use(token)).rejects.toMatchObject({ status: 410, code: 'link.expired' });
    expect((await ladder(id))?.by).toBeNull();
  });

  it('is over when somebody else was faster, and is not used up by finding that out', async () => {
    const { id, token } = await messaged();
    await office.must(id, 'acknowledge', other);
    expect((await links().read(token)).state).toBe('over');
    for (let times = 0; times < 2; times += 1)
      await expect(links().use(token)).rejects.toMatchObject({ status: 422 });
    expect(await ladder(id)).toEqual({ state: 'acknowledged', by: other.id });
  });

  it('is of no use to anybody once its person has left', async () => {
    const { id, token } = await messaged();
    await office.select('UPDATE users SET disabled_at = $2 WHERE id = $1', [
      officer.id,
      office.clock.date(),
    ]);
    await expect(links().use(token)).rejects.toMatchObject({ status: 410 });
    await office.select('UPDATE users SET disabled_at = NULL WHERE id = $1', [officer.id]);
    expect((await ladder(id))?.by).toBeNull();
  });

  it('does nothing to another escalation', async () => {
    const [one, two] = [await messaged(), await messaged()];
    await links().use(one.token);
    expect((await ladder(two.id))?.state).toBe('active');
  });

  it('is unknown when it was guessed, or is long over', async () => {
    const { token } = await messaged();
    await expect(links().read(`${token.slice(0, -2)}xx`)).rejects.toMatchObject({ status: 404 });
    await expect(links().use('x')).rejects.toMatchObject({ status: 404 });
    const weeks = office.clock.now() + 8 * 24 * 60 * A_MINUTE;
    await trimMessageLinks(office.database.reader, weeks);
    await expect(links().read(token)).rejects.toMatchObject({ status: 404 });
  });

  it('is stored as a hash only', async () => {
    const { token } = await messaged();
    const [row] = await office.select<{ found: number }>(
      'SELECT count(*)::int AS found FROM message_links l WHERE l::text LIKE $1',
      [`%${token}%`],
    );
    expect(row?.found).toBe(0);
  });
});
