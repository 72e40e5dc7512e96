import { mappingProblems, suggestMapping } from '../core/index.js';
import type { Words } from '../core/index.js';
import { UnreadableFile, columnNames, rowOf } from './table.js';
import type { Table, TableRow } from './table.js';
import { Archive } from './xlsx/archive.js';
import { findMerges } from './xlsx/merges.js';
import type { Merge } from './xlsx/merges.js';
import { readRows } from './xlsx/read-rows.js';
import type { SheetRow } from './xlsx/read-rows.js';
import { readWorkbook } from './xlsx/workbook.js';
import type { Workbook } from './xlsx/workbook.js';

/** A heading may stand above the names of the columns; further down nobody puts them. */
const HEAD_ROWS = 10;

export async function readXlsx(path: string): Promise<Table> {
  const archive = await Archive.open(path);
  try {
    const workbook = await readWorkbook(archive);
    const merges = await findMerges(await archive.read(workbook.sheet));
    const sheet = await archive.read(workbook.sheet);
    if (sheet === null)
      throw new UnreadableFile({ zh: '文件里没有工作表', en: 'The file has no sheet.' });
    const rows = readRows(sheet, workbook, merges);
    const { head, columns } = await readHead(rows);
    let last = 0;
    const total = Math.max(1, workbook.texts.length);
    return {
      format: 'xlsx',
      encoding: 'utf-8',
      notes: notesOn(archive, workbook, merges),
      columns,
      rows: rowsOf(archive, head, rows, columns, (line) => {
        last = line;
      }),
      // How many rows there are is not known before the end; the number of texts is near enough for a bar.
      progress: () => Math.min(0.99, last / total),
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

function notesOn(archive: Archive, { sheets }: Workbook, merges: readonly Merge[]): Words[] {
  const macros = {
    zh: '文件带有宏，宏没有读取，也不会运行',
    en: 'The file has macros; they were neither read nor run.',
  };
  const more = {
    zh: `文件有 ${String(sheets)} 张工作表，只读了第一张`,
    en: `The file has ${String(sheets)} sheets; only the first was read.`,
  };
  const merged = {
    zh: '有合并的单元格，每格按左上角的内容读取',
    en: 'There are merged cells; each was read as its first one.',
  };
  return [
    ...(archive.someEndsWith('vbaProject.bin') ? [macros] : []),
    ...(sheets > 1 ? [more] : []),
    ...(merges.length > 0 ? [merged] : []),
  ];
}

/** The rows below the names of the columns, as far as they have been read. */
async function readHead(
  rows: AsyncGenerator<SheetRow, undefined>,
): Promise<{ head: readonly SheetRow[]; columns: readonly string[] }> {
  const read: SheetRow[] = [];
  while (read.length < HEAD_ROWS) {
    const { value } = await rows.next();
    if (value === undefined) break;
    if (value.cells.every((cell) => cell.trim() === '')) continue;
    read.push(value);
    const columns = columnNames(value.cells);
    if (mappingProblems(columns, suggestMapping(columns, {})).length === 0)
      return { head: [], columns };
  }
  const [first, ...below] = read;
  if (first === undefined)
    throw new UnreadableFile({ zh: '工作表是空的', en: 'The sheet is empty.' });
  return { head: below, columns: columnNames(first.cells) };
}

async function* rowsOf(
  archive: Archive,
  head: readonly SheetRow[],
  rest: AsyncIterable<SheetRow>,
  columns: readonly string[],
  onRow: (line: number) => void,
): AsyncGenerator<TableRow> {
  try {
    for (const { line, cells } of head) yield rowOf(line, columns, cells);
    for await (const { line, cells } of rest) {
      onRow(line);
      if (cells.some((cell) => cell.trim() !== '')) yield rowOf(line, columns, cells);
    }
  } finally {
    archive.close();
  }
}
