/** Columns of words; a column of numbers is set to the right. Numbered and captioned by whoever sets it. */
export interface TableBlock {
  readonly is: 'table';
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart for ECharts, as plain data, drawn as wide as the text area. */
export interface PictureBlock {
  readonly is: 'picture';
  readonly caption: string;
  /** What is to be seen, in words. */
  readonly alt: string;
  /** In pixels, of which `PICTURE_WIDTH` are as wide as the text area. */
  readonly height: number;
  readonly option: Readonly<Record<string, unknown>>;
}

/** The headings of the first level with their pages. */
export interface ContentsBlock {
  readonly is: 'contents';
  readonly title: string;
}

/** What has to be known of the document before it is read: small, between lines. */
export interface NoteBlock {
  readonly is: 'note';
  readonly text: string;
}

export type Language = 'zh' | 'en';

/** 156 mm; type of 14 pixels is 10.5 points high. */
export const PICTURE_WIDTH = 590;

/** What pictures and tables are called in their captions. */
export const CALLED = {
  picture: { zh: '图', en: 'Figure' },
  table: { zh: '表', en: 'Table' },
} as const;
