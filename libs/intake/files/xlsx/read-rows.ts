import type { Readable } from 'node:stream';
import { MOST_COLUMNS } from '../table.js';
import { columnOfReference } from './cells.js';
import { dateText } from './dates.js';
import { MergeFiller } from './merges.js';
import type { Merge } from './merges.js';
import type { Workbook } from './workbook.js';
import { readXml } from './xml.js';

export interface SheetRow {
  readonly line: number;
  readonly cells: string[];
}

/** More than a text may have is not looked at, so that one cell cannot fill the memory. */
const MOST_CELL_CHARACTERS = 20_000;

/**
 * The rows of a sheet as they are shown. Of a formula that is the value that was worked out when the file was saved:
 * nothing is calculated here.
 */
export async function* readRows(
  sheet: Readable,
  { texts, isDateStyle, from1904 }: Workbook,
  merges: readonly Merge[],
): AsyncGenerator<SheetRow, undefined> {
  const filler = new MergeFiller(merges);
  let ready: SheetRow[] = [];
  let [line, column, type, style, value, isValue] = [0, -1, '', 0, '', false];
  let cells: string[] = [];
  const shown = (): string => {
    if (type === 's') return texts[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type === 'e') return '';
    const isNumber = type === '' || type === 'n';
    return isNumber && value !== '' && isDateStyle[style] === true
      ? dateText(value, from1904)
      : value;
  };
  const reading = readXml(sheet, {
    open: (name, attributes) => {
      if (name === 'row') {
        line = Number(attributes['r'] ?? line + 1);
        [cells, column] = [[], -1];
      } else if (name === 'c') {
        column = columnOfReference(attributes['r']) ?? column + 1;
        [type, style, value] = [attributes['t'] ?? '', Number(attributes['s'] ?? 0), ''];
      }
      isValue = name === 'v' || name === 't';
    },
    text: (piece) => {
      if (isValue && value.length < MOST_CELL_CHARACTERS) value += piece;
    },
    close: (name) => {
      isValue = false;
      if (name === 'c' && column < MOST_COLUMNS) cells[column] = shown();
      if (name !== 'row') return;
      filler.fill(line, cells);
      ready.push({ line, cells: Array.from(cells, (cell: string | undefined) => cell ?? '') });
    },
  });
  for (let step = await reading.next(); step.done !== true; step = await reading.next()) {
    yield* ready;
    ready = [];
  }
  yield* ready;
}
