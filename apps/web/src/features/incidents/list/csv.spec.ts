import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv';

describe('an exported table', () => {
  it('quotes what needs it', () => {
    expect(csvOf([['a,b', 'say "x"', '行\n行']])).toBe('\uFEFF"a,b","say ""x""","行\n行"\r\n');
  });

  it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\tx'])(
    'never starts a formula: %s',
    (text) => {
      expect(
        csvOf([[text]])
          .replace(/^\uFEFF"?/, '')
          .startsWith("'"),
      ).toBe(true);
    },
  );
});
