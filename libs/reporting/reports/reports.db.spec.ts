import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyRecords } from '#platform';
import { recordChecks } from '#product';
import type { TestUser } from '#testing';
import { addReaders, readersOf } from '../reads/readers.repository.js';
import { ReportDesk } from '../testing/report-desk.js';
import { listReports } from './report.repository.js';

let desk: ReportDesk;
beforeAll(async () => {
  desk = await ReportDesk.open({ startsAt: Date.parse('2026-03-31T20:00:00+08:00') });
  await desk.logged(3);
  // The next morning.
  await desk.office.advance(10 * 3_600_000);
});
afterAll(() => desk.close());

const DAY = 24 * 3_600_000;
const localDay = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

/** The ids of the reports that somebody finds in the list. */
const listed = async (reader: TestUser): Promise<string[]> => {
  const search = { type: null, state: null, reader, after: null, limit: 100 };
  const rows = await listReports(desk.office.database.reader, search);
  return rows.map(({ id }) => id);
};

const verify = () =>
  desk.office.database.snapshot((tx) =>
    verifyRecords(tx, recordChecks, desk.office.foundation.settings),
  );

describe('a report', () => {
  it('goes from the draft through a leader to its readers, and its hash is in the timeline', async () => {
    const id = await desk.drafted();
    const draft = await desk.page(id);
    expect(draft).toMatchObject({
      ...{ state: 'draft', type: 'quarterly', edition: 1, isProvisional: false },
      ...{ title: '2026年第一季度舆情分析报告', periodName: '2026年第一季度', unsupported: 0 },
      figures: { logged: { value: 3, unit: 'incidents', words: { zh: '登记' } } },
      ...{ hash: null, correction: null, previousEditionId: null, nextEditionId: null },
    });
    expect(draft.sections.map(({ number, title }) => `${number} ${title}`)).toEqual([
      ...['一 总体态势', '二 重点舆情', '三 谣言与澄清', '四 处置时效', '五 成因与问题'],
      ...['六 下季度风险研判', '七 建议与整改台账', '附 数据说明'],
    ]);
    expect(draft.sections[0]?.text).toContain('本期共登记舆情事件 3 件');
    expect(draft.figures['logged']?.records).toContain('/api/v1/figures/logged/records?from=');
    expect(draft.allowed.map(({ command }) => command)).toEqual([
      ...['edit', 'redraft', 'submit', 'discard'],
    ]);
    await desk.must(id, 'submit', desk.analyst);
    await desk.must(id, 'approve', desk.leader);
    await desk.must(id, 'issue', desk.analyst);
    const issued = await desk.page(id, desk.handler);
    expect(issued).toMatchObject({ state: 'issued', approvedBy: { name: 'leader' } });
    expect(issued.issuedAt).not.toBeNull();
    expect(await desk.office.history(id)).toEqual([
      ...['report-drafted', 'report-submitted', 'report-approved', 'report-issued'],
    ]);
    const [entry] = await desk.office.select<{ sha256: string }>(
      "SELECT data->'params'->>'sha256' AS sha256 FROM timeline WHERE subject_id = $1 AND type = 'report-issued'",
      [id],
    );
    expect(entry?.sha256).toBe(issued.hash);
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('is no draft any more when it is out: an edit is refused, and says what to do instead', async () => {
    const [{ id } = { id: '' }] = await desk.office.select<{ id: string }>(
      'SELECT id FROM reports',
    );
    expect(await desk.edit(id, 'situation', '改一改')).toEqual({ ok: false, kind: 'issued' });
    expect(await desk.give(id, 'redraft', desk.analyst)).toEqual({ ok: false, kind: 'issued' });
    expect(await desk.draft()).toMatchObject({ ok: false, existing: { id, state: 'issued' } });
  });

  it('is put right by a new edition that says what it changed', async () => {
    const [{ id } = { id: '' }] = await desk.office.select<{ id: string }>(
      'SELECT id FROM reports',
    );
    const next = await desk.must(id, 'correct', desk.analyst, { reason: '联系人电话 13812345678' });
    expect(next).not.toBe(id);
    expect(await desk.refused(id, 'correct', desk.analyst, { reason: '再来' })).toEqual([
      'report.correction-open',
    ]);
    await desk.edit(next, 'advice', '建议尽快公布检测结果。');
    const corrected = await desk.page(next);
    expect(corrected).toMatchObject({
      ...{ edition: 2, state: 'draft', previousEditionId: id },
      correction: { reason: '联系人电话 [电话]', changed: ['advice'] },
    });
    // Only those who write it know of it before it is out.
    expect((await desk.page(id, desk.handler)).nextEditionId).toBeNull();
    expect((await desk.page(id)).nextEditionId).toBe(next);
    await desk.issue(next);
    expect((await desk.page(id, desk.handler)).state).toBe('replaced');
    expect((await desk.page(id, desk.handler)).nextEditionId).toBe(next);
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('that puts another right can be discarded, and then another may', async () => {
    const [{ id } = { id: '' }] = await desk.office.select<{ id: string }>(
      "SELECT id FROM reports WHERE state = 'issued'",
    );
    const next = await desk.must(id, 'correct', desk.analyst, { reason: '数字' });
    await desk.must(next, 'discard', desk.analyst);
    expect((await desk.page(id)).nextEditionId).toBeNull();
    const again = await desk.must(id, 'correct', desk.analyst, { reason: '数字' });
    await desk.must(again, 'discard', desk.analyst);
  });

  it('is found out when somebody edits it behind the back of the program', async () => {
    const [{ id } = { id: '' }] = await desk.office.select<{ id: string }>(
      "SELECT id FROM reports WHERE state = 'issued'",
    );
    const { foundation } = desk.office;
    const broken = { ok: false, firstBroken: { subjectId: id } };
    for (const change of [
      "content = jsonb_set(content, '{figures,logged,value}', '2')",
      "edits = jsonb_set(edits, '{advice,text}', '\"没有建议\"')",
      "title = title || '（内部）'",
      "as_of = as_of - interval '1 day'",
      "sha256 = repeat('0', 64)",
      "state = 'approved'",
      "issued_at = issued_at - interval '1 day'",
      'approved_by = submitted_by',
    ]) {
      const [before] = await desk.office.select<{ row: unknown }>(
        'SELECT to_jsonb(r) AS row FROM reports r WHERE id = $1',
        [id],
      );
      await foundation.database.transaction((tx) =>
        tx.query(`UPDATE reports SET ${change} WHERE id = '${id}'`),
      );
      expect(await verify()).toMatchObject(broken);
      await foundation.database.transaction((tx) =>
        tx.query(
          `UPDATE reports r SET content = o.content, edits = o.edits, title = o.title, as_of = o.as_of,
             sha256 = o.sha256, state = o.state, issued_at = o.issued_at, approved_by = o.approved_by FROM jsonb_populate_record(NULL::reports, $1::jsonb) o WHERE r.id = o.id`,
          [JSON.stringify(before?.row)],
        ),
      );
    }
    expect(await verify()).toMatchObject({ ok: true });
  });
});

describe('the texts of a report', () => {
  it('have their numbers marked: those of figures, and those that nothing supports', async () => {
    const id = await desk.drafted({ type: 'monthly', period: '2026-03' });
    await desk.edit(id, 'situation', '本期登记 3 件，其中 57 件已回应。\n\n电话 13812345678。');
    const page = await desk.page(id);
    const [situation] = page.sections;
    expect(situation).toMatchObject({
      edited: true,
      text: '本期登记 3 件，其中 57 件已回应。\n电话 [电话]。',
      paragraphs: [
        [
          ...['本期登记 ', { figure: 'logged', text: '3' }, ' 件，其中 '],
          ...[{ unsupported: true, text: '57' }, ' 件已回应。'],
        ],
        ['电话 [电话]。'],
      ],
    });
    expect(page.unsupported).toBe(1);
    await desk.must(id, 'submit', desk.analyst);
    expect(await desk.refused(id, 'approve', desk.leader)).toEqual(['approve.unsupported']);
    await desk.must(id, 'approve', desk.leader, { numbersChecked: true });
    await desk.must(id, 'return', desk.leader, { reason: '先核实' });
    await desk.edit(id, 'situation', null);
    expect(await desk.page(id)).toMatchObject({ unsupported: 0, state: 'draft' });
    expect((await desk.page(id)).sections[0]).toMatchObject({ edited: false });
    await desk.must(id, 'discard', desk.analyst);
  });

  it('stay when everything is counted again', async () => {
    const id = await desk.drafted({ type: 'weekly', period: '2026W14' });
    expect(await desk.page(id)).toMatchObject({ isProvisional: true });
    await desk.edit(id, 'advice', '一条建议。');
    await desk.logged(1);
    await desk.must(id, 'submit', desk.analyst);
    await desk.must(id, 'redraft', desk.analyst);
    const page = await desk.page(id);
    expect(page).toMatchObject({ state: 'draft', figures: { logged: { value: 4 } } });
    expect(page.sections.find(({ key }) => key === 'advice')?.text).toBe('一条建议。');
    await desk.must(id, 'discard', desk.analyst);
  });

  it('are not overwritten by somebody who has seen an older version', async () => {
    const id = await desk.drafted({ type: 'monthly', period: '2026-03' });
    await desk.edit(id, 'advice', '甲');
    const stale = { reportId: id, section: 'advice', text: '乙', actor: desk.analyst };
    expect(await desk.acts.edit({ ...stale, expectedVersion: 1 })).toMatchObject({ kind: 'stale' });
    expect(await desk.edit(id, 'nowhere', '甲')).toBeNull();
    await desk.must(id, 'discard', desk.analyst);
  });
});

describe('who may do what with a report', () => {
  it('whoever submitted it does not approve it', async () => {
    const id = await desk.drafted({ type: 'monthly', period: '2026-03' }, desk.leader);
    await desk.must(id, 'submit', desk.leader);
    expect(await desk.refused(id, 'approve', desk.leader)).toEqual(['approve.own']);
    expect(await desk.give(id, 'approve', desk.analyst)).toMatchObject({ kind: 'not-permitted' });
    await desk.must(id, 'approve', desk.deputy);
    await desk.must(id, 'return', desk.deputy, { reason: '再改' });
    await desk.must(id, 'discard', desk.leader);
  });

  it('whoever has to sign again has signed nothing: neither what was returned nor what was counted again', async () => {
    const unsigned = { state: 'draft', submittedBy: null, approvedBy: null, hash: null };
    const id = await desk.drafted({ type: 'monthly', period: '2026-03' });
    const changes: [string, TestUser, Record<string, string>][] = [
      ['return', desk.leader, { reason: '再改' }],
      ['redraft', desk.analyst, {}],
    ];
    for (const [command, by, body] of changes) {
      await desk.must(id, 'submit', desk.analyst);
      await desk.must(id, 'approve', desk.leader);
      expect(await desk.page(id)).toMatchObject({ approvedBy: { name: 'leader' } });
      await desk.must(id, command, by, body);
      expect(await desk.page(id)).toMatchObject(unsigned);
    }
    await desk.must(id, 'discard', desk.analyst);
  });

  it('a draft is nothing that others know of', async () => {
    const id = await desk.drafted({ type: 'monthly', period: '2026-03' });
    for (const reader of [desk.monitor, desk.handler])
      await expect(desk.page(id, reader)).rejects.toMatchObject({ status: 404 });
    expect(await desk.give(id, 'submit', desk.handler)).toBeNull();
    await desk.must(id, 'discard', desk.analyst);
  });
});

describe('a special report', () => {
  it('is for those who look at the whole office, and for those whom it was sent to', async () => {
    const [incidentId = ''] = await desk.logged(1);
    await desk.office.must(incidentId, 'assign', desk.officer, { userId: desk.handler.id });
    const id = await desk.drafted({ type: 'special', period: null, incidentId });
    await desk.issue(id);
    await expect(desk.page(id, desk.handler)).rejects.toMatchObject({ status: 404 });
    expect(await listed(desk.handler)).not.toContain(id);
    expect(await desk.page(id, desk.monitor)).toMatchObject({ state: 'issued' });
    await desk.office.database.transaction((tx) =>
      addReaders(tx, id, [desk.handler.id], desk.office.clock.now()),
    );
    expect(await desk.page(id, desk.handler)).toMatchObject({ state: 'issued', incidentId });
    expect(await listed(desk.handler)).toContain(id);
  });

  it('goes on to the moment of counting when it is counted again, and its period says so', async () => {
    const [incidentId = ''] = await desk.logged(1);
    const id = await desk.drafted({ type: 'special', period: null, incidentId });
    const { from } = await desk.page(id);
    await desk.office.advance(3 * DAY);
    await desk.must(id, 'redraft', desk.analyst);
    const now = desk.office.clock.now();
    expect(await desk.page(id)).toMatchObject({
      to: new Date(now).toISOString(),
      periodName: `${localDay(Date.parse(from))}至${localDay(now)}`,
    });
    await desk.must(id, 'discard', desk.analyst);
  });

  it('keeps the end that was asked for when it is counted again', async () => {
    const [incidentId = ''] = await desk.logged(1);
    const to = desk.office.clock.now();
    await desk.office.advance(DAY);
    const id = await desk.drafted({ type: 'special', period: null, incidentId, to });
    const { periodName } = await desk.page(id);
    await desk.office.advance(DAY);
    await desk.must(id, 'redraft', desk.analyst);
    expect(await desk.page(id)).toMatchObject({ to: new Date(to).toISOString(), periodName });
    await desk.must(id, 'discard', desk.analyst);
  });
});

describe('a scorecard', () => {
  it('is sent to the people of its unit, and other units know nothing of it', async () => {
    const education = await desk.office.hire('education', ['handler'], 'education');
    const about = { type: 'scorecard', period: '2026-03', unitId: education.unitId } as const;
    const id = await desk.drafted(about);
    await desk.issue(id);
    expect(await desk.page(id, education)).toMatchObject({ state: 'issued', readAt: null });
    expect(await listed(education)).toContain(id);
    await expect(desk.page(id, desk.handler)).rejects.toMatchObject({ status: 404 });
    expect(await listed(desk.handler)).not.toContain(id);
    const readers = await readersOf(desk.office.database.reader, id);
    expect(readers.map(({ name }) => name).sort()).toEqual(['deputy', 'education', 'leader']);
  });
});

describe('a report that is counted too early', () => {
  it('is drafted, told as provisional, and not issued before it was counted again', async () => {
    const id = await desk.drafted({ period: '2026Q2' });
    const page = await desk.page(id);
    expect(page).toMatchObject({ isProvisional: true });
    expect(page.subtitle).toContain('统计期未结束');
    await desk.must(id, 'submit', desk.analyst);
    await desk.must(id, 'approve', desk.leader);
    expect(await desk.refused(id, 'issue', desk.analyst)).toEqual(['issue.provisional']);
    const july = Date.parse('2026-07-01T08:00:00+08:00');
    await desk.office.advance(july - desk.office.clock.now());
    expect(
      await desk.refused(id, 'redraft', desk.analyst, { asOf: '2026-03-01T00:00:00Z' }),
    ).toEqual(['report.as-of-before']);
    expect(
      await desk.refused(id, 'redraft', desk.analyst, { asOf: '2027-03-01T00:00:00Z' }),
    ).toEqual(['report.as-of-future']);
    await desk.must(id, 'redraft', desk.analyst);
    await desk.issue(id);
    expect(await desk.page(id)).toMatchObject({ isProvisional: false, state: 'issued' });
  });
});
