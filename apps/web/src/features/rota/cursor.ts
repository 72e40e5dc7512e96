import type { Position } from '../../api/types';
import type { Cell, Row } from './cells';

/** A cell by its position and its number in that row. */
export interface Place {
  readonly position: Position;
  readonly index: number;
}

/** Cells of one position from where a range was begun to where it has got. */
export interface Range {
  readonly position: Position;
  readonly anchor: number;
  readonly head: number;
}

const WEEK = 7;

export function cellAt(rows: readonly Row[], { position, index }: Place): Cell | undefined {
  return rows.find((row) => row.position === position)?.cells[index];
}

/** Where a key leads. Rows of a month are weeks below each other: below the last position lies the next week. */
export function moved(
  rows: readonly Row[],
  at: Place,
  key: string,
  inWeeks: boolean,
): Place | null {
  const along = (by: number): Place | null => {
    const index = at.index + by;
    return cellAt(rows, { ...at, index }) ? { ...at, index } : null;
  };
  switch (key) {
    case 'ArrowLeft':
      return along(-1);
    case 'ArrowRight':
      return along(1);
    case 'ArrowUp':
      return across(rows, at, -1, inWeeks);
    case 'ArrowDown':
      return across(rows, at, 1, inWeeks);
    case 'Home':
      return along(inWeeks ? -(at.index % WEEK) : -at.index);
    case 'End':
      return along(inWeeks ? WEEK - 1 - (at.index % WEEK) : lastOf(rows, at) - at.index);
    case 'PageUp':
      return inWeeks ? along(-WEEK) : null;
    case 'PageDown':
      return inWeeks ? along(WEEK) : null;
    default:
      return null;
  }
}

const lastOf = (rows: readonly Row[], { position }: Place): number =>
  (rows.find((row) => row.position === position)?.cells.length ?? 0) - 1;

/** To the row of the next position, at the same time. */
function across(rows: readonly Row[], at: Place, by: 1 | -1, inWeeks: boolean): Place | null {
  const here = rows.findIndex(({ position }) => position === at.position);
  const next = rows[here + by];
  if (next) return { position: next.position, index: atTimeOf(rows, at, next) };
  const edge = rows[by === 1 ? 0 : rows.length - 1];
  if (!inWeeks || !edge) return null;
  const wrapped = { position: edge.position, index: at.index + by * WEEK };
  return cellAt(rows, wrapped) ? wrapped : null;
}

function atTimeOf(rows: readonly Row[], at: Place, row: Row): number {
  if (row.cells.length === rows.find(({ position }) => position === at.position)?.cells.length)
    return at.index;
  const from = cellAt(rows, at)?.from ?? 0;
  return Math.max(
    0,
    row.cells.findLastIndex((cell) => cell.from <= from),
  );
}

/** A range never leaves its row: it becomes one override of one position. */
export function extended(range: Range, rows: readonly Row[], key: string, inWeeks: boolean): Range {
  const vertical = key === 'ArrowUp' || key === 'ArrowDown';
  const along = vertical ? (key === 'ArrowUp' ? 'PageUp' : 'PageDown') : key;
  const next = moved(rows, { position: range.position, index: range.head }, along, inWeeks);
  return next ? { ...range, head: next.index } : range;
}

export function isWithin({ position, anchor, head }: Range, place: Place): boolean {
  const [first, last] = anchor < head ? [anchor, head] : [head, anchor];
  return place.position === position && place.index >= first && place.index <= last;
}

export interface Selected {
  readonly position: Position;
  readonly from: number;
  readonly to: number;
}

/** The whole time of a range; null when its cells are gone. */
export function spanOf(rows: readonly Row[], range: Range): Selected | null {
  const cells = rows.find(({ position }) => position === range.position)?.cells ?? [];
  const [first, last] = [Math.min(range.anchor, range.head), Math.max(range.anchor, range.head)];
  const [from, to] = [cells[first]?.from, cells[last]?.to];
  return from === undefined || to === undefined ? null : { position: range.position, from, to };
}
