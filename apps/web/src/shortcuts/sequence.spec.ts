import { describe, expect, it } from '@jest/globals';
import { nextStep, type Shortcut } from './sequence';

const shortcut = (keys: string): Shortcut => ({ keys, label: keys, run: () => undefined });
const n = shortcut('n');
const gd = shortcut('g d');
const gi = shortcut('g i');
const all = [n, gd, gi];

describe('keyboard shortcuts', () => {
  it('runs a single key at once', () => {
    expect(nextStep(all, '', 'n')).toEqual({ kind: 'run', shortcut: n });
  });

  it('waits after the first key of two', () => {
    expect(nextStep(all, '', 'g')).toEqual({ kind: 'wait', pressed: 'g' });
    expect(nextStep(all, 'g', 'i')).toEqual({ kind: 'run', shortcut: gi });
  });

  it('lets a key that continues nothing begin anew', () => {
    expect(nextStep(all, 'g', 'n')).toEqual({ kind: 'run', shortcut: n });
    expect(nextStep(all, 'g', 'g')).toEqual({ kind: 'wait', pressed: 'g' });
    expect(nextStep(all, 'g', 'z')).toEqual({ kind: 'none' });
  });

  it('gives a key to the page that claimed it last', () => {
    const own = shortcut('n');
    expect(nextStep([...all, own], '', 'n')).toEqual({ kind: 'run', shortcut: own });
  });
});
