import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseClaim } from './normalise.js';

describe('a claim as it is compared', () => {
  it.each([
    ['１２３ＡＢＣ', '123abc'],
    ['停水了！！！😱😱', '停水了'],
    ['#停水# 云溪县，停水。', '停水 云溪县 停水'],
    ['看这里https://a.example/x?y=1，停水', '看这里 停水'],
    ['请拨打[电话]举报', '请拨打 举报'],
    ['', ''],
    ['。。。', ''],
  ])('%j is %j', (text, expected) => {
    expect(normaliseClaim(text)).toBe(expected);
  });

  it('stays as it is when it is normalised again', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(texts, (text) => {
        const once = normaliseClaim(text);
        expect(normaliseClaim(once)).toBe(once);
      }),
    );
  });
});
