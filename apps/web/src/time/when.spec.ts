import { describe, expect, it } from '@jest/globals';
import { daysWords, spanWords, whenWords } from './when';

/** A Monday at 10:00 in Shanghai. */
const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const at = (text: string) => Date.parse(`2026-${text}:00+08:00`);

describe('a moment on the rota', () => {
  it.each([
    ['11-22T20:00', '昨天 20:00', 'yesterday 20:00'],
    ['11-23T00:00', '今天 00:00', 'today 00:00'],
    ['11-24T08:00', '明天 08:00', 'tomorrow 08:00'],
    ['11-25T08:00', '后天 08:00', 'Wed 25 Nov 08:00'],
    ['12-01T08:00', '12月1日 周二 08:00', 'Tue 1 Dec 08:00'],
  ])('%s is %s, %s', (text, zh, en) => {
    expect(whenWords(at(text), 'zh', NOW)).toBe(zh);
    expect(whenWords(at(text), 'en', NOW)).toBe(en);
  });
});

describe('a shift in words', () => {
  it('names the day once when it ends on it', () => {
    expect(spanWords(at('11-24T08:00'), at('11-24T20:00'), 'zh', NOW)).toBe('明天 08:00–20:00');
  });

  it('says next day when it ends on the one after', () => {
    const night = [at('11-23T20:00'), at('11-24T08:00')] as const;
    expect(spanWords(...night, 'zh', NOW)).toBe('今天 20:00 – 次日 08:00');
    expect(spanWords(...night, 'en', NOW)).toBe('today 20:00 – next day 08:00');
  });

  it('names both days of a week', () => {
    expect(spanWords(at('11-24T08:00'), at('12-01T08:00'), 'en', NOW)).toBe(
      'tomorrow 08:00 – Tue 1 Dec 08:00',
    );
  });
});

describe('leave in words', () => {
  it('tells one day as one', () => {
    expect(daysWords(at('11-24T00:00'), at('11-25T00:00'), 'zh', NOW)).toBe('明天');
  });

  it('tells the last day, not the midnight after it', () => {
    expect(daysWords(at('11-24T00:00'), at('12-02T00:00'), 'en', NOW)).toBe('tomorrow – Tue 1 Dec');
  });
});
