import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { draftFields, titleOf } from './draft.js';
import { REPORT_FIELDS, missingFields } from './fields.js';
import type { IncidentRecord, MentionFigures } from './incident-record.js';
import { plainText } from './text.js';
import { trendOf } from './trend.js';
import { amount } from './words.js';

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const NOW = Date.parse('2026-03-04T10:00:00+08:00');

const someMentions = (changes: Partial<MentionFigures> = {}): MentionFigures => ({
  ...{ count: 12, lastDay: 8, dayBefore: 4, firstSeenAt: NOW - 49 * HOUR },
  ...{ sources: ['清源论坛', '微博', '抖音'], sourceCount: 5, peakRank: 3, peakViews: 123_456 },
  ...changes,
});

const aRecord = (changes: Partial<IncidentRecord> = {}): IncidentRecord => ({
  ...{ title: '网传城东水厂停水一周', claim: '城东水厂因污染将停水一周', kind: 'rumour' },
  ...{ category: '供水', place: '城东', occurredAt: NOW - 50 * HOUR, detectedAt: NOW - 49 * HOUR },
  ...{ state: 'disposing', severity: 'II', verdict: 'false', unit: '县水务局' },
  ...{ acknowledgedAt: NOW - 48.5 * HOUR, judgedAt: NOW - 48 * HOUR, mentions: someMentions() },
  actions: [
    { title: '检测水质', unit: '县水务局', status: 'done', result: '各项指标合格。' },
    { title: '现场说明', unit: null, status: 'open', result: null },
    { title: '不做的事', unit: null, status: 'waived', result: null },
  ],
  publications: [
    { title: '关于城东水厂的说明', status: 'published', publishedAt: NOW - 40 * HOUR },
  ],
  pressConference: null,
  ...changes,
});

const draft = (record: IncidentRecord, before: ReturnType<typeof draftFields> | null = null) =>
  draftFields(record, { now: NOW, zone: ZONE, before });

/** An incident of which nobody knows more than that it was logged. */
const BARE = aRecord({
  ...{ place: null, occurredAt: null, severity: 'unrated', verdict: 'unverified', unit: null },
  ...{ acknowledgedAt: null, judgedAt: null, actions: [], publications: [] },
  mentions: someMentions({
    ...{ count: 0, lastDay: 0, dayBefore: 0, firstSeenAt: null, sources: [], sourceCount: 0 },
    ...{ peakRank: null, peakViews: null },
  }),
});

describe('a report drafted from the record', () => {
  it('tells what the record knows, with its figures', () => {
    expect(draft(aRecord())).toEqual({
      receivedAt: '2026年3月2日9时00分。',
      source: '清源论坛、微博、抖音等5个监测源。',
      timeAndPlace: '2026年3月2日8时00分，城东。',
      nature:
        '谣言传言，涉及供水，初定等级为重大（Ⅱ级）。网络反映：城东水厂因污染将停水一周。经核查，情况不属实。',
      scope:
        '截至3月4日10时00分，共监测到相关信息12条，涉及监测源5个，单条最高浏览量12.3万，热搜最高第3位。',
      harm: '待核。',
      trend: '近24小时新增8条，此前24小时4条，呈上升趋势。',
      measures:
        '3月2日9时30分，值班室已签收。3月2日10时00分，完成研判，由县水务局负责处置。' +
        '已完成：县水务局检测水质（各项指标合格）。正在进行：现场说明。' +
        '3月2日18时00分，已发布《关于城东水厂的说明》。',
      leaders: '待核。',
    });
  });

  it('supposes nothing: what is not in the record is to be verified', () => {
    const fields = draft(BARE);
    expect(missingFields(fields)).toEqual(REPORT_FIELDS.filter((field) => field !== 'receivedAt'));
    expect(fields).toMatchObject({
      ...{ source: '待核。', timeAndPlace: '发生时间待核，地点待核。' },
      ...{ measures: '待核。', trend: '待核。' },
      scope: '截至3月4日10时00分，监测线索待核。',
    });
  });

  it('leaves out figures that are zero or unknown, instead of reporting zeros', () => {
    const mentions = someMentions({ count: 1, sourceCount: 1, peakRank: null, peakViews: 0 });
    expect(draft(aRecord({ mentions })).scope).toBe(
      '截至3月4日10时00分，共监测到相关信息1条，涉及监测源1个。',
    );
  });

  it('repeats of the last report only what the record cannot know, unless it was open there, too', () => {
    const before = {
      ...draft(aRecord()),
      harm: '无人员伤亡。',
      leaders: '副县长待核。',
      scope: '旧',
    };
    const next = draft(aRecord(), before);
    expect({ harm: next.harm, leaders: next.leaders }).toEqual({
      ...{ harm: '无人员伤亡。', leaders: '待核。' },
    });
    expect(next.scope).not.toBe('旧');
  });

  it('tells of a publication that was corrected or withdrawn what became of it', () => {
    const publications = [
      { title: '甲', status: 'corrected', publishedAt: null },
      { title: '乙', status: 'withdrawn', publishedAt: NOW },
    ];
    const { measures } = draft(aRecord({ publications, pressConference: 'waived' }));
    expect(measures).toContain('已发布《甲》，其后作了更正。《乙》已撤回。');
    expect(measures).toContain('经领导决定，不召开新闻发布会。');
  });

  it.each([
    ['initial', null, '关于网传停水的初报'],
    ['follow-up', 1, '关于网传停水的续报（1）'],
    ['final', null, '关于网传停水的终报'],
  ] as const)('is called by its type: %s %s', (type, number, title) => {
    expect(titleOf('网传停水。', type, number)).toBe(title);
  });

  it('never has an empty field, a doubled full stop or a hole, whatever is in the record', () => {
    const text = fc
      .string({ minLength: 1, maxLength: 12 })
      .map((typed) => `述${typed.replace(/[。\s]/g, '')}`);
    const count = fc.nat(2_000_000);
    fc.assert(
      fc.property(
        fc.record({
          title: text,
          claim: text,
          place: fc.option(text, { nil: null }),
          occurredAt: fc.option(fc.integer({ min: 0, max: NOW }), { nil: null }),
          unit: fc.option(text, { nil: null }),
          judgedAt: fc.option(fc.integer({ min: 0, max: NOW }), { nil: null }),
          severity: fc.constantFrom('I', 'II', 'III', 'IV', 'unrated', 'none'),
          verdict: fc.constantFrom('true', 'false', 'unverified', 'unverifiable'),
        }),
        fc.record({ count, lastDay: count, dayBefore: count, sourceCount: count }),
        (changes, figures) => {
          const fields = draft(aRecord({ ...changes, mentions: someMentions(figures) }));
          for (const field of REPORT_FIELDS) {
            expect(fields[field]).toMatch(/。$/u);
            expect(fields[field]).not.toMatch(/。。|undefined|null|NaN/u);
          }
        },
      ),
    );
  });
});

describe('the trend', () => {
  const trend = (changes: Partial<MentionFigures>) => trendOf(someMentions(changes), NOW, ZONE);

  it.each([
    [{ lastDay: 21, dayBefore: 20 }, '总体平稳'],
    [{ lastDay: 3, dayBefore: 3 }, '总体平稳'],
    [{ lastDay: 2, dayBefore: 3 }, '呈下降趋势'],
    [{ lastDay: 1, dayBefore: 0 }, '近24小时新增1条，此前24小时无新增，呈上升趋势'],
    [{ lastDay: 0, dayBefore: 2 }, '近24小时无新增（此前24小时2条），趋于平息'],
    [{ lastDay: 0, dayBefore: 0 }, '近48小时无新增，已趋平息'],
  ])('of %j', (changes, words) => {
    expect(trend(changes)).toContain(words);
  });

  it('is no trend within the first day', () => {
    expect(trend({ count: 1, lastDay: 1, dayBefore: 0, firstSeenAt: NOW - HOUR })).toBe(
      '自3月4日9时00分首次发现以来，共监测到1条，尚不足一日。',
    );
  });
});

describe('a large figure', () => {
  it.each([
    [9_999, '9999'],
    [10_000, '1万'],
    [123_456, '12.3万'],
    [99_999_999, '9999.9万'],
    [100_000_000, '1亿'],
  ])('%i is told as %s, never as more than it is', (value, words) => {
    expect(amount(value)).toBe(words);
  });
});

describe('the text of a report', () => {
  const paper = {
    title: '关于停水的初报',
    receiver: '市委网信办',
    sender: '县委网信办',
    day: '2026年3月4日',
  };

  it('names whom it goes to, what is in it, and who signs', () => {
    const lines = plainText({ ...paper, fields: draft(aRecord()), body: null }).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      ...['关于停水的初报', '市委网信办：', '一、基本情况'],
      '（一）接报时间。2026年3月2日9时00分。',
    ]);
    expect(lines.slice(-2)).toEqual(['县委网信办', '2026年3月4日']);
  });

  it('written as one text is divided where its lines are', () => {
    expect(plainText({ ...paper, fields: null, body: ' 一段。\n\n二段。 ' }).split('\n')).toEqual([
      ...['关于停水的初报', '市委网信办：', '一段。', '二段。', '县委网信办', '2026年3月4日'],
    ]);
  });

  it('says of an empty field that it is to be verified', () => {
    const fields = { ...draft(aRecord()), harm: '  ' };
    expect(plainText({ ...paper, fields, body: null })).toContain('（二）危害情况。待核。');
  });
});
