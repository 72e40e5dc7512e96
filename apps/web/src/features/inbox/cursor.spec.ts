import { describe, expect, it } from '@jest/globals';
import { START, indexOf, moved, targets, toggled } from './cursor';

const IDS = ['a', 'b', 'c', 'd'];

describe('the cursor of the inbox', () => {
  it('begins at the top and stays within the list', () => {
    expect(indexOf(START, IDS)).toBe(0);
    expect(moved(START, IDS, -1)).toEqual({ id: 'a', index: 0 });
    expect(moved({ id: 'd', index: 3 }, IDS, 1)).toEqual({ id: 'd', index: 3 });
    expect(indexOf(START, [])).toBe(-1);
  });

  it('stays with its mention when others come above it', () => {
    expect(indexOf({ id: 'b', index: 1 }, ['x', ...IDS])).toBe(2);
  });

  it('stays in its place when its mention has gone', () => {
    expect(indexOf({ id: 'b', index: 1 }, ['a', 'c', 'd'])).toBe(1);
    expect(indexOf({ id: 'd', index: 3 }, ['a', 'b', 'c'])).toBe(2);
  });
});

describe('what an act is about', () => {
  it('is what is selected, else what the cursor is on', () => {
    expect(targets(new Set(['d', 'a']), START, IDS)).toEqual(['a', 'd']);
    expect(targets(new Set(), { id: 'c', index: 2 }, IDS)).toEqual(['c']);
    expect(targets(new Set(['gone']), START, IDS)).toEqual(['a']);
    expect(targets(new Set(), START, [])).toEqual([]);
  });

  it('is selected and let go with the same key', () => {
    const once = toggled(new Set(), 'a');
    expect([...once]).toEqual(['a']);
    expect([...toggled(once, 'a')]).toEqual([]);
  });
});
