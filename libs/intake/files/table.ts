import type { Words } from '../core/index.js';

/** A row of a file, whatever the file is. */
export interface TableRow {
  /** The line of the text, or the row of the sheet, counted from 1. */
  readonly line: number;
  /** By the names of the columns. */
  readonly values: ReadonlyMap<string, string>;
  /** Why it cannot be read at all. */
  readonly problem: Words | null;
  /** Of a line that could not be taken apart, its beginning. */
  readonly raw?: string;
}

export interface Table {
  readonly format: 'csv' | 'ndjson' | 'xlsx';
  /** As it was found out: `utf-8`, `gb18030`, … */
  readonly encoding: string;
  /** What to know of the file as a whole: macros that were left out, say. */
  readonly notes: readonly Words[];
  /** In their order; for NDJSON those of its first object. */
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<TableRow>;
  /** How far the reading has come: 0 to 1. */
  progress(): number;
}

/** A file that cannot be read as a whole. The message is for whoever sent it. */
export class UnreadableFile extends Error {
  constructor(readonly words: Words) {
    super(words.en);
    this.name = 'UnreadableFile';
  }
}

/** Most columns that are looked at: a file with more is no list of mentions. */
export const MOST_COLUMNS = 200;

/** Column names as they are, each only once: an empty one is named by its place, a second `A` becomes `A (2)`. */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.trim() === '' ? `#${String(index + 1)}` : cell.trim();
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${String(times)})`;
  });
}

/** The cells under the names of their columns, or why they do not fit. */
export function rowOf(
  line: number,
  columns: readonly string[],
  cells: readonly string[],
): TableRow {
  const values = new Map(columns.map((column, index) => [column, cells[index] ?? '']));
  const isTooWide = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  const problem = isTooWide
    ? {
        zh: `这一行有 ${String(cells.length)} 格，表头只有 ${String(columns.length)} 列；内容里的分隔符要用引号括起来`,
        en: `has ${String(cells.length)} cells where the header has ${String(columns.length)}; put text that contains the delimiter into quotes`,
      }
    : null;
  return { line, values, problem };
}
