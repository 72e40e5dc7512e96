import { describe, expect, it, test } from '@jest/globals';
import { numbersIn, sayingsOf } from './support.js';
import type { SayableFigure } from './support.js';

const figure = (
  value: number,
  unit: SayableFigure['unit'] = 'incidents',
  previous: number | null = null,
) => ({
  ...{ value, unit, previous },
  yearBefore: null,
});

const figures = new Map<string, SayableFigure>([
  ['logged', figure(1240, 'incidents', 1000)],
  ['kind.rumour', figure(310)],
  ['onTime.judge', figure(0.975, 'share')],
  ['medianMinutes.judge', figure(125, 'minutes')],
]);
const sayings = sayingsOf(figures, 'zh');
const found = (text: string) => numbersIn(text, sayings).map((one) => [one.text, ...one.figures]);

describe('numbers in a text that people have edited', () => {
  it('are known again as figures, however they are written', () => {
    expect(found('共登记 1,240 件，其中谣言３１０件，占 25%。')).toEqual([
      ['1,240', 'logged'],
      ['３１０', 'kind.rumour'],
      ['25%', 'kind.rumour'],
    ]);
    expect(found('研判按时率 97.5%，用时中位数 2 小时 5 分。')).toEqual([
      ['97.5%', 'onTime.judge'],
      ['2 小时 5 分', 'medianMinutes.judge'],
    ]);
    expect(found('环比增加 240 件（+24%）')).toEqual([
      ['240', 'logged'],
      ['24%', 'logged'],
    ]);
  });

  it('are marked when no figure supports them', () => {
    expect(found('共登记 1241 件，按时率 98%。')).toEqual([['1241'], ['98%']]);
  });

  test.each(['2026年第1季度', '3月15日9时', '国办发〔2016〕80号', '2026-03-15', '见第 3 章'])(
    'are left alone where they count nothing: %s',
    (text) => {
      expect(found(text.replace('第 3', '第3'))).toEqual([]);
    },
  );

  it('tell where they stand', () => {
    const text = '共 310 件';
    const [one] = numbersIn(text, sayings);
    expect(text.slice(one?.start, one?.end)).toBe('310');
  });
});
