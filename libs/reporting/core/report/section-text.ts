import { numbersIn } from '../narrative/support.js';
import type { Sayings } from '../narrative/support.js';
import type { Paragraph, Piece } from '../narrative/piece.js';

/** A number in an edited text that no figure supports. */
export interface Unsupported {
  readonly unsupported: true;
  readonly text: string;
}

export type ShownPiece = Piece | Unsupported;
export type ShownParagraph = readonly ShownPiece[];

const NO_SAYINGS: Sayings = new Map();

/** The paragraphs of a text; lines that are blank part them and are none. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * An edited text with its numbers marked: those of figures, and those that nothing supports. The figure that the draft
 * told first is preferred to others of the same value; what the draft itself had from a register (a likelihood, a
 * day) is no number that somebody made up.
 */
export function paragraphsOf(
  text: string,
  sayings: Sayings,
  drafted: readonly Paragraph[],
): ShownParagraph[] {
  const told = drafted.flat().flatMap((piece) => (typeof piece === 'string' ? [] : [piece.figure]));
  const plain = drafted.flat().filter((piece) => typeof piece === 'string');
  const known = new Set(plain.flatMap((piece) => numbersIn(piece, NO_SAYINGS)).map(numberOf));
  return linesOf(text).map((line) => marked(line, sayings, told, known));
}

const numberOf = ({ text }: { readonly text: string }): string => text;

function marked(
  line: string,
  sayings: Sayings,
  told: readonly string[],
  known: ReadonlySet<string>,
): ShownPiece[] {
  const pieces: ShownPiece[] = [];
  let done = 0;
  for (const { start, end, text, figures } of numbersIn(line, sayings)) {
    const figure = told.find((key) => figures.includes(key)) ?? figures[0];
    if (figure === undefined && known.has(text)) continue;
    if (start > done) pieces.push(line.slice(done, start));
    pieces.push(figure === undefined ? { unsupported: true, text } : { figure, text });
    done = end;
  }
  if (done < line.length) pieces.push(line.slice(done));
  return pieces;
}

const isUnsupported = (piece: ShownPiece): piece is Unsupported =>
  typeof piece !== 'string' && 'unsupported' in piece;

export const countUnsupported = (paragraphs: readonly ShownParagraph[]): number =>
  paragraphs.flat().filter(isUnsupported).length;

export const shownText = (paragraphs: readonly ShownParagraph[]): string =>
  paragraphs
    .map((paragraph) =>
      paragraph.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(''),
    )
    .join('\n');
