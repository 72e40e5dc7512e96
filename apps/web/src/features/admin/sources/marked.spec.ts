import { describe, expect, it } from '@jest/globals';
import { piecesOf, samplesIn } from './marked';

describe('a sample', () => {
  it('is cut at its marks, and put together again is itself', () => {
    const against = false;
    const text = '小区停水三天';
    const pieces = piecesOf(text, [
      { from: 0, to: 2, against },
      { from: 2, to: 4, against },
    ]);
    expect(pieces.map((piece) => piece.text)).toEqual(['小区', '停水', '三天']);
    expect(pieces.map(({ mark }) => mark !== null)).toEqual([true, true, false]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  it('is shown whole when the marks are those of a longer one', () => {
    expect(piecesOf('停水', [{ from: 3, to: 9, against: false }])).toEqual([
      { text: '停水', mark: null },
    ]);
  });

  it('is one line of what was pasted', () => {
    expect(samplesIn(' 停水 \n\n\n停电\n')).toEqual(['停水', '停电']);
    expect(samplesIn('a\n'.repeat(99))).toHaveLength(50);
  });
});
