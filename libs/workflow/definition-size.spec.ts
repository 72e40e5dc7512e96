import { describe, expect, it } from '@jest/globals';
import { whyTooLarge } from './definition-size.js';

const nested = (depth: number): unknown => {
  let value: unknown = 'end';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

describe('a definition sent for checking', () => {
  it.each([
    ['an ordinary one', { name: 'leave', states: { open: { label: { zh: '开', en: 'Open' } } } }],
    ['one of the allowed depth', nested(64)],
    ['something that is no definition at all', 42],
  ])('is let through: %s', (_, document) => {
    expect(whyTooLarge(document)).toBeNull();
  });

  it.each([
    ['nested deeper than any stack', nested(200_000), 'nested'],
    ['with too many values', Array.from({ length: 8_000 }, () => 0), 'values'],
    ['with too much text', { name: 'x'.repeat(256 * 1024) }, 'characters'],
    ['with too long names', { ['x'.repeat(300_000)]: 1 }, 'characters'],
  ])('is refused: %s', (_, document, word) => {
    expect(whyTooLarge(document)).toContain(word);
  });
});
