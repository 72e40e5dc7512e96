import { describe, expect, it } from '@jest/globals';
import { differenceOf, sideOf } from './difference';

const textOf = (pieces: readonly { text: string }[]): string =>
  pieces.map(({ text }) => text).join('');

describe('the difference between two versions', () => {
  const before = '经检测，各项指标合格。';
  const after = '经复检，一项指标超标，已整改。';
  const pieces = differenceOf(before, after);

  it('gives each version back on its side', () => {
    expect(textOf(sideOf(pieces, 'before'))).toBe(before);
    expect(textOf(sideOf(pieces, 'after'))).toBe(after);
  });

  it('marks what was removed and what was added', () => {
    expect(pieces.filter(({ kind }) => kind === 'same').length).toBeGreaterThan(1);
    expect(textOf(pieces.filter(({ kind }) => kind === 'added'))).toContain('超标');
    expect(textOf(pieces.filter(({ kind }) => kind === 'removed'))).toContain('合格');
  });

  it('of equal texts is none', () => {
    expect(differenceOf(before, before).map(({ kind }) => kind)).toEqual(['same']);
  });
});
