import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { AN_HOUR, A_MINUTE } from '#testing';
import { ALL_CHECKS, Newsroom } from './testing/newsroom.js';

let room: Newsroom;

beforeAll(async () => {
  room = await Newsroom.open();
});
afterAll(() => room.close());

describe('a text', () => {
  it('goes out after two different people have approved it, and answers its incident', async () => {
    const incidentId = await room.incident();
    const id = await room.published(incidentId);
    expect(await room.history(id)).toEqual([
      'drafted',
      'submitted',
      'unit-approved',
      'release-approved',
      'published',
    ]);
    const clock = await room.office.select(
      "SELECT state, stopped_by FROM deadlines WHERE subject_id = $1 AND clock = 'first-response'",
      [incidentId],
    );
    expect(clock).toEqual([{ state: 'stopped', stopped_by: 'published' }]);
    const [kept] = await room.office.select<Record<string, unknown>>(
      'SELECT claim, verdict, answer, links, evidence, issued_by, public FROM clarifications WHERE id = $1',
      [id],
    );
    expect(kept).toMatchObject({
      claim: '城东水厂因污染将停水一周',
      verdict: 'false',
      answer: '经检测，城东水厂出厂水各项指标合格。',
      links: [{ url: 'https://www.qingyuan.example/notice/1' }],
      evidence: [{ text: '检测报告第 12 号', url: null, file: null }],
      issued_by: '清源县',
      public: true,
    });
  });

  it('is reviewed by nobody who wrote any of it', async () => {
    const { unitReviewer, drafter } = room;
    const id = await room.drafted();
    await room.must(id, 'revise', unitReviewer, { body: '经检测，水质合格。' });
    await room.must(id, 'submit', drafter);
    expect(await room.refused(id, 'approve', unitReviewer, ALL_CHECKS)).toContain(
      'review.own-text',
    );
    expect(await room.refused(id, 'reject', unitReviewer, { reason: '重写' })).toContain(
      'review.own-text',
    );
  });

  it('is not approved twice by the same person, whatever their roles', async () => {
    const both = await room.office.hire('both', ['reviewer', 'leader'], 'water');
    const id = await room.drafted();
    await room.must(id, 'submit', room.drafter);
    await room.must(id, 'approve', both, ALL_CHECKS);
    expect(await room.refused(id, 'approve', both, ALL_CHECKS)).toEqual(['approve.same-person']);
    await room.must(id, 'approve', room.leader, ALL_CHECKS);
    expect(await room.stateOf(id)).toBe('approved');
  });

  it('is approved with all five checks only, each of which is missed by name', async () => {
    const id = await room.drafted();
    await room.must(id, 'submit', room.drafter);
    const some = { checks: ['political', 'wording'] };
    expect(await room.refused(id, 'approve', room.unitReviewer, some)).toEqual([
      'approve.legal-missing',
      'approve.policy-missing',
      'approve.secrecy-missing',
    ]);
    expect(await room.refused(id, 'approve', room.unitReviewer, { checks: ['taste'] })).toContain(
      'param.unknown',
    );
  });

  it('that changed since it was opened is not approved', async () => {
    const id = await room.drafted();
    await room.must(id, 'revise', room.drafter, { body: '经检测，水质合格。' });
    await room.must(id, 'submit', room.drafter);
    const old = { ...ALL_CHECKS, textVersion: 1 };
    expect(await room.refused(id, 'approve', room.unitReviewer, old)).toEqual([
      'review.text-changed',
    ]);
    await room.must(id, 'approve', room.unitReviewer, { ...ALL_CHECKS, textVersion: 2 });
  });

  it('that is changed after its approval has to be approved again', async () => {
    const id = await room.approved();
    await room.must(id, 'revise', room.drafter, { body: '经检测，水质全部合格。' });
    expect(await room.stateOf(id)).toBe('draft');
    expect(await room.refused(id, 'publish', room.editor, room.links())).toContain(
      'publish.not-reviewed',
    );
    await room.must(id, 'submit', room.drafter);
    await room.must(id, 'approve', room.unitReviewer, ALL_CHECKS);
    expect(await room.stateOf(id)).toBe('publicity-review');
  });

  it('comes back to its drafter with a reason, who is told', async () => {
    const id = await room.drafted();
    await room.must(id, 'submit', room.drafter);
    expect(await room.refused(id, 'reject', room.unitReviewer, { reason: ' ' })).toEqual([
      'param.required',
    ]);
    await room.must(id, 'reject', room.unitReviewer, { reason: '数据没有出处' });
    expect(await room.stateOf(id)).toBe('draft');
    const messages = await room.office.select<{ to: string[] }>(
      `SELECT payload->'to' AS to FROM outbox WHERE payload->>'subjectId' = $1 AND payload->>'topic' = 'release.returned'`,
      [id],
    );
    expect(messages).toEqual([{ to: [`user:${room.drafter.id}`] }]);
  });

  it('loses what points at people before it is stored, and says how much', async () => {
    const id = await room.drafted({ body: '详情请致电 13800138000 张某。' });
    const [row] = await room.office.select<{ body: string; redacted: unknown }>(
      'SELECT body, redacted FROM release_versions WHERE release_id = $1',
      [id],
    );
    expect(row).toEqual({ body: '详情请致电 [电话] 张某。', redacted: { phone: 1 } });
    const told = await room.office.select(
      "SELECT 1 FROM timeline WHERE subject_id = $1 AND data::text LIKE '%13800138000%'",
      [id],
    );
    expect(told).toEqual([]);
  });
});

describe('an urgent text', () => {
  it('is reviewed by both at once, in either order, within half an hour each', async () => {
    for (const [first, second] of [
      [room.unitReviewer, room.leader],
      [room.leader, room.unitReviewer],
    ] as const) {
      const id = await room.drafted({ incidentId: await room.incident('II') });
      await room.must(id, 'submit', room.drafter);
      expect(await room.stateOf(id)).toBe('urgent-review');
      const due = await room.office.select<{ due_at: Date }>(
        "SELECT due_at FROM deadlines WHERE subject_id = $1 AND state = 'running'",
        [id],
      );
      const inHalfAnHour = new Date(room.office.clock.now() + 30 * A_MINUTE);
      expect(due.map(({ due_at }) => due_at)).toEqual([inHalfAnHour, inHalfAnHour]);
      await room.must(id, 'approve', first, ALL_CHECKS);
      await room.must(id, 'approve', second, ALL_CHECKS);
      expect(await room.stateOf(id)).toBe('approved');
    }
  });

  it('that nobody reviews in time climbs to the leaders', async () => {
    const id = await room.drafted({ incidentId: await room.incident('II') });
    await room.must(id, 'submit', room.drafter);
    await room.office.advance(45 * A_MINUTE);
    const reached = await room.office.select<{ reached: string[] }>(
      `SELECT s.reached FROM escalation_steps s JOIN escalations e ON e.id = s.escalation_id
       WHERE e.subject_id = $1`,
      [id],
    );
    expect(reached.flatMap((step) => step.reached)).toContain(room.leader.id);
  });
});

describe('what cannot be published', () => {
  it('has no link for its channel, or one that leads nowhere', async () => {
    const id = await room.approved();
    expect(await room.refused(id, 'publish', room.editor, { links: [] })).toEqual(
      expect.arrayContaining(['publish.link-missing']),
    );
    expect(await room.refused(id, 'publish', room.editor, room.links('就在公众号'))).toEqual([
      'publish.link-odd',
    ]);
    await room.must(id, 'publish', room.editor, room.links());
  });

  it('goes to a channel that is not registered, or not any more', async () => {
    const retired = await room.channel(true);
    const drafted = await room.draft({ channelIds: [newId(), retired] });
    expect(drafted).toMatchObject({
      ok: false,
      reasons: [
        { code: 'channel.not-registered', path: 'channelIds.0' },
        { code: 'channel.retired', path: 'channelIds.1' },
      ],
    });
    const id = await room.approved();
    const [own] = [room.links()['links']] as [readonly object[]];
    const links = [...own, { channelId: retired, url: 'https://x.example' }];
    expect(await room.refused(id, 'publish', room.editor, { links })).toEqual(['channel.retired']);
  });

  it('is early for its time; when the time comes, who publishes is reminded', async () => {
    const publishAt = room.office.clock.now() + AN_HOUR;
    const id = await room.drafted({ publishAt });
    await room.must(id, 'submit', room.drafter);
    await room.must(id, 'approve', room.unitReviewer, ALL_CHECKS);
    await room.must(id, 'approve', room.editor, ALL_CHECKS);
    expect(await room.refused(id, 'publish', room.editor, room.links())).toEqual([
      'publish.too-early',
    ]);
    await room.office.advance(AN_HOUR);
    await room.office.sweep();
    expect((await room.history(id)).at(-1)).toBe('came-due');
    await room.must(id, 'publish', room.editor, room.links());
  });

  it('has a time in the past', async () => {
    expect(await room.draft({ publishAt: room.office.clock.now() - 1 })).toMatchObject({
      ok: false,
      reasons: [{ code: 'release.publish-at-past', path: 'publishAt' }],
    });
  });

  it('rests on a verdict that has changed since it was submitted', async () => {
    const incidentId = await room.incident();
    const id = await room.approved(incidentId);
    await room.find(incidentId, 'partly-true');
    expect(await room.refused(id, 'publish', room.editor, room.links())).toEqual([
      'publish.verdict-changed',
    ]);
  });
});

describe('what is out', () => {
  it('is corrected by a new text that two people have approved, and the former one stays', async () => {
    const id = await room.published(await room.incident());
    const body = '经复检，一项指标略超标，已整改。';
    expect(
      await room.refused(id, 'correct', room.drafter, {
        body: '经检测，城东水厂出厂水各项指标合格。',
        reason: '更正',
      }),
    ).toEqual(['correct.unchanged']);
    await room.must(id, 'correct', room.drafter, { body, reason: '复检结果不同' });
    expect(await room.stateOf(id)).toBe('unit-review');
    await room.must(id, 'approve', room.unitReviewer, ALL_CHECKS);
    await room.must(id, 'approve', room.editor, ALL_CHECKS);
    await room.must(id, 'publish', room.editor, room.links());
    const [kept] = await room.office.select<{ answer: string; corrections: unknown[] }>(
      'SELECT answer, corrections FROM clarifications WHERE id = $1',
      [id],
    );
    expect(kept).toMatchObject({
      answer: body,
      corrections: [
        { reason: '复检结果不同', answerBefore: '经检测，城东水厂出厂水各项指标合格。' },
      ],
    });
  });

  it('is withdrawn by a leader who neither wrote it nor asked for it, and stays on record', async () => {
    const incidentId = await room.incident();
    const id = await room.published(incidentId);
    await room.must(id, 'ask-withdrawal', room.drafter, { reason: '数据有误' });
    const asking = await room.office.hire('asking', ['leader', 'reviewer'], 'water');
    expect((await room.give(id, 'withdraw', room.editor, { reason: '错' }))?.ok).toBe(false);
    await room.must(id, 'withdraw', asking, { reason: '数据有误' });
    const [kept] = await room.office.select<{ withdrawn_reason: string }>(
      'SELECT withdrawn_reason FROM clarifications WHERE id = $1',
      [id],
    );
    expect(kept).toEqual({ withdrawn_reason: '数据有误' });
    expect((await room.office.history(incidentId)).at(-1)).toBe('publication-withdrawn');
  });

  it('is filed after three days, with a hash, if nobody has filed it before', async () => {
    const id = await room.published();
    await room.office.advance(73 * AN_HOUR);
    expect(await room.stateOf(id)).toBe('filed');
    const records = await room.office.select(
      'SELECT sha256 FROM release_records WHERE release_id = $1',
      [id],
    );
    expect(records).toHaveLength(1);
  });
});

describe('the evidence shown with a text', () => {
  const shown = async (id: string): Promise<unknown> =>
    (
      await room.office.select<{ evidence: unknown }>(
        'SELECT evidence FROM clarifications WHERE id = $1',
        [id],
      )
    )[0]?.evidence;

  it('is what the drafter chose, which may be nothing', async () => {
    const incidentId = await room.incident();
    const id = await room.drafted({ incidentId, evidenceIds: [] });
    await room.throughReview(id);
    await room.must(id, 'publish', room.editor, room.links());
    expect(await shown(id)).toEqual([]);
  });

  it('belongs to the incident', async () => {
    const incidentId = await room.incident();
    expect(await room.draft({ incidentId, evidenceIds: [newId()] })).toMatchObject({
      ok: false,
      reasons: [{ code: 'evidence.unknown', path: 'evidenceIds.0' }],
    });
  });
});

describe('an incident', () => {
  it('is not archived over a text that is in joint review', async () => {
    const { office, analyst, leader } = room;
    const incidentId = await room.incident();
    const until = new Date(office.clock.now() + AN_HOUR).toISOString();
    await office.must(incidentId, 'observe', analyst, { until });
    const id = await room.drafted({ incidentId });
    await room.must(id, 'submit', room.drafter);
    const closing = { summary: '已澄清', lessons: '更早公布' };
    expect(await office.command(incidentId, 'archive', leader, closing)).toMatchObject({
      ok: false,
      reasons: [{ code: 'archive.review-open' }],
    });
    await room.must(id, 'discard', room.drafter);
    await office.must(incidentId, 'archive', leader, closing);
  });
});

describe('when the verdict changes', () => {
  it('what is out gets a correction, of which drafter and reviewers are told, and which cannot be dropped', async () => {
    const incidentId = await room.incident();
    const id = await room.published(incidentId);
    await room.find(incidentId, 'partly-true');
    expect((await room.history(id)).at(-1)).toBe('correction-opened');
    expect(await room.refused(id, 'submit', room.drafter)).toEqual(['submit.unchanged']);
    expect(await room.refused(id, 'discard', room.drafter)).toEqual(['discard.correction-owed']);
    const [told] = await room.office.select<{ to: string[] }>(
      `SELECT payload->'to' AS to FROM outbox WHERE payload->>'subjectId' = $1 AND payload->>'topic' = 'release.verdict-changed'`,
      [id],
    );
    const people = [room.drafter, room.unitReviewer, room.editor].map((one) => `user:${one.id}`);
    expect(told?.to).toEqual(expect.arrayContaining(people));
    await room.must(id, 'revise', room.drafter, { body: '经复检，部分属实，已整改。' });
    await room.throughReview(id);
    await room.must(id, 'publish', room.editor, room.links());
    expect((await room.history(id)).at(-1)).toBe('corrected');
    const [row] = await room.office.select<{ owed: boolean }>(
      "SELECT (facts->>'correctionOwed')::boolean AS owed FROM subjects WHERE id = $1",
      [incidentId],
    );
    expect(row).toEqual({ owed: false });
  });
});
