import { describe, expect, it } from '@jest/globals';
import { amountsOf, kindsApart, readNumeral, timesOf } from './figures.js';
import type { Values } from './figures.js';

const flat = (values: Values): string[] => [...values.values()].flatMap((one) => [...one]);

describe('a numeral', () => {
  it.each([
    ['800', 800],
    ['3.5', 3.5],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二百三十', 230],
    ['一千零五', 1005],
    ['两百', 200],
    ['三四', 34],
    ['百', null],
  ])('%s is %s', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });
});

describe('what a text counts', () => {
  it.each([
    ['放了八百只羊', ['800只']],
    ['放了800只羊', ['800只']],
    ['3万多人停水3天', ['30000人', '3天']],
    ['有一个人说两次', []],
    ['3月5日停水', []],
    ['停水12个小时', ['12小时']],
  ])('%s: %j', (text, expected) => {
    expect(flat(amountsOf(text))).toEqual(expected);
  });
});

describe('when a text says it is', () => {
  it.each([
    ['3月5日起停水', ['3月5日']],
    ['三月五号起停水', ['3月5日']],
    ['2026年周天20点', ['2026年', '20点', '周日']],
    ['今晚08:30停水', ['8点']],
    ['以下3点建议，一点也不假', []],
    ['停水13月40日', []],
  ])('%s: %j', (text, expected) => {
    expect(flat(timesOf(text))).toEqual(expected);
  });
});

describe('two texts are apart in a kind', () => {
  it('of which both name values, and not one in common', () => {
    const apart = (one: string, other: string) => kindsApart(amountsOf(one), amountsOf(other));
    expect(apart('停水3天', '停水5天')).toEqual(['天']);
    expect(apart('停水3天', '停水3天或5天')).toEqual([]);
    expect(apart('停水3天', '停水5户')).toEqual([]);
    expect(apart('停水3天', '停水')).toEqual([]);
  });
});
