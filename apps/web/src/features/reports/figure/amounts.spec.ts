import { describe, expect, it } from '@jest/globals';
import { amountWords, changeWords } from './amounts';

describe('an amount', () => {
  it('says what it is a number of', () => {
    expect(amountWords(1234, 'incidents', 'zh')).toBe('1,234 件');
    expect(amountWords(1234, 'incidents', 'en')).toBe('1,234');
    expect(amountWords(7, 'times', 'zh')).toBe('7 次');
    expect(amountWords(0.8333, 'share', 'zh')).toBe('83.3%');
    expect(amountWords(90, 'minutes', 'zh')).toBe('1 小时 30 分');
  });

  it('is a dash where there is none', () => {
    expect(amountWords(null, 'share', 'zh')).toBe('–');
  });
});

describe('a change', () => {
  it('has a share only where the base is large enough for one', () => {
    expect(changeWords(15, 12, 'incidents', 'zh')).toBe('+3 件（+25.0%）');
    expect(changeWords(9, 12, 'incidents', 'en')).toBe('−3 (−25.0%)');
    expect(changeWords(5, 2, 'incidents', 'zh')).toBe('+3 件');
  });

  it('of a share is in points, of a time in time', () => {
    expect(changeWords(0.8, 0.75, 'share', 'zh')).toBe('+5.0 个百分点');
    expect(changeWords(30, 90, 'minutes', 'zh')).toBe('−1 小时');
  });

  it('is none where nothing changed, and a dash without a base', () => {
    expect(changeWords(12, 12, 'incidents', 'zh')).toBe('持平');
    expect(changeWords(0.80001, 0.8, 'share', 'en')).toBe('unchanged');
    expect(changeWords(12, null, 'incidents', 'zh')).toBe('–');
  });
});
