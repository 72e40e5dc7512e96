import type { ContentsBlock, Language, NoteBlock, PictureBlock, TableBlock } from '../blocks.js';

/** One paragraph of a paper, by what it is. */
export type PaperBlock =
  | { readonly is: 'heading1' | 'heading2' | 'text' | 'quote'; readonly text: string }
  /** A name and what stands behind it, on one line. */
  | { readonly is: 'fact'; readonly name: string; readonly text: string }
  /** Something that happened: when and who in bold, then what, and its mark in small type. */
  | { readonly is: 'entry'; readonly lead: string; readonly text: string; readonly mark: string }
  /** Hashes and other marks: small, broken anywhere. */
  | { readonly is: 'mark'; readonly name: string; readonly text: string }
  | ContentsBlock
  | NoteBlock
  | PictureBlock
  | TableBlock;

/** What is set as a PDF. Words only: nothing in it is ever read as a command of the typesetter. */
export interface Paper {
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  /** Written into the file, so that the same paper is the same bytes. Epoch milliseconds. */
  readonly madeAt: number;
  readonly blocks: readonly PaperBlock[];
}
