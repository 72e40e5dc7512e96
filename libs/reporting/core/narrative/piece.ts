/** A number in a text, with the figure that it is. */
export interface Told {
  readonly figure: string;
  readonly text: string;
}

export type Piece = string | Told;

/** One paragraph of a section. */
export type Paragraph = readonly Piece[];

export const textOf = (paragraph: Paragraph): string =>
  paragraph.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

/** Pieces of text that follow each other become one. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (typeof piece === 'string' && typeof last === 'string')
      whole[whole.length - 1] = last + piece;
    else if (piece !== '') whole.push(piece);
  }
  return whole;
}
