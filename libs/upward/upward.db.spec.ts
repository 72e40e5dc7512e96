import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ProblemError, sha256 } from '#platform';
import { A_MINUTE } from '#testing';
import { as } from './testing/as.js';
import { UpwardOffice } from './testing/upward-office.js';

let room: UpwardOffice;
let incident: string;

beforeAll(async () => {
  room = await UpwardOffice.open();
});

afterAll(() => room.close());

beforeEach(async () => {
  incident = await room.judged();
});

/** The reasons of a refusal. */
async function reasonsOf(act: Promise<unknown>): Promise<(string | number)[]> {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [error.status, ...(error.extensions.reasons ?? []).map(({ code }) => code)];
  }
  throw new Error('it was not refused');
}

describe('a draft', () => {
  it('says what the record says, and marks what nobody knows', async () => {
    const { title, number, receiverName, senderName, fields } = await room.report(
      await room.draft(incident, { type: 'initial' }),
    );
    expect({ title, number, receiverName, senderName }).toEqual({
      ...{ title: '关于网传城东水厂停水一周的初报', number: null },
      ...{ receiverName: '市委网信办', senderName: '县委网信办' },
    });
    expect(fields).toMatchObject({
      receivedAt: '2026年3月2日9时00分。',
      source: '清源论坛。',
      timeAndPlace: '发生时间待核，城东。',
      harm: '待核。',
      leaders: '待核。',
    });
    expect(fields?.nature).toContain('初定等级为重大（Ⅱ级）');
    expect(fields?.measures).toContain('由县水务局负责处置');
  });

  it('begins once: the second person is told of the first', async () => {
    await room.draft(incident, { type: 'initial' });
    expect(await reasonsOf(room.draft(incident, { type: 'initial' }, room.analyst))).toEqual([
      ...[422, 'upward-report.draft-already'],
    ]);
  });

  it('is refused with every reason at once', async () => {
    const wanted = { type: 'final' as const, receiverCode: 'nobody', body: 'a' };
    const stranger = await room.office.hire('stranger', ['handler'], 'health');
    expect(await reasonsOf(room.draft(incident, wanted, stranger))).toEqual([
      ...[422, 'upward-report.initial-missing', 'upward-report.not-your-unit'],
      'upward-report.unknown-receiver',
    ]);
  });

  it('is written by a handler of the responsible unit, who does not send it', async () => {
    const id = await room.draft(incident, { type: 'initial' }, room.handler);
    await room.acts.edit(id, { expectedVersion: 1, title: '关于停水传言的初报' }, as(room.handler));
    expect(await room.report(id)).toMatchObject({ title: '关于停水传言的初报', version: 2 });
    expect(await reasonsOf(room.acts.send(id, {}, as(room.handler)))).toEqual([
      ...[403, 'workflow.not-permitted'],
    ]);
  });

  it('of a version that somebody else has changed is not overwritten', async () => {
    const id = await room.draft(incident, { type: 'initial' });
    await room.acts.edit(id, { expectedVersion: 1, title: '甲' }, as(room.officer));
    const late = room.acts.edit(id, { expectedVersion: 1, title: '乙' }, as(room.analyst));
    expect((await reasonsOf(late))[0]).toBe(409);
    expect(await room.report(id)).toMatchObject({ title: '甲' });
  });

  it('that is discarded makes room for another, of the same number', async () => {
    await room.sent(incident, { type: 'initial' });
    const first = await room.draft(incident, { type: 'follow-up' });
    await room.acts.withdraw(first, {}, as(room.officer));
    const second = await room.draft(incident, { type: 'follow-up' });
    expect(await room.report(second)).toMatchObject({ number: 1, state: 'draft' });
  });

  it('takes nothing that the redactor would not let in', async () => {
    const body = '请回电13800138000。';
    const id = await room.draft(incident, { type: 'initial', body });
    expect(await room.report(id)).toMatchObject({ body: '请回电[电话]。', fields: null });
  });
});

describe('sending', () => {
  it('meets the clock of the initial report, and freezes the words under their hash', async () => {
    expect(await room.clocks(incident)).toContainEqual({
      ...{ clock: 'upward-report', state: 'running', stopped_by: null },
    });
    const id = await room.sent(incident, { type: 'initial' });
    expect(await room.clocks(incident)).toContainEqual({
      ...{ clock: 'upward-report', state: 'stopped', stopped_by: 'upward-report-recorded' },
    });
    const { sentText, sha256: hash, state } = await room.report(id);
    expect({ state, hash }).toEqual({ state: 'sent', hash: sha256(sentText ?? '') });
    const [sent] = await room.office.select<{ data: { params: Record<string, unknown> } }>(
      "SELECT data FROM timeline WHERE subject_id = $1 AND type = 'upward-report-sent'",
      [id],
    );
    expect(sent?.data.params).toMatchObject({ sha256: hash, severity: 'II' });
    const [kept] = await room.office.select<{ data: { params: Record<string, unknown> } }>(
      "SELECT data FROM timeline WHERE subject_id = $1 AND type = 'upward-report-recorded'",
      [incident],
    );
    expect(kept?.data.params).toEqual({ type: 'initial', text: sentText });
  });

  it('starts the next term of the follow-up while disposal runs', async () => {
    await room.sent(incident, { type: 'initial' });
    const dueAt = new Date(room.office.clock.now() + 3_600_000).toISOString();
    const actions = [{ title: '检测水质', dueAt }];
    await room.office.must(incident, 'start-disposal', room.handler, { actions });
    await room.sent(incident, { type: 'follow-up' });
    const updates = (await room.clocks(incident)).filter(({ clock }) => clock === 'update');
    expect(updates).toEqual([
      { clock: 'update', state: 'stopped', stopped_by: 'follow-up-recorded' },
      { clock: 'update', state: 'running', stopped_by: null },
    ]);
  });

  it('ends every change: a sent report is edited by nobody', async () => {
    const id = await room.sent(incident, { type: 'initial' });
    const before = await room.report(id);
    const edit = room.acts.edit(id, { expectedVersion: 2, title: '改' }, as(room.officer));
    expect(await reasonsOf(edit)).toEqual([422, 'workflow.wrong-state']);
    expect(await room.report(id)).toEqual(before);
  });

  it('of a follow-up repeats what only people know, and counts', async () => {
    const first = await room.draft(incident, { type: 'initial' });
    const fields = (await room.report(first)).fields;
    if (fields === null) throw new Error('no fields');
    await room.acts.edit(
      first,
      { expectedVersion: 1, fields: { ...fields, harm: '无人员伤亡。' } },
      as(room.officer),
    );
    await room.acts.send(first, {}, as(room.leader));
    await room.sent(incident, { type: 'follow-up' });
    const {
      number,
      title,
      fields: next,
    } = await room.report(await room.draft(incident, { type: 'follow-up' }));
    expect({ number, title, harm: next?.harm, leaders: next?.leaders }).toEqual({
      ...{ number: 2, title: '关于网传城东水厂停水一周的续报（2）' },
      ...{ harm: '无人员伤亡。', leaders: '待核。' },
    });
  });
});

describe('a report that was sent', () => {
  const ladder = (id: string) =>
    room.office.select<{ state: string; reached: string[] }>(
      `SELECT e.state, s.reached FROM escalations e JOIN escalation_steps s ON s.escalation_id = e.id
       WHERE e.subject_id = $1 ORDER BY s.ordinal`,
      [id],
    );

  it('is told to the people of the unit above, and acknowledged by one of them', async () => {
    const id = await room.sent(incident, { type: 'initial' });
    expect(await reasonsOf(room.acts.answer(id, {}, as(room.officer)))).toEqual([
      ...[403, 'workflow.not-permitted'],
    ]);
    await room.acts.answer(id, {}, as(room.above));
    expect(await room.report(id)).toMatchObject({
      ...{ state: 'acknowledged', answeredBy: room.above.id },
    });
    expect(await room.clocks(id)).toEqual([
      { clock: 'upward-acknowledge', state: 'stopped', stopped_by: 'acknowledged' },
    ]);
  });

  it('that nobody acknowledges climbs: the unit above and our officer, then our leader', async () => {
    const id = await room.sent(incident, { type: 'initial' });
    await room.office.advance(29 * A_MINUTE);
    expect(await ladder(id)).toEqual([]);
    await room.office.advance(2 * A_MINUTE);
    const [first] = await ladder(id);
    expect(new Set(first?.reached)).toEqual(new Set([room.above.id, room.officer.id]));
    await room.office.advance(10 * A_MINUTE);
    expect((await ladder(id))[1]?.reached).toEqual([room.leader.id]);
    await room.acts.answer(id, {}, as(room.above));
    expect(new Set((await ladder(id)).map(({ state }) => state))).toEqual(
      new Set(['acknowledged']),
    );
  });

  it('comes back with a question, which whoever sent it is told of', async () => {
    const id = await room.sent(incident, { type: 'initial' });
    const question = '请补充受影响户数，联系13800138000';
    await room.acts.answer(id, { question }, as(room.above));
    expect(await room.report(id)).toMatchObject({
      ...{ state: 'returned', question: '请补充受影响户数，联系[电话]' },
    });
    expect(await reasonsOf(room.acts.answer(id, {}, as(room.above)))).toEqual([
      ...[422, 'workflow.wrong-state'],
    ]);
  });
});
