import { describe, expect, it } from '@jest/globals';
import type { BriefSection } from '../core/index.js';
import { namesIn } from './facts/code-names.js';
import { paperOf } from './report-paper.js';
import type { ReportRow } from './report.repository.js';

const at = (iso: string): Date => new Date(iso);
const section = (key: BriefSection['key'], title: string): BriefSection => ({
  ...{ key, title, paragraphs: [['登记 ', { figure: 'logged', text: '3' }, ' 件']] },
  ...{ tables: [], charts: [] },
});
const figure = (value: number) =>
  ({ value, unit: 'incidents', previous: null, yearBefore: null }) as const;

const aReport = (over: Partial<ReportRow> = {}): ReportRow => ({
  ...{ id: 'a', type: 'quarterly', about: 'a', language: 'zh', incidentId: null, unitId: null },
  ...{ title: '2026年第一季度舆情分析报告', periodName: '2026年第一季度' },
  from: at('2026-01-01T00:00:00+08:00'),
  to: at('2026-04-01T00:00:00+08:00'),
  asOf: at('2026-04-03T08:30:00+08:00'),
  ...{ edition: 1, previousId: null, reason: null, state: 'draft', version: 1, sha256: null },
  ...{ draftedAt: at('2026-04-03T08:30:00+08:00'), draftedBy: null },
  ...{ submittedBy: null, approvedBy: null, issuedAt: null, edits: {} },
  content: {
    figures: {
      logged: figure(3),
      'kind.rumour': figure(2),
      'categoryPlace.water|none': figure(1),
      'onTime.judge': figure(1),
      gone: figure(9),
    },
    sections: [section('situation', '总体态势'), section('notes', '数据说明')],
  },
  ...over,
});

const print = (row: ReportRow, before: ReportRow | null = null) =>
  paperOf(row, before, {
    zone: 'Asia/Shanghai',
    nameOf: namesIn(row.language, {
      categories: [{ code: 'water', zh: '供水排水', en: 'Water' }],
      clock: () => ({ zh: '研判', en: 'Judgement' }),
      units: new Map(),
    }),
  });

describe('a report on paper', () => {
  it('says of a draft that it is one, and of numbers that are not final that they are not', () => {
    expect(print(aReport()).notes).toEqual(['草稿，尚未印发。']);
    const early = aReport({ asOf: at('2026-03-03T08:30:00+08:00'), language: 'en' });
    expect(print(early).notes).toHaveLength(2);
    expect(print(early).subtitle).toContain('provisional');
  });

  it('says nothing more when it is out, before and after another edition has replaced it', () => {
    const issuedAt = at('2026-04-05T10:00:00+08:00');
    const issued = print(aReport({ state: 'issued', issuedAt }));
    expect(issued).toMatchObject({ notes: [], madeAt: issuedAt.getTime() });
    expect(print(aReport({ state: 'replaced', issuedAt }))).toEqual(issued);
  });

  it('says of a correction which edition it puts right, why, and what it changes', () => {
    const before = aReport({ state: 'replaced', issuedAt: at('2026-04-05T10:00:00+08:00') });
    const edits = { situation: { text: '登记 4 件', by: 'b', at: '2026-04-06T00:00:00Z' } };
    const next = { edition: 2, reason: '漏计一件', state: 'issued', edits } as const;
    expect(print(aReport(next), before).notes).toEqual([
      '第 2 版，更正 2026-04-05 印发的第 1 版。原因：漏计一件。改动：总体态势。',
    ]);
    expect(print(aReport({ ...next, edits: {} }), before).notes[0]).toContain('改动：无。');
  });

  it('counts its sections but for the notes, and names each figure in full', () => {
    const { sections, figures } = print(aReport());
    expect(sections.map(({ number }) => number)).toEqual(['一', null]);
    expect(figures.map(({ words }) => words)).toEqual([
      ...['类别和地点：供水排水 / 地点不详', 'gone', '性质：谣言传言', '登记', '按时率：研判'],
    ]);
  });
});
