import { mappingProblems, suggestMapping } from '../core/index.js';
import type { ColumnMapping } from '../core/index.js';
import { openTable } from '../files/open-table.js';
import type { TableRow } from '../files/table.js';
import type { FileRowView, FilePreviewView } from './import.dto.js';

/** Enough to see which column is what. */
const ROWS = 5;
const LONGEST_CELL = 200;

/**
 * Looks into a file, or into its beginning: its columns, what each is taken for, and the first rows. Nothing is kept.
 * Throws `UnreadableFile` when nothing of it can be read.
 */
export async function previewFile(
  path: string,
  remembered: ColumnMapping,
  clean: (text: string) => string,
): Promise<FilePreviewView> {
  const table = await openTable(path);
  const { format, encoding, columns } = table;
  const mapping = suggestMapping(columns, remembered);
  const rows: FileRowView[] = [];
  // Leaving the loop closes the file.
  for await (const row of table.rows) {
    rows.push(presentRow(row, columns, clean));
    if (rows.length === ROWS) break;
  }
  return {
    ...{ format, encoding, rows },
    notes: [...table.notes],
    columns: [...columns],
    mapping: { ...mapping },
    problems: mappingProblems(columns, mapping),
  };
}

function presentRow(
  { line, values, problem, raw }: TableRow,
  columns: readonly string[],
  clean: (text: string) => string,
): FileRowView {
  const shown = (text: string): string => clean(text).slice(0, LONGEST_CELL);
  const cells =
    values.size === 0
      ? [shown(raw ?? '')]
      : columns.map((column) => shown(values.get(column) ?? ''));
  return { line, cells, problem };
}
