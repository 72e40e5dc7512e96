import { describe, expect, it } from '@jest/globals';
import { periodNamed } from '../period/period.js';
import type { PeriodType } from '../period/period.js';
import { spanAsked } from './asked-period.js';
import type { Asked } from './asked-period.js';
import { changedSections } from './changed-sections.js';
import { shownSections, unsupportedIn } from './report-content.js';
import type { ReportContent, SectionEdits } from './report-content.js';
import { daysOf, periodName, reportTitle } from './report-title.js';
import { linesOf, paragraphsOf } from './section-text.js';

const ZONE = 'Asia/Shanghai';
const NOW = Date.parse('2026-04-01T08:00:00+08:00');

const ask = (over: Partial<Asked>) =>
  spanAsked(
    {
      ...{ type: 'quarterly', period: null, from: null, to: null, asOf: null, loggedAt: null },
      ...over,
    },
    NOW,
    ZONE,
  );

const named = (type: PeriodType, name: string) => {
  const period = periodNamed(type, name, ZONE);
  if (period === null) throw new RangeError(name);
  return period;
};

describe('the span of a report', () => {
  it('is that of its name, as of now or of a moment', () => {
    const quarter = named('quarterly', '2026Q1');
    expect(ask({ period: '2026Q1' })).toEqual({ ok: true, span: { ...quarter, asOf: NOW } });
    const asOf = quarter.from + 1;
    expect(ask({ ...quarter, asOf })).toEqual({ ok: true, span: { ...quarter, asOf } });
    expect(ask({ ...quarter, period: '2026Q1' })).toMatchObject({ ok: true });
  });

  it('may have begun without being over', () => {
    expect(ask({ period: '2026Q2' })).toMatchObject({ ok: true, span: { asOf: NOW } });
  });

  it('of a scorecard is a period of any kind', () => {
    for (const period of ['2026W09', '2026-03', '2026Q1', '2025H2', '2025'])
      expect(ask({ type: 'scorecard', period })).toMatchObject({ ok: true });
  });

  it('of one incident reaches from its logging to the moment, and is no calendar period', () => {
    const loggedAt = NOW - 5;
    expect(ask({ type: 'special', loggedAt })).toEqual({
      ...{ ok: true, span: { from: loggedAt, to: NOW, asOf: NOW } },
    });
    const codes = (over: Partial<Asked>): unknown => {
      const answer = ask({ type: 'special', loggedAt, ...over });
      return answer.ok ? answer.span : answer.problems.map(({ code }) => code);
    };
    expect(codes({ asOf: loggedAt })).toEqual(['report.as-of-before']);
    expect(codes({ period: '2026Q1' })).toEqual(['report.period-unknown']);
    expect(codes({ from: NOW - 2, to: NOW - 3 })).toEqual(['report.inverted']);
    expect(codes({ from: NOW - 3, to: NOW - 2 })).toEqual({
      from: NOW - 3,
      to: NOW - 2,
      asOf: NOW,
    });
  });
});

describe('what a report is called', () => {
  it.each([
    ['weekly', '2026W01', '2026年第1周舆情周通报', 'Weekly bulletin, week 1 of 2026'],
    ['monthly', '2026-03', '2026年3月舆情月通报', 'Monthly bulletin, March 2026'],
    [
      'quarterly',
      '2026Q4',
      '2026年第四季度舆情分析报告',
      'Public opinion in the fourth quarter of 2026',
    ],
    ['half-year', '2026H2', '2026年下半年舆情专题分析报告', 'A study of the second half of 2026'],
    ['annual', '2026', '2026年度舆情分析报告', 'Public opinion in 2026'],
  ] as const)('%s %s: %s', (type, name, zh, en) => {
    const period = named(type, name);
    expect(reportTitle(type, periodName(period, ZONE, 'zh'), '', 'zh')).toBe(zh);
    expect(reportTitle(type, periodName(period, ZONE, 'en'), '', 'en')).toBe(en);
  });

  it('names its incident, or its unit, and the days of no calendar period', () => {
    const days = { from: named('annual', '2026').from, to: named('quarterly', '2026Q1').to + 1 };
    expect(periodName(days, ZONE, 'zh')).toBe('2026-01-01至2026-04-01');
    expect(periodName(days, ZONE, 'en')).toBe('2026-01-01 to 2026-04-01');
    expect(daysOf(named('monthly', '2028-02'), ZONE)).toEqual({
      from: '2028-02-01',
      to: '2028-02-29',
    });
    expect(reportTitle('special', '', '停水', 'zh')).toBe('关于“停水”的舆情专报');
    expect(reportTitle('special', '', 'No water', 'en')).toBe('Special report: No water');
    expect(reportTitle('scorecard', '2026年3月', '水务局', 'zh')).toBe(
      '水务局2026年3月舆情处置情况',
    );
    expect(reportTitle('scorecard', 'March 2026', 'Water', 'en')).toBe(
      'Water: scorecard for March 2026',
    );
  });
});

describe('an edited text', () => {
  const sayings = new Map([
    ['3', ['archived', 'logged']],
    ['30%', ['onTime.judge']],
  ]);

  it('has a paragraph for each line that is not blank', () => {
    expect(linesOf(' 甲 \r\n\r\n乙\n \n丙')).toEqual(['甲', '乙', '丙']);
  });

  it('marks each number with the figure that the draft told, or with that it has none', () => {
    const drafted = [['登记 ', { figure: 'logged', text: '3' }, ' 件']];
    expect(paragraphsOf('登记 3 件，按时 30%，另 8 件。', sayings, drafted)).toEqual([
      [
        ...['登记 ', { figure: 'logged', text: '3' }, ' 件，按时 '],
        ...[{ figure: 'onTime.judge', text: '30%' }, '，另 ', { unsupported: true, text: '8' }],
        ' 件。',
      ],
    ]);
  });

  it('may say again what the draft had from a register', () => {
    const drafted = [['桥梁：可能性 4，后果 5。']];
    expect(paragraphsOf('桥梁：后果 5，可能性 4，伤 6 人。', new Map(), drafted)).toEqual([
      ['桥梁：后果 5，可能性 4，伤 ', { unsupported: true, text: '6' }, ' 人。'],
    ]);
  });
});

describe('an edition', () => {
  const figure = { value: 3, unit: 'incidents', previous: null, yearBefore: null } as const;
  const content: ReportContent = {
    figures: { logged: figure },
    sections: (['situation', 'topics', 'advice'] as const).map((key) => ({
      ...{ key, title: key, tables: [], charts: [] },
      paragraphs: [['登记 ', { figure: 'logged', text: '3' }, ' 件']],
    })),
  };
  const edit = (text: string) => ({ text, by: 'a', at: '2026-04-01T00:00:00.000Z' });
  const shown = (edits: SectionEdits) => shownSections(content, edits, 'zh');

  it('names the sections that say something else, and not those that only were typed again', () => {
    const before = shown({ topics: edit('没有') });
    expect(changedSections(before, before)).toEqual([]);
    expect(changedSections(before, shown({ situation: edit('登记 3 件') }))).toEqual(['topics']);
    expect(changedSections(before, shown({ topics: edit('没有') }).slice(1))).toEqual([
      'situation',
    ]);
  });

  it('counts the numbers of edited sections that nothing supports', () => {
    expect(unsupportedIn(content, {}, 'zh')).toBe(0);
    expect(
      unsupportedIn(content, { topics: edit('9 件，3 件，8 件'), advice: edit('7') }, 'zh'),
    ).toBe(3);
  });
});
