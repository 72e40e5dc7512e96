import { describe, expect, it } from '@jest/globals';
import { agoWords, durationWords, remainingWords, shareUsed, timeState } from './remaining';

const S = 1_000;
const M = 60 * S;
const H = 60 * M;
const D = 24 * H;

describe('remaining time in words', () => {
  it.each([
    [15 * D + 3 * H, '还剩 15 天', '15 d left'],
    [2 * D, '还剩 2 天', '2 d left'],
    [2 * D - 1, '还剩 47 小时', '47 h left'],
    [3 * H, '还剩 3 小时', '3 h left'],
    [3 * H - 1, '还剩 2 小时 59 分', '2 h 59 min left'],
    [H, '还剩 1 小时', '1 h left'],
    [H - 1, '还剩 59 分', '59 min left'],
    [10 * M, '还剩 10 分', '10 min left'],
    [4 * M + 12 * S, '还剩 4 分 12 秒', '4 min 12 s left'],
    [4 * M, '还剩 4 分', '4 min left'],
    [42 * S + 999, '还剩 42 秒', '42 s left'],
    [1, '还剩 0 秒', '0 s left'],
    [0, '已超 0 秒', '0 s over'],
    [-42 * S, '已超 42 秒', '42 s over'],
    [-(2 * M + 30 * S), '已超 2 分', '2 min over'],
    [-(2 * H + 59 * M), '已超 2 小时', '2 h over'],
    [-3 * D, '已超 3 天', '3 d over'],
  ])('%d ms: %s', (ms, zh, en) => {
    expect(remainingWords(ms, 'zh')).toBe(zh);
    expect(remainingWords(ms, 'en')).toBe(en);
  });

  it('never claims more time than there is', () => {
    for (let ms = 1; ms < 4 * D; ms = Math.ceil(ms * 1.37)) {
      const words = remainingWords(ms, 'en').replace(' left', '');
      const unit = { d: D, h: H, min: M, s: S };
      const claimed = [...words.matchAll(/(\d+) (d|h|min|s)\b/g)].reduce(
        (sum, [, count, name]) => sum + Number(count) * unit[name as keyof typeof unit],
        0,
      );
      expect(claimed).toBeLessThanOrEqual(ms);
    }
  });
});

describe('time state', () => {
  it.each([
    [0, 'on'],
    [79, 'on'],
    [80, 'soon'],
    [99, 'soon'],
    [100, 'late'],
    [500, 'late'],
  ])('at %d, warned from 80 and due at 100, it is %s', (now, state) => {
    expect(timeState(80, 100, now)).toBe(state);
  });

  it('keeps the bar between empty and full', () => {
    expect([shareUsed(0, 100, -5), shareUsed(0, 100, 25), shareUsed(0, 100, 130)]).toEqual([
      0, 0.25, 1,
    ]);
    expect(shareUsed(100, 100, 0)).toBe(1);
  });
});

describe('lengths and distances', () => {
  it('speaks of a length without a direction', () => {
    expect(durationWords(90 * M, 'zh')).toBe('1 小时 30 分');
    expect(durationWords(-5, 'en')).toBe('0 s');
  });

  it('says nothing of less than a minute', () => {
    expect(agoWords(59 * S, 'zh')).toBeNull();
    expect(agoWords(5 * M + 20 * S, 'zh')).toBe('5 分前');
    expect(agoWords(26 * H, 'en')).toBe('26 h ago');
  });
});
