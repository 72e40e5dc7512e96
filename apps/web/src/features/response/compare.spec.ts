import { describe, expect, it } from '@jest/globals';
import type { ResponseItem } from '../../api/response';
import { compare } from './compare';

const NONE = { count: 0, p50Ms: null, p90Ms: null, maxMs: null };
const median = (p50Ms: number | null): ResponseItem => ({
  key: 'all',
  label: 'all',
  count: 0,
  acknowledge: { ...NONE, p50Ms },
  judge: NONE,
  steps: { mean: null },
  exhausted: 0,
});

describe('the median against the one before', () => {
  it.each([
    [200_000, 240_000, { kind: 'faster', byMs: 40_000 }],
    [240_000, 200_000, { kind: 'slower', byMs: 40_000 }],
    [200_000, 200_999, { kind: 'same', byMs: 999 }],
    [200_000, null, null],
    [null, 200_000, null],
  ])('%s after %s', (now, before, expected) => {
    expect(compare(median(now), median(before))).toEqual(expected);
  });

  it('is not said before the earlier one has come', () => {
    expect(compare(median(1), undefined)).toBeNull();
  });
});
