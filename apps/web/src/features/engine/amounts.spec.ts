import { describe, expect, it } from '@jest/globals';
import { bytesWords, lagWords } from './amounts';

describe('amounts', () => {
  it.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1536, '1.5 KB'],
    [20 * 1024 * 1024, '20 MB'],
    [3 * 1024 ** 4, '3 TB'],
  ])('tells %d bytes as %s', (bytes, words) => {
    expect(bytesWords(bytes, 'en')).toBe(words);
  });

  it('tells lateness in the unit that says something', () => {
    expect(lagWords(39.6)).toBe('40 ms');
    expect(lagWords(1240)).toBe('1.2 s');
  });
});
