import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gramsOf } from './grams.js';

const asText = (gram: number): string => String.fromCharCode((gram >>> 16) & 0xffff, gram & 0xffff);

describe('the grams of a text', () => {
  it('are its pairs of neighbours, each once, none across a blank', () => {
    expect(gramsOf('停水停水 了').map(asText)).toEqual(['停水', '水停']);
    expect(gramsOf('停')).toEqual([]);
  });

  it('are numbers that PostgreSQL can keep, and that stand for one pair only', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const grams = gramsOf(text);
        expect(new Set(grams).size).toBe(grams.length);
        for (const gram of grams) {
          expect(gram | 0).toBe(gram);
          expect(text).toContain(asText(gram));
        }
      }),
    );
  });
});
