import { stat } from 'node:fs/promises';
import { LineReader } from '../core/index.js';
import type { Line, Words } from '../core/index.js';
import { encodingOf } from './encoding.js';
import { readText } from './read-text.js';
import { MOST_COLUMNS, UnreadableFile } from './table.js';
import type { Table, TableRow } from './table.js';

/** So many broken lines at the beginning, and it is no NDJSON at all. */
const PATIENCE = 100;

export async function readNdjson(path: string): Promise<Table> {
  const [encoding, { size }] = await Promise.all([encodingOf(path), stat(path)]);
  const file = readText(path, encoding);
  const rows = rowsOf(file.chunks);
  const { read, columns } = await readAhead(rows);
  return {
    format: 'ndjson',
    encoding,
    notes: [],
    columns,
    rows: after(read, rows),
    progress: () => file.bytesRead() / Math.max(1, size),
  };
}

/** Rows up to the first good one, which says what there is to find. */
async function readAhead(
  rows: AsyncGenerator<TableRow, undefined>,
): Promise<{ read: TableRow[]; columns: string[] }> {
  const read: TableRow[] = [];
  while (read.length < PATIENCE) {
    const { value } = await rows.next();
    if (value === undefined) break;
    read.push(value);
    if (value.problem === null) return { read, columns: [...value.values.keys()] };
  }
  throw new UnreadableFile({
    zh: '没有一行是 JSON 对象（NDJSON：每行一个）',
    en: 'No line is a JSON object (NDJSON: one on each line).',
  });
}

async function* after(
  read: readonly TableRow[],
  rest: AsyncIterable<TableRow>,
): AsyncGenerator<TableRow> {
  yield* read;
  yield* rest;
}

async function* rowsOf(chunks: AsyncIterable<string>): AsyncGenerator<TableRow, undefined> {
  const reader = new LineReader();
  for await (const chunk of chunks) for (const line of reader.push(chunk)) yield* rowOfLine(line);
  for (const line of reader.end()) yield* rowOfLine(line);
}

function* rowOfLine({ line, text, isTooLong }: Line): Generator<TableRow> {
  if (text.trim() === '') return;
  const bad = (problem: Words): TableRow => ({
    ...{ line, values: new Map(), problem },
    raw: text.slice(0, 200),
  });
  if (isTooLong) yield bad({ zh: '这一行太长，不是一条线索', en: 'is too long to be a mention' });
  else {
    const value = parse(text);
    yield value === null
      ? bad({ zh: '不是 JSON 对象', en: 'is not a JSON object' })
      : { line, values: valuesOf(value), problem: null };
  }
}

function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** Texts, numbers and truth values, as text. Lists and objects within are not looked into. */
function valuesOf(object: object): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(object).slice(0, MOST_COLUMNS) as [
    string,
    unknown,
  ][]) {
    if (typeof value === 'string') values.set(name, value);
    else if (typeof value === 'number' || typeof value === 'boolean')
      values.set(name, String(value));
    else if (value === null) values.set(name, '');
  }
  return values;
}
