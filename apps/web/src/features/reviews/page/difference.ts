import { diffArrays } from 'diff';

export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words of any language: Chinese has no blanks between them. */
const words = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment);

/** What became of one text in the other, word by word. */
export function differenceOf(before: string, after: string): Piece[] {
  return diffArrays(wordsOf(before), wordsOf(after)).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** One side of a comparison: the former text, or the new one. */
export const sideOf = (pieces: readonly Piece[], side: 'before' | 'after'): Piece[] =>
  pieces.filter(({ kind }) => kind !== (side === 'before' ? 'added' : 'removed'));
