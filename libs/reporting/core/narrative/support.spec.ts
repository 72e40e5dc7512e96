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

  test.each([
    ...['2026年第1季度', '3月15日9时', '国办发〔2016〕80号', '2026-03-15', '2026年3月'],
    ...['见第3章', '第5条', '第2款', '第14期', '本月5日', '3月5日至8日', '3月5日、8日和31日'],
    ...['3月5日上午9时', '3月5日9时至18时', '下午3时', '9点', '３月５日９时'],
  ])('are left alone where they count nothing: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['转发5000条', ['5000']],
    ['处罚3款，办班4期，修订6章', ['3', '4', '6']],
    ['历时30日', ['30']],
    ['历时3个月5日', ['3', '5']],
    ['3月5000日', ['5000']],
    ['用去48时', ['48']],
    ['3月5日至90日', ['90']],
    ['当日99时', ['99']],
  ])('are marked where the same sign counts: %s', (text, numbers) => {
    expect(found(text)).toEqual(numbers.map((number) => [number]));
  });

  test.each([
    ['历时 1.5 小时', [['1.5']]],
    ['历时 １．5 小时', [['１．5']]],
    ['历时 1,005 小时', [['1,005']]],
    ['历时 1，005 小时', [['1，005']]],
    ['历时 １5 小时', [['１5']]],
    ['两次，5 小时', [['5 小时', 'medianMinutes.close']]],
    ['耗时,5 小时', [['5 小时', 'medianMinutes.close']]],
  ])('are no time that is only the end of a larger number: %s', (text, numbers) => {
    const times = sayingsOf(
      new Map([
        ['medianMinutes.close', figure(5 * 60, 'minutes')],
        ['medianMinutes.judge', figure(5, 'minutes')],
      ]),
      'zh',
    );
    expect(numbersIn(text, times).map((one) => [one.text, ...one.figures])).toEqual(numbers);
  });

  it('tell where they stand', () => {
    const text = '共 310 件';
    const [one] = numbersIn(text, sayings);
    expect(text.slice(one?.start, one?.end)).toBe('310');
  });
});
