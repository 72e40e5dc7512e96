import type { Readable } from 'node:stream';
import { columnOf } from './cells.js';

/** Cells that were merged into one; all of them show what the first one holds. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const MOST = 20_000;
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
/** As long as such an element can be. */
const OVERLAP = 200;

/** Merged cells stand at the end of a sheet, after the rows that need them: so they are looked for first. */
export async function findMerges(sheet: Readable | null): Promise<Merge[]> {
  const merges = new Map<string, Merge>();
  let tail = '';
  if (sheet === null) return [];
  for await (const chunk of sheet as AsyncIterable<Uint8Array>) {
    const text = tail + Buffer.from(chunk).toString('latin1');
    for (const [whole, left = '', top = '', right = '', bottom = ''] of text.matchAll(MERGE)) {
      if (merges.size >= MOST) return [...merges.values()];
      merges.set(whole, {
        top: Number(top),
        bottom: Number(bottom),
        left: columnOf(left),
        right: columnOf(right),
      });
    }
    tail = text.slice(-OVERLAP);
  }
  return [...merges.values()].sort((a, b) => a.top - b.top);
}

/** Fills the cells of merges from their first ones, row by row. */
export class MergeFiller {
  private next = 0;
  private active: (Merge & { readonly value: string })[] = [];

  constructor(private readonly merges: readonly Merge[]) {}

  fill(row: number, cells: string[]): void {
    this.active = this.active.filter(({ bottom }) => bottom >= row);
    for (let merge = this.merges[this.next]; merge !== undefined && merge.top <= row;) {
      const value = merge.top === row ? (cells[merge.left] ?? '') : '';
      if (merge.bottom >= row && value !== '') this.active.push({ ...merge, value });
      this.next += 1;
      merge = this.merges[this.next];
    }
    for (const { left, right, value } of this.active)
      for (let column = left; column <= right; column += 1)
        if ((cells[column] ?? '') === '') cells[column] = value;
  }
}
