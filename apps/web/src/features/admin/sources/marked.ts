import type { Mark } from '../../../api/sources';

export interface Piece {
  readonly text: string;
  /** Null: plain text between. */
  readonly mark: Mark | null;
}

/** A text cut at its marks, which are in order and apart. Those of an older text are left out. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.from < at || mark.to > text.length) continue;
    if (mark.from > at) pieces.push({ text: text.slice(at, mark.from), mark: null });
    pieces.push({ text: text.slice(mark.from, mark.to), mark });
    at = mark.to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: null });
  return pieces;
}

/** The server takes no more, and nobody reads more. */
const MOST_SAMPLES = 50;

export const samplesIn = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim().slice(0, 5000))
    .filter((line) => line !== '')
    .slice(0, MOST_SAMPLES);
