import type { Piece } from '../narrative/piece.js';

/** A table of a brief; numbers in it are figures too. Cells of a row stand under the heads in their order. */
export interface BriefTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Piece[])[];
}
