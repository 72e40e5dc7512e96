import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseText } from './normalise-text.js';

it.each([
  ['e\u0301', 'é'],
  ['一\r\n二\r三\n四', '一\n二\n三\n四'],
  ['\u3000 清源 \n', '清源'],
  ['１２３', '１２３'],
])('%j becomes %j', (text, normal) => {
  expect(normaliseText(text)).toBe(normal);
});

it('normalising twice is normalising once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normaliseText(text);
      expect(normaliseText(once)).toBe(once);
    }),
  );
});
