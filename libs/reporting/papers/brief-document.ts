import type { BriefChart } from '../core/charts/chart.js';
import type { Instant, FigureUnit } from '../core/index.js';

/** A text, or a number with the figure that it is; what else is known of it makes no difference on paper. */
export type PrintedPiece = string | { readonly text: string; readonly figure?: string };

export interface PrintedTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly PrintedPiece[])[];
}

export interface PrintedSection {
  readonly key: string;
  /** `一`, or `1` in English; null for one that is not counted, such as the notes. */
  readonly number: string | null;
  readonly title: string;
  readonly paragraphs: readonly (readonly PrintedPiece[])[];
  readonly tables: readonly PrintedTable[];
  readonly charts: readonly BriefChart[];
}

/** A figure as files for spreadsheets list it. */
export interface PrintedFigure {
  readonly key: string;
  readonly words: string;
  readonly unit: FigureUnit;
  readonly value: number | null;
  readonly previous: number | null;
  readonly yearBefore: number | null;
}

/** Everything that a brief on paper or in a spreadsheet is made of. The same brief makes the same PDF, byte for byte. */
export interface BriefDocument {
  readonly title: string;
  /** Of which period, and whose. */
  readonly subtitle: string;
  readonly language: 'zh' | 'en';
  /** When it was drafted, or issued: it stands in the files. */
  readonly madeAt: Instant;
  /** That it is a draft, that its numbers are provisional, what a new edition changes: told before all else. */
  readonly notes: readonly string[];
  readonly sections: readonly PrintedSection[];
  readonly figures: readonly PrintedFigure[];
}
