import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markWords } from './marked.js';

const written = (text: string, words: readonly string[], most = 200): string =>
  markWords(text, words, most)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('marked words', () => {
  it('are marked wherever they stand, whatever their case', () => {
    expect(written('PX项目停水，px', ['px', '停水'])).toBe('[PX]项目[停水]，[px]');
  });

  it('that overlap are marked once', () => {
    expect(written('自来水厂停水', ['自来水', '水厂', '水厂停'])).toBe('[自来水]厂停水');
  });

  it('of a long text, the surroundings of the first hit are shown', () => {
    const text = `${'前'.repeat(100)}停水${'后'.repeat(100)}`;
    const shown = written(text, ['停水'], 50);
    expect(shown).toBe(`…${'前'.repeat(20)}[停水]${'后'.repeat(28)}…`);
  });

  it('put together are a part of the text, and no character is cut in two', () => {
    const piece = fc.string({ unit: fc.constantFrom(...'停水a😀İ'), maxLength: 60 });
    fc.assert(
      fc.property(piece, piece, fc.integer({ min: 30, max: 50 }), (text, word, most) => {
        const pieces = markWords(text, word === '' ? [] : [word.slice(0, 2).toLowerCase()], most);
        const shown = pieces
          .filter((one) => one.text !== '…')
          .map((one) => one.text)
          .join('');
        expect(text).toContain(shown);
        expect(shown.isWellFormed()).toBe(true);
        expect(shown.length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
