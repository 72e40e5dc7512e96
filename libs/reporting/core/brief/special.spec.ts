import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textOf } from '../narrative/piece.js';
import { Teller } from '../narrative/teller.js';
import type { BriefFacts } from './facts.js';
import { SUMMARY_LENGTH, specialOutline, summaryOf } from './special.js';
import type { SpecialFacts } from './special-facts.js';

const DAY = 24 * 3_600_000;

const FACTS: BriefFacts = {
  ...{ topics: [], dates: [], risks: [], remedies: [], late: [] },
  minuteOf: (at) => new Date(at).toISOString().slice(0, 16),
  dayOf: (at) => new Date(at).toISOString().slice(0, 10),
  ...{ weeks: [], weekOf: () => '', asOf: '2026-04-01 00:00' },
};

const INCIDENT: SpecialFacts = {
  ...{ number: 'YQ-2026-000001', title: '城东停水', claim: '城东要停水三天', kind: 'rumour' },
  ...{ category: 'water', place: '城东', severity: 'II', verdict: 'false', isClosed: false },
  risk: { likelihood: 4, consequence: 5 },
  course: {
    ...{ first: '2025-11-30', last: '2026-03-02', total: 400 },
    peak: { name: '2025-12-01', count: 300 },
  },
  days: [
    { name: '2026-03-01', count: 2 },
    { name: '2026-03-02', count: 9 },
  ],
  sources: [{ name: '论坛', count: 11 }],
  ...{ peakRank: 3, lastSeenAt: 10 * DAY, until: 10 * DAY + 1 },
  nodes: [{ at: 0, what: '已上报' }],
  claims: [{ name: '水务局不作为', kind: 'complaint', number: 'YQ-2026-000002', count: 4 }],
  answers: [],
};

const teller = (language: 'zh' | 'en'): Teller => new Teller(new Map(), language);
const code = (_: string, member: string): string => member;
const outline = (over: Partial<SpecialFacts> = {}, language: 'zh' | 'en' = 'zh') =>
  specialOutline(teller(language), { ...INCIDENT, ...over }, FACTS, code);
const said = (key: string, over: Partial<SpecialFacts> = {}): string =>
  (outline(over).find((section) => section.key === key)?.paragraphs ?? []).map(textOf).join('');

describe('a special report', () => {
  it('has its summary, curve, platforms, nodes, views, outlook and advice', () => {
    expect(outline().map(({ key }) => key)).toEqual([
      ...['summary', 'course', 'platforms', 'nodes', 'views', 'timeliness', 'outlook', 'advice'],
      'notes',
    ]);
    expect(
      outline()
        .find(({ key }) => key === 'course')
        ?.charts.map(({ key }) => key),
    ).toEqual(['course']);
  });

  it('says the core risk in its first line', () => {
    expect(summaryOf(teller('zh'), INCIDENT, code)).toEqual([
      '核心风险：城东water舆情，II，可能性 4、后果 5。',
      '网传“城东要停水三天”。核查结论：false。',
    ]);
  });

  it('is never longer than two hundred characters in its summary, whatever is claimed', () => {
    const any = fc.record({
      claim: fc.string({ maxLength: 1_000 }),
      place: fc.option(fc.string({ maxLength: 60 })),
      language: fc.constantFrom('zh' as const, 'en' as const),
    });
    fc.assert(
      fc.property(any, ({ claim, place, language }) => {
        const lines = summaryOf(teller(language), { ...INCIDENT, claim, place }, code);
        expect(lines.join('').length).toBeLessThanOrEqual(SUMMARY_LENGTH);
      }),
    );
  });

  it('tells its course by all days, and draws the last of them', () => {
    expect(said('course')).toBe(
      '2025-11-30 首次发现，至 2026-03-02 共有线索 400 条；2025-12-01 最多，300 条，榜单最高第 3 位。',
    );
  });

  it('tells what is claimed, complaints too, and where the wordings are', () => {
    const views = outline().find(({ key }) => key === 'views');
    expect(views?.tables[0]?.rows).toEqual([['水务局不作为', 'complaint', 'YQ-2026-000002', '4']]);
    expect(said('views')).toContain('线索原文在留存期内见事件页');
  });

  it('tells by rules whether it goes on, and whether it has been answered', () => {
    expect(said('outlook')).toContain('仍在发展');
    expect(said('outlook')).toContain('尚未公开回应');
    const calm = { until: 14 * DAY, isClosed: true };
    expect(said('outlook', calm)).toContain('已有 4 天没有新线索');
    expect(said('outlook', calm)).toContain('事件已结');
    expect(said('outlook', { answers: [{ at: 0, title: '说明' }] })).toContain('跟踪回应');
  });

  it('says so where there is nothing: no mention, no judgement, no answer', () => {
    const bare = { course: null, days: [], sources: [], claims: [], lastSeenAt: null, risk: null };
    expect(said('summary', bare)).toContain('尚未研判');
    expect(said('course', bare)).toBe('没有线索记录。');
    expect(said('platforms', bare)).toBe('没有线索记录。');
    expect(said('views', bare)).toContain('尚未公开回应');
  });
});
