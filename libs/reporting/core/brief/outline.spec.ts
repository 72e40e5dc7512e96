import { describe, expect, it } from '@jest/globals';
import { textOf } from '../narrative/piece.js';
import { Teller } from '../narrative/teller.js';
import { OUTLINED_TYPES, outlineOf } from './outline.js';
import type { OutlinedType } from './outline.js';
import type { BriefSection } from './section.js';
import type { BriefFacts, TopicFacts } from './facts.js';
import { topTopics } from './topics.js';

const EMPTY: BriefFacts = {
  ...{ topics: [], dates: [], risks: [], remedies: [], late: [] },
  minuteOf: (at) => new Date(at).toISOString().slice(0, 16),
  dayOf: (at) => new Date(at).toISOString().slice(0, 10),
  asOf: '2026-04-01 00:00',
  weeks: ['2026-W01', '2026-W02'],
  weekOf: () => '2026-W02',
};

const topic = (number: string, over: Partial<TopicFacts> = {}): TopicFacts => ({
  ...{
    id: number,
    number,
    title: `题 ${number}`,
    kind: 'rumour',
    severity: 'IV',
    verdict: 'false',
  },
  ...{ state: 'archived', place: null, mentions: 1, peakRank: null, loggedAt: 0 },
  ...over,
});

const outline = (
  values: Readonly<Record<string, number>>,
  facts: Partial<BriefFacts> = {},
): BriefSection[] => {
  const figures = Object.entries(values).map(
    ([key, value]) => [key, { value, previous: null, yearBefore: null }] as const,
  );
  return outlineOf(
    'quarterly',
    new Teller(new Map(figures), 'zh'),
    { ...EMPTY, ...facts },
    (_, code) => code,
  );
};

const said = (sections: readonly BriefSection[], key: string): string[] =>
  sections.find((section) => section.key === key)?.paragraphs.map(textOf) ?? [];

describe('the outline of a quarterly brief', () => {
  it('has its seven sections and the notes, also when nothing happened', () => {
    const sections = outline({});
    expect(sections.map(({ title }) => title)).toEqual([
      ...['总体态势', '重点舆情', '谣言与澄清', '处置时效', '成因与问题', '下季度风险研判'],
      ...['建议与整改台账', '数据说明'],
    ]);
    for (const { paragraphs, tables } of sections) {
      expect(paragraphs.length).toBeGreaterThan(0);
      expect(tables).toEqual([]);
    }
  });

  it('names causes only where a theme came up again and again at one place', () => {
    const cells = {
      'categoryPlace.water|城东': 3,
      'categoryPlace.roads|城东': 2,
      'categoryPlace.water|none': 9,
    };
    expect(said(outline(cells), 'causes')).toEqual(['城东的water问题出现 3 件，需查明原因。']);
    expect(said(outline({ 'categoryPlace.water|城东': 2 }), 'causes')).toEqual([
      '本期没有同一地区反复出现的同类问题。',
    ]);
  });

  it('sets themes against places, and each cell is a figure', () => {
    const values = { logged: 3, 'category.water': 3, 'place.城东': 2, 'place.none': 1 };
    const [table] = outline({ ...values, 'categoryPlace.water|城东': 2 }).flatMap(
      ({ key, tables }) => (key === 'causes' ? tables : []),
    );
    expect(table?.heads).toEqual(['主题', '城东', 'none']);
    expect(table?.rows).toEqual([
      [
        'water',
        { figure: 'categoryPlace.water|城东', text: '2' },
        { figure: 'categoryPlace.water|none', text: '0' },
      ],
    ]);
  });

  it('draws the weeks of a period that has enough of them to compare', () => {
    const drawn = (weeks: readonly string[]) =>
      outline({ logged: 3, 'severity.II': 3 }, { weeks })
        .flatMap(({ charts }) => charts)
        .map(({ key }) => key);
    expect(drawn(['2026-W01', '2026-W02'])).not.toContain('weekly');
    expect(drawn(['2026-W01', '2026-W02', '2026-W03'])).toContain('weekly');
  });

  it('tells days and risks ahead, the greatest first', () => {
    const risks = [
      { title: '甲', place: null, category: null, likelihood: 2, consequence: 2 },
      { title: '乙', place: '城东', category: null, likelihood: 4, consequence: 5 },
    ];
    const dates = [
      { title: '高考', from: '2026-06-07', to: '2026-06-09' },
      { title: '清明', from: '2026-04-05', to: '2026-04-05' },
    ];
    expect(said(outline({}, { risks, dates }), 'risks')).toEqual([
      '重要时间节点：清明（2026-04-05）、高考（2026-06-07 至 2026-06-09）。',
      '① 乙（城东）：可能性 4，后果 5。',
      '② 甲：可能性 2，后果 2。',
    ]);
  });
});

describe('outlines of other kinds', () => {
  const keysOf = (type: OutlinedType): string[] =>
    outlineOf(type, new Teller(new Map(), 'zh'), EMPTY, (_, code) => code).map(({ key }) => key);

  it('are shorter for a week, longer for a year, and a unit is told nothing of what is ahead', () => {
    expect(keysOf('weekly')).toEqual([
      'situation',
      'topics',
      'timeliness',
      'risks',
      'advice',
      'notes',
    ]);
    expect(keysOf('annual')).toContain('topics');
    expect(keysOf('half-year')).toContain('trends');
    expect(keysOf('scorecard')).not.toContain('risks');
    for (const type of OUTLINED_TYPES) expect(keysOf(type).at(-1)).toBe('notes');
  });

  it('list what was missed, when it was done after all, and why', () => {
    const late = [
      {
        ...{ incidentNumber: 'YQ-1', title: '停水', clock: 'judge' },
        ...{ missedAt: 0, doneAt: 60_000, reason: '等检测' },
      },
      {
        ...{ incidentNumber: 'YQ-2', title: '扬尘', clock: 'dispose' },
        ...{ missedAt: 0, doneAt: null, reason: null },
      },
    ];
    const section = outline({}, { late }).find(({ key }) => key === 'timeliness');
    expect(section?.tables[0]?.rows).toEqual([
      ['YQ-1', '停水', 'judge', '1970-01-01T00:00', '1970-01-01T00:01', '等检测'],
      ['YQ-2', '扬尘', 'dispose', '1970-01-01T00:00', '未完成', '–'],
    ]);
  });
});

describe('the main topics', () => {
  it('are the gravest, then the most seen, then the highest on a list, then the first; ten of them', () => {
    const topics = [
      topic('5', { severity: 'unrated', mentions: 99 }),
      topic('4'),
      topic('3', { peakRank: 8 }),
      topic('2', { mentions: 7 }),
      topic('1', { severity: 'I' }),
    ];
    expect(topTopics(topics).map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5']);
    expect(topTopics(Array.from({ length: 12 }, (_, n) => topic(String(n))))).toHaveLength(10);
  });
});
