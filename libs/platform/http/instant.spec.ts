import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { Instant } from './instant.js';

class Body {
  @Instant()
  at: unknown;
}

const isAccepted = (at: unknown): boolean =>
  validateSync(Object.assign(new Body(), { at })).length === 0;

describe('a moment in time', () => {
  it.each(['2026-03-02T09:00:00+08:00', '2026-03-02T01:00Z', '2024-02-29T23:59:59.999Z'])(
    '%s is one, and the same everywhere',
    (text) => {
      expect(isAccepted(text)).toBe(true);
      expect(new Date(text).getTime()).not.toBeNaN();
    },
  );

  it.each([
    '2026-03-02T09:00:00',
    '2026-03-02',
    '2026-02-30T00:00:00Z',
    '2026-03-02T25:00:00Z',
    '2026-03-02T09:00:00+99:00',
    '+275760-09-13T00:00:00Z',
    '2026-W10-1T09:00:00Z',
    'tomorrow',
    '',
    1_772_413_200_000,
    null,
    undefined,
    ['2026-03-02T09:00:00Z'],
  ])('%j is none', (value) => {
    expect(isAccepted(value)).toBe(false);
  });
});
