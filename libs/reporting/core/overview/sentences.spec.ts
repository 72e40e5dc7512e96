import { describe, expect, it } from '@jest/globals';
import { textOf } from '../narrative/piece.js';
import { Teller } from '../narrative/teller.js';
import type { TellableFigure } from '../narrative/teller.js';
import { overviewSentences } from './sentences.js';

const told = (
  values: Readonly<Record<string, number | Partial<TellableFigure>>>,
  language: 'zh' | 'en' = 'zh',
): string[] => {
  const none = { value: null, previous: null, yearBefore: null };
  const figures = Object.entries(values).map(
    ([key, value]) =>
      [key, typeof value === 'number' ? { ...none, value } : { ...none, ...value }] as const,
  );
  const nameOf = (family: string, member: string): string =>
    family === 'clock' ? (language === 'zh' ? '首次回应' : 'First response') : member;
  return overviewSentences(new Teller(new Map(figures), language), nameOf).map(textOf);
};

describe('the three sentences of the overview', () => {
  it('tell how much there was, what was kept, and what it was about', () => {
    const figures = {
      logged: { value: 42, previous: 40, yearBefore: null },
      ...{ archived: 30, open: 9, 'category.water': 12, 'category.road': 8, 'category.school': 3 },
      ...{ 'category.none': 20, 'category.air': 1, 'severity.I': 1, 'severity.IV': 30 },
      ...{ 'decided.first-response': 20, 'onTime.first-response': 0.9, 'kept.first-response': 18 },
    };
    expect(told(figures)).toEqual([
      '本季度至今登记舆情事件 42 件，环比增加 2 件（+5%）。',
      '归档 30 件，在办 9 件；“首次回应”到期 20 次，按时 90%。',
      '反映较多的是water（12 件）、road（8 件）、school（3 件）。其中Ⅰ级 1 件。',
    ]);
    expect(told(figures, 'en')).toEqual([
      'This quarter so far 42 incidents were logged, 2 more on the period before (+5%).',
      'Archived: 30, open: 9; “First response” fell due 20 times, 90% in time.',
      'Most of it was about water (12), road (8), school (3). Of all: severity I 1.',
    ]);
  });

  it('say plainly that there is nothing', () => {
    expect(told({ logged: 0, archived: 0, open: 0 })).toEqual([
      '本季度至今未登记舆情事件。',
      '归档 0 件，在办 0 件；没有“首次回应”时限到期。',
      '没有可以归类的主题。',
    ]);
  });

  it('name one of one, and give counts where a share would mislead', () => {
    const one = {
      ...{ logged: 1, archived: 0, open: 1, 'category.water': 1 },
      ...{ 'decided.first-response': 3, 'onTime.first-response': 1 / 3, 'kept.first-response': 1 },
    };
    expect(told(one, 'en')).toEqual([
      'This quarter so far 1 incident was logged.',
      'Archived: 0, open: 1; “First response” fell due 3 times, 1 of 3 in time.',
      'Most of it was about water (1).',
    ]);
  });

  it('single none out when many are level, and name none of several that are level with each other', () => {
    const level = (count: number, each: number, from = 0) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`category.c${from + at}`, each]),
      );
    expect(told({ logged: 8, ...level(4, 2) })[2]).toBe('各类别数量接近，没有特别集中的主题。');
    expect(told({ logged: 6, ...level(3, 2) })[2]).toBe(
      '反映较多的是c0（2 件）、c1（2 件）、c2（2 件）。',
    );
    expect(told({ logged: 26, ...level(2, 9), ...level(4, 2, 2) })[2]).toBe(
      '反映较多的是c0（9 件）、c1（9 件）。',
    );
  });
});
