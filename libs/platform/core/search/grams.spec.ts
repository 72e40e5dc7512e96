import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gramsOfWord, searchGrams } from './grams.js';

/** Small enough for words to repeat, wide enough for every kind of neighbour. */
const text = fc.string({
  unit: fc.constantFrom(...'停水了吗PXabc012 ，。·５Ａ😀é[]'),
  maxLength: 40,
});

const isWithin = (few: readonly number[], many: readonly number[]): boolean =>
  few.every((gram) => many.includes(gram));

describe('grams', () => {
  it('finds a Chinese word by pairs of its characters', () => {
    expect(gramsOfWord('停水')).toEqual([(0x505c << 16) | 0x6c34]);
    expect(searchGrams('全县停水三天')).toEqual(expect.arrayContaining(gramsOfWord('停水')));
  });

  it('finds a short Latin word at its beginning, a longer one anywhere', () => {
    const inText = searchGrams('反对PX项目，restored by noon');
    expect(isWithin(gramsOfWord('px'), inText)).toBe(true);
    expect(isWithin(gramsOfWord('store'), inText)).toBe(true);
    expect(isWithin(gramsOfWord('st'), inText)).toBe(false);
  });

  it('finds a number by what stands beside it', () => {
    const inText = searchGrams('坍塌7人受伤，3人');
    expect(isWithin(gramsOfWord('塌7'), inText)).toBe(true);
    expect(isWithin(gramsOfWord('7人'), inText)).toBe(true);
    expect(isWithin(gramsOfWord('塌3'), inText)).toBe(false);
    expect(isWithin(gramsOfWord('伤3'), inText)).toBe(false);
  });

  it('knows no single character', () => {
    expect(gramsOfWord('水')).toEqual([]);
    expect(gramsOfWord('，')).toEqual([]);
  });

  it('crosses no mark: what stands on both sides of a comma is no pair', () => {
    expect(searchGrams('停，水')).toEqual([]);
  });

  it('finds every text that holds a phrase, if it begins where a word does', () => {
    fc.assert(
      fc.property(text, text, text, (before, phrase, after) => {
        const whole = searchGrams(`${before} ${phrase} ${after}`);
        expect(isWithin(gramsOfWord(phrase), whole)).toBe(true);
      }),
    );
  });

  it('keeps every gram within 32 bits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (any) => {
        expect(searchGrams(any).every((gram) => (gram | 0) === gram)).toBe(true);
      }),
    );
  });
});
