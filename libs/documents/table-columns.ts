import type { TableBlock } from './blocks.js';

export interface Column {
  /** A share of the table's width; those of all columns are 1 together. */
  readonly share: number;
  readonly isNumeric: boolean;
}

/** Half of what stands between two columns, in characters. */
const PADDING = 0.5;
/** A word longer than this may be broken. */
const LONGEST_WORD = 16;
/** A cell as short as this is one word, also where Chinese could be broken: 未完成, Ⅳ级. */
const WHOLE = 4;
/** A table of so many lines goes to the next page rather than being parted. */
const TOGETHER = 24;
/** The width of a table in characters of its small type: 156 mm of 10.5 points. */
const WIDTH = 42;

/**
 * How wide the columns of a table are: each as wide as it needs where there is room, else none narrower than its longest
 * word, and the rest shared out by what is still wanted (as CSS 2.1, 17.5.2.2, lays out tables).
 */
export function columnsOf({ heads, rows }: Pick<TableBlock, 'heads' | 'rows'>): Column[] {
  const columns = heads.map((head, at) => [head, ...rows.map((row) => row[at] ?? '')]);
  const least = columns.map((cells) => 2 * PADDING + Math.max(...cells.map(longestWord)));
  const most = columns.map((cells) => 2 * PADDING + Math.max(...cells.map(widthOf)));
  const widths =
    sum(most) <= WIDTH
      ? most
      : sharedOut(
          least,
          columns.map((cells) => wantedBy(cells)),
        );
  const all = sum(widths);
  return columns.map(([, ...cells], at) => ({
    share: (widths[at] ?? 0) / all,
    isNumeric: cells.length > 0 && cells.every(isNumber),
  }));
}

/** Whether a table is short enough to stand on one page. */
export const staysTogether = (block: Pick<TableBlock, 'heads' | 'rows'>): boolean =>
  sum(linesOf(block)) <= TOGETHER;

/** Whether each row is short enough not to be parted. */
export const hasWholeRows = (block: Pick<TableBlock, 'heads' | 'rows'>): boolean =>
  Math.max(...linesOf(block)) <= TOGETHER;

/** How many lines each row will take. */
function linesOf({ heads, rows }: Pick<TableBlock, 'heads' | 'rows'>): number[] {
  const rooms = columnsOf({ heads, rows }).map(({ share }) => share * WIDTH - 2 * PADDING);
  return [heads, ...rows].map((cells) =>
    Math.max(1, ...rooms.map((room, at) => Math.ceil(widthOf(cells[at] ?? '') / room))),
  );
}

/** One long cell among many short ones does not make a column wide: the mean of squares counts. */
const wantedBy = (cells: readonly string[]): number =>
  2 * PADDING + Math.sqrt(sum(cells.map((cell) => widthOf(cell) ** 2)) / cells.length);

function sharedOut(least: readonly number[], wanted: readonly number[]): readonly number[] {
  const rest = WIDTH - sum(least);
  const missing = wanted.map((width, at) => Math.max(0, width - (least[at] ?? 0)));
  if (rest <= 0 || sum(missing) === 0) return least;
  return least.map((width, at) => width + (rest * (missing[at] ?? 0)) / sum(missing));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** A Chinese character is as wide as it is high; a Latin one is little more than half of that. */
const widthOf = (text: string): number =>
  sum([...text].map((character) => (character <= '\u{2e7f}' ? 0.56 : 1)));

/** Between two Chinese characters a line may end. */
const longestWord = (text: string): number =>
  [...text].length <= WHOLE
    ? widthOf(text)
    : Math.min(
        LONGEST_WORD,
        Math.max(
          0,
          ...text.split(/\s|(?<=[\u{2e80}-\u{10ffff}])|(?=[\u{2e80}-\u{10ffff}])/u).map(widthOf),
        ),
      );

const isNumber = (text: string): boolean => /^[–−+-]?$|^[−+-]?[\d,.]+%?$/u.test(text);
