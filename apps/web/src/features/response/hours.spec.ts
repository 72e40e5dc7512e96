import { describe, expect, it } from '@jest/globals';
import type { ResponseItem } from '../../api/response';
import { hourBars } from './hours';

const NONE = { count: 0, p50Ms: null, p90Ms: null, maxMs: null };
const at = (key: string, p50Ms: number | null): ResponseItem => ({
  key,
  label: `${key}:00`,
  count: 1,
  acknowledge: { ...NONE, p50Ms },
  judge: NONE,
  steps: { mean: null },
  exhausted: 0,
});

describe('the hours of a day', () => {
  it('are 24, each in its place, measured against the slowest', () => {
    const bars = hourBars([at('03', 120_000), at('09', 30_000), at('23', null)]);
    expect(bars.map(({ hour }) => hour)).toEqual(Array.from({ length: 24 }, (_, hour) => hour));
    expect([3, 9, 23, 0].map((hour) => bars[hour]?.share)).toEqual([1, 0.25, 0, 0]);
    expect([3, 0].map((hour) => bars[hour]?.item?.label)).toEqual(['03:00', undefined]);
  });

  it('are flat while nobody has acknowledged anything', () => {
    expect(hourBars([]).every(({ share }) => share === 0)).toBe(true);
  });
});
