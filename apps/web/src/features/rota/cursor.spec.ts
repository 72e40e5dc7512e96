import { describe, expect, it } from '@jest/globals';
import type { Position } from '../../api/types';
import type { Row } from './cells';
import { extended, isWithin, moved, spanOf } from './cursor';

const row = (position: Position, starts: readonly number[], length: number): Row => ({
  position,
  cells: starts.map((from) => ({ position, from, to: from + length, parts: [] })),
});
const days = Array.from({ length: 14 }, (_, index) => index * 24);
const MONTH: readonly Row[] = [row('officer', days, 24), row('leader', days, 24)];
const WEEK: readonly Row[] = [row('officer', [0, 8, 16], 8), row('leader', [0], 24)];

describe('arrows', () => {
  it.each([
    ['ArrowRight', 'officer', 4],
    ['ArrowLeft', 'officer', 2],
    ['ArrowDown', 'leader', 3],
    ['Home', 'officer', 0],
    ['End', 'officer', 6],
    ['PageDown', 'officer', 10],
  ])('%s leads from the fourth officer to %s %d', (key, position, index) => {
    expect(moved(MONTH, { position: 'officer', index: 3 }, key, true)).toEqual({ position, index });
  });

  it('go on in the next week below the last position, and back', () => {
    expect(moved(MONTH, { position: 'leader', index: 3 }, 'ArrowDown', true)).toEqual({
      position: 'officer',
      index: 10,
    });
    expect(moved(MONTH, { position: 'officer', index: 10 }, 'ArrowUp', true)).toEqual({
      position: 'leader',
      index: 3,
    });
  });

  it('stop at the edges', () => {
    expect(moved(MONTH, { position: 'officer', index: 0 }, 'ArrowLeft', true)).toBeNull();
    expect(moved(MONTH, { position: 'officer', index: 0 }, 'ArrowUp', true)).toBeNull();
    expect(moved(WEEK, { position: 'leader', index: 0 }, 'ArrowDown', false)).toBeNull();
  });

  it('find the stretch at the same time when positions turn at different hours', () => {
    expect(moved(WEEK, { position: 'officer', index: 2 }, 'ArrowDown', false)).toEqual({
      position: 'leader',
      index: 0,
    });
  });
});

describe('a range', () => {
  const range = { position: 'officer', anchor: 3, head: 3 } as const;

  it('grows and shrinks in its own row', () => {
    const longer = extended(range, MONTH, 'ArrowRight', true);
    expect(longer.head).toBe(4);
    expect(extended(longer, MONTH, 'ArrowLeft', true)).toEqual(range);
    expect(extended(range, MONTH, 'ArrowDown', true).head).toBe(10);
    expect(isWithin(longer, { position: 'officer', index: 4 })).toBe(true);
    expect(isWithin(longer, { position: 'leader', index: 4 })).toBe(false);
  });

  it('covers all of its cells, also backwards', () => {
    expect(spanOf(MONTH, { ...range, head: 1 })).toEqual({
      position: 'officer',
      from: 24,
      to: 96,
    });
    expect(spanOf(MONTH, { ...range, head: 99 })).toBeNull();
  });
});
