import { describe, expect, it } from '@jest/globals';
import { claimIn, isSighting, readPaste, sourceOf, timeIn } from './paste';

/** Monday, 2 March 2026, 15:00 in Shanghai. */
const NOW = Date.parse('2026-03-02T15:00:00+08:00');
const at = (local: string) => Date.parse(`${local}+08:00`);

describe('pasting a sighting', () => {
  it('reads a post with its link, time and wording', () => {
    const pasted = [
      '2026-03-02 14:05 来自 某手机客户端',
      '#云溪县停水# 听说云溪县自来水厂被污染了，明天起全城停水三天。大家赶紧囤水',
      'https://weibo.com/123/AbCdE?from=share',
      '转发 12 评论 34 赞 56',
    ].join('\n');
    expect(readPaste(pasted, NOW)).toEqual({
      url: 'https://weibo.com/123/AbCdE?from=share',
      source: '微博',
      seenAt: at('2026-03-02T14:05'),
      text: '#云溪县停水# 听说云溪县自来水厂被污染了，明天起全城停水三天。大家赶紧囤水',
      claim: '云溪县停水 听说云溪县自来水厂被污染了，明天起全城停水三天',
    });
  });

  it('takes a link out of the words that it is glued to', () => {
    const { url, text, source } = readPaste(
      '看这里https://v.douyin.com/iAbC/，学校食堂出事了',
      NOW,
    );
    expect(url).toBe('https://v.douyin.com/iAbC/');
    expect(source).toBe('抖音');
    expect(text).toBe('看这里 ，学校食堂出事了');
  });

  it('keeps no trace of the device it was posted from', () => {
    expect(readPaste('来自 iPhone 17\n路灯坏了半个月', NOW).text).toBe('路灯坏了半个月');
  });

  it('survives nothing at all', () => {
    expect(readPaste('  \n ', NOW)).toEqual({
      url: '',
      source: '',
      seenAt: null,
      text: '',
      claim: '',
    });
  });
});

describe('the source of a link', () => {
  it.each([
    ['https://www.zhihu.com/question/1', '知乎'],
    ['https://tieba.baidu.com/p/1', '百度贴吧'],
    ['https://liuyan.people.com.cn/threads/1', '领导留言板'],
    ['https://m.yunxi.example/news/1', 'yunxi.example'],
    ['https://notweibo.com/1', 'notweibo.com'],
    ['http://', ''],
    ['', ''],
  ])('%s is %s', (url, source) => {
    expect(sourceOf(url)).toBe(source);
  });
});

describe('the time in a text', () => {
  it.each([
    ['2026-02-28 09:12', at('2026-02-28T09:12')],
    ['2026年2月28日 9:12 发布', at('2026-02-28T09:12')],
    ['2026/2/28 09:12', at('2026-02-28T09:12')],
    ['2月28日 21:30', at('2026-02-28T21:30')],
    ['02-28 21:30', at('2026-02-28T21:30')],
    ['今天 09:12', at('2026-03-02T09:12')],
    ['昨天21:30', at('2026-03-01T21:30')],
    ['前天 08:00', at('2026-02-28T08:00')],
    ['10分钟前', NOW - 600_000],
    ['3 小时前', NOW - 10_800_000],
    ['标题\n14:05\n正文', at('2026-03-02T14:05')],
  ])('%s', (text, expected) => {
    expect(timeIn(text, NOW)).toBe(expected);
  });

  it.each(['明天 8:00 停水', '会议 14:05 开始', '2026-13-40 09:12', '3月9日 08:00', '没有时间'])(
    'finds none in "%s"',
    (text) => {
      expect(timeIn(text, NOW)).toBeNull();
    },
  );
});

describe('the claim in a wording', () => {
  it('is the first sentence, shortened', () => {
    expect(claimIn('第一句。第二句')).toBe('第一句');
    expect(claimIn('长'.repeat(80))).toHaveLength(60);
    expect(claimIn('')).toBe('');
  });
});

describe('what counts as a sighting', () => {
  it.each([
    ['https://weibo.com/1', true],
    ['一行\n两行', true],
    ['云溪县', false],
    ['云溪县\n', false],
  ])('%j: %s', (text, expected) => {
    expect(isSighting(text)).toBe(expected);
  });
});
