import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DistinctKeys } from './distinct-keys.js';

describe('counting different keys', () => {
  it('counts as a Set does', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { maxLength: 200 }), (keys) => {
        const distinct = new DistinctKeys();
        const isNew = [...keys, ...keys].map((key) => distinct.add(key));
        expect(distinct.size).toBe(new Set(keys).size);
        expect(isNew.filter(Boolean)).toHaveLength(distinct.size);
      }),
    );
  });

  it('grows, and knows the key of zeros', () => {
    const distinct = new DistinctKeys();
    const keyOf = (n: number): string => n.toString(16).padStart(16, '0');
    for (let n = 0; n < 20_000; n += 1) expect(distinct.add(keyOf(n))).toBe(true);
    expect(distinct.add(keyOf(0))).toBe(false);
    expect(distinct.add(keyOf(19_999))).toBe(false);
    expect(distinct.size).toBe(20_000);
  });
});
