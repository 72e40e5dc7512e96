import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ProblemError } from '#platform';
import { AN_HOUR } from '#testing';
import { as } from '../testing/as.js';
import { UpwardOffice } from '../testing/upward-office.js';
import { ReceivedLinks } from './received-links.js';

let room: UpwardOffice;
const BY_MAIL = { type: 'initial', receiverCode: 'city-duty' } as const;

beforeAll(async () => {
  room = await UpwardOffice.open();
});

afterAll(() => room.close());

beforeEach(() => {
  room.mailbox.sent.length = 0;
  room.mailbox.answer = () => ({ state: 'delivered' });
});

const links = (): ReceivedLinks => room.office.app.get(ReceivedLinks, { strict: false });

async function mailed(): Promise<{ id: string; token: string }> {
  const id = await room.sent(await room.judged(), BY_MAIL);
  await room.mail(id);
  return { id, token: room.mailbox.token };
}

const statusOf = (act: Promise<unknown>): Promise<number> =>
  act.then(
    () => 200,
    (error: unknown) => {
      if (error instanceof ProblemError) return error.status;
      throw error;
    },
  );

const mailStates = (id: string) =>
  room.office.select<{ state: string; attempts: number }>(
    'SELECT state, attempts FROM upward_mails WHERE report_id = $1',
    [id],
  );

describe('a report by e-mail', () => {
  it('goes to the body that was chosen, and tells nothing but number and title', async () => {
    const { id, token } = await mailed();
    const [mail] = room.mailbox.sent;
    expect(mail?.to).toBe('duty@city.example');
    expect(mail?.message.title).toMatch(/^YQ-2026-\d{6} 关于网传城东水厂停水一周的初报$/);
    expect(JSON.stringify(mail?.message)).not.toContain('清源论坛');
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await mailStates(id)).toEqual([{ state: 'delivered', attempts: 1 }]);
  });

  it('is sent once, however often the queue asks', async () => {
    const { id } = await mailed();
    await room.mail(id);
    expect(room.mailbox.sent).toHaveLength(1);
  });

  it('that surely did not arrive is tried again, with a link of its own', async () => {
    room.mailbox.answer = () => ({ state: 'failed', reason: 'greylisted', retry: true });
    const id = await room.sent(await room.judged(), BY_MAIL);
    await expect(room.mail(id)).rejects.toThrow('greylisted');
    const first = room.mailbox.token;
    room.mailbox.answer = () => ({ state: 'delivered' });
    await room.mail(id);
    expect(await mailStates(id)).toEqual([{ state: 'delivered', attempts: 2 }]);
    expect(await statusOf(links().read(first))).toBe(404);
    expect(await links().read(room.mailbox.token)).toMatchObject({ state: 'valid' });
  });

  it('of which nobody knows whether it arrived waits for a person, who sends it again', async () => {
    room.mailbox.answer = () => ({ state: 'in-doubt', reason: 'the line broke' });
    const id = await room.sent(await room.judged(), BY_MAIL);
    await room.mail(id);
    await room.mail(id);
    expect(room.mailbox.sent).toHaveLength(1);
    room.mailbox.answer = () => ({ state: 'delivered' });
    await room.acts.resend(id, {}, as(room.officer));
    await room.mail(id);
    expect(await mailStates(id)).toEqual([{ state: 'delivered', attempts: 2 }]);
    expect(await statusOf(room.acts.resend(id, {}, as(room.officer)))).toBe(422);
  });

  it('whose program stopped in the middle is in doubt', async () => {
    const id = await room.sent(await room.judged(), BY_MAIL);
    await room.office.select(
      "UPDATE upward_mails SET state = 'sending', sending_since = $2 WHERE report_id = $1",
      [id, room.office.clock.date()],
    );
    room.office.clock.advance(3 * 60_000);
    await room.mail(id);
    expect(room.mailbox.sent).toHaveLength(0);
    expect(await mailStates(id)).toMatchObject([{ state: 'in-doubt' }]);
  });
});

describe('the link of a report', () => {
  it('shows what would be acknowledged, however often it is opened, and does nothing', async () => {
    const { id, token } = await mailed();
    const first = await links().read(token);
    expect(first).toMatchObject({ state: 'valid', sender: '县委网信办', answeredAt: null });
    expect(first.blocks.map(({ text }) => text).join('')).toContain('清源论坛');
    expect(await links().read(token)).toEqual(first);
    expect(await room.report(id)).toMatchObject({ state: 'sent' });
  });

  it('acknowledges once; the second time it opens nothing', async () => {
    const { id, token } = await mailed();
    await links().use(token, null);
    expect(await room.report(id)).toMatchObject({ state: 'acknowledged', answeredBy: null });
    expect(await statusOf(links().use(token, null))).toBe(410);
    expect(await links().read(token)).toMatchObject({ state: 'used', blocks: [], sha256: null });
    expect(await room.clocks(id)).toMatchObject([{ state: 'stopped', stopped_by: 'acknowledged' }]);
  });

  it('returns with a question, too', async () => {
    const { id, token } = await mailed();
    await links().use(token, '影响多少户？');
    expect(await room.report(id)).toMatchObject({ state: 'returned', question: '影响多少户？' });
  });

  it('works for five days, and then says so', async () => {
    const { id, token } = await mailed();
    room.office.clock.advance(5 * 24 * AN_HOUR);
    expect(await statusOf(links().use(token, null))).toBe(410);
    expect(await links().read(token)).toMatchObject({ state: 'expired', blocks: [] });
    expect(await room.report(id)).toMatchObject({ state: 'sent' });
  });

  it('of which one letter is wrong is no link', async () => {
    const { id, token } = await mailed();
    const tampered = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    expect(await statusOf(links().read(tampered))).toBe(404);
    expect(await statusOf(links().use(tampered, null))).toBe(404);
    expect(await room.report(id)).toMatchObject({ state: 'sent' });
  });

  it('is left as it was when the answer is refused', async () => {
    const { id, token } = await mailed();
    await room.office.select("UPDATE subjects SET state = 'returned' WHERE id = $1", [id]);
    expect(await statusOf(links().use(token, null))).toBe(422);
    const [link] = await room.office.select<{ used_at: Date | null }>(
      'SELECT used_at FROM upward_links WHERE report_id = $1',
      [id],
    );
    expect(link?.used_at).toBeNull();
  });
});
