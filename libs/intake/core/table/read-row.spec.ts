import { describe, expect, it } from '@jest/globals';
import { readCount } from './count.js';
import { mappingProblems, suggestMapping } from './fields.js';
import { readMoment } from './moment.js';
import { readRow } from './read-row.js';
import type { ReadRow } from './read-row.js';

const SHANGHAI = 'Asia/Shanghai';
const NOW = Date.parse('2026-03-02T12:00:00+08:00');

describe('a time', () => {
  it.each([
    '2026-03-02T09:05:00+08:00',
    '2026-03-02T01:05:00Z',
    '2026-03-02T01:05:00.000Z',
    '2026-03-02 09:05',
    '2026/3/2 9:05:00',
    '2026.3.2 9：05',
    '2026年3月2日 9时5分',
    '2026年3月2日9:05',
    '1772413500',
    '1772413500000',
  ])('%s is five past nine in Shanghai', (text) => {
    expect(readMoment(text, SHANGHAI)).toBe(Date.parse('2026-03-02T09:05:00+08:00'));
  });

  it('is midnight when only the day is given', () => {
    expect(readMoment('2026-03-02', SHANGHAI)).toBe(Date.parse('2026-03-02T00:00:00+08:00'));
  });

  it.each(['', '昨天', '2026-02-30', '2026-13-01', '09:05', '3/2/2026', '2026-03-02 25:00', '123'])(
    '%s is none',
    (text) => {
      expect(readMoment(text, SHANGHAI)).toBeNull();
    },
  );
});

describe('a count', () => {
  it.each([
    ['12', 12],
    ['12,345', 12_345],
    ['１２３', 123],
    ['1.2万', 12_000],
    ['3亿', 300_000_000],
    ['10w+', 100_000],
  ])('%s is %d', (text, count) => {
    expect(readCount(text)).toBe(count);
  });

  it.each(['', '-3', '1.5', '多', '1e9', '=1+1'])('%s is none', (text) => {
    expect(readCount(text)).toBeNull();
  });
});

describe('columns', () => {
  it('are recognised by the names that exports give them', () => {
    const chinese = ['作者', '标题', '内容', '发布时间', '来源', '链接', '阅读量'];
    expect(suggestMapping(chinese, {})).toEqual({
      ...{ text: '内容', seenAt: '发布时间', source: '来源', url: '链接', views: '阅读量' },
    });
    expect(suggestMapping(['observedAt', 'source', 'rank', 'title', 'url'], {})).toEqual({
      ...{ text: 'title', seenAt: 'observedAt', source: 'source', rank: 'rank', url: 'url' },
    });
  });

  it('are taken as remembered, as far as the file has them', () => {
    const mapping = suggestMapping(['甲', '标题', '时间'], { text: '甲', seenAt: '乙' });
    expect(mapping).toEqual({ text: '甲', seenAt: '时间' });
  });

  it('are left alone when somebody says that none is it', () => {
    const mapping = suggestMapping(['标题', '时间', '链接'], { url: '' });
    expect(mapping).toEqual({ text: '标题', seenAt: '时间', url: '' });
    expect(mappingProblems(['标题'], { text: '', seenAt: '标题' })).toHaveLength(1);
  });

  it('say what is missing, and what there is', () => {
    const [problem] = mappingProblems(['甲', '时间'], { seenAt: '时间' });
    expect(problem?.zh).toMatch(/内容.*甲, 时间/);
  });
});

const MAPPING = { text: '内容', seenAt: '时间', url: '链接', rank: '排名' };
const row = (values: Readonly<Record<string, string>>): ReadRow =>
  readRow(new Map(Object.entries(values)), { mapping: MAPPING, zone: SHANGHAI, now: NOW });

describe('a row', () => {
  it('is a sighting', () => {
    expect(
      row({ 内容: ' 停水 ', 时间: '2026-03-02 09:05', 链接: '', 排名: '3', 作者: '某人' }),
    ).toEqual({
      ok: true,
      sighting: {
        text: '停水',
        seenAt: Date.parse('2026-03-02T09:05:00+08:00'),
        ...{ outlet: null, url: null, externalId: null, rank: 3, views: null },
      },
    });
  });

  it('says everything that is wrong with it at once, in both languages', () => {
    const read = row({ 内容: '', 时间: '昨天', 链接: 'javascript:alert(1)', 排名: '第一' });
    expect(read.ok ? [] : read.reasons.map(({ zh }) => zh)).toEqual([
      '内容是空的',
      '发现时间“昨天”不是时间，请写成 2026-03-02 09:05',
      '链接应以 http:// 或 https:// 开头',
      '排名“第一”不是数',
    ]);
    expect(read.ok ? [] : read.reasons.map(({ en }) => en)).toHaveLength(4);
  });

  it('cannot have been seen in the future', () => {
    expect(row({ 内容: '停水', 时间: '2026-03-02 12:10' }).ok).toBe(false);
    expect(row({ 内容: '停水', 时间: '2026-03-02 12:03' }).ok).toBe(true);
  });

  it('keeps a formula as the text that it is', () => {
    const read = row({ 内容: '=HYPERLINK("https://a.example")', 时间: '2026-03-02' });
    expect(read).toMatchObject({ ok: true, sighting: { text: '=HYPERLINK("https://a.example")' } });
  });

  it('is refused when a decoder could not read it', () => {
    expect(row({ 内容: '停\uFFFD', 时间: '2026-03-02' }).ok).toBe(false);
  });
});
