import { stat } from 'node:fs/promises';
import { CsvReader, delimiterOf } from '../core/index.js';
import type { CsvRecord, Words } from '../core/index.js';
import { encodingOf } from './encoding.js';
import { readText } from './read-text.js';
import { MOST_COLUMNS, UnreadableFile, columnNames, rowOf } from './table.js';
import type { Table, TableRow } from './table.js';

const PROBLEMS: Readonly<Record<NonNullable<CsvRecord['problem']>, Words>> = {
  'too-long': {
    zh: '这一行太长，不是一条线索',
    en: 'is too long to be a mention',
  },
  'open-quote': {
    zh: '引号没有成对，请检查这一行的引号',
    en: 'has a quote that does not close',
  },
};

export async function readCsv(path: string): Promise<Table> {
  const [encoding, { size }] = await Promise.all([encodingOf(path), stat(path)]);
  const file = readText(path, encoding);
  const records = recordsOf(file.chunks);
  const header = await firstRecord(records);
  const columns = columnNames(header.cells);
  return {
    format: 'csv',
    encoding,
    notes: [],
    columns,
    rows: rowsOf(records, columns),
    progress: () => file.bytesRead() / Math.max(1, size),
  };
}

const isBlank = ({ cells, problem }: CsvRecord): boolean =>
  problem === null && cells.every((cell) => cell.trim() === '');

async function* recordsOf(chunks: AsyncIterable<string>): AsyncGenerator<CsvRecord, undefined> {
  let reader: CsvReader | null = null;
  for await (const chunk of chunks) {
    reader ??= new CsvReader(delimiterOf(chunk));
    yield* reader.push(chunk);
  }
  if (reader !== null) yield* reader.end();
}

async function firstRecord(records: AsyncGenerator<CsvRecord, undefined>): Promise<CsvRecord> {
  // Not `for await`, which would close the records after the first.
  for (;;) {
    const { value } = await records.next();
    if (value === undefined)
      throw new UnreadableFile({ zh: '文件是空的', en: 'The file is empty.' });
    if (isBlank(value)) continue;
    if (value.problem !== null || value.cells.length > MOST_COLUMNS)
      throw new UnreadableFile({
        zh: '第一行应为列名，读不出来',
        en: 'The first line must name the columns, and cannot be read.',
      });
    return value;
  }
}

async function* rowsOf(
  records: AsyncIterable<CsvRecord>,
  columns: readonly string[],
): AsyncGenerator<TableRow> {
  for await (const record of records) {
    const { line, cells, problem } = record;
    if (isBlank(record)) continue;
    yield problem === null
      ? rowOf(line, columns, cells)
      : { line, values: new Map(), problem: PROBLEMS[problem], raw: cells[0] ?? '' };
  }
}
