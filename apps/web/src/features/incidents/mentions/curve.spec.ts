import { describe, expect, it } from '@jest/globals';
import type { Mention } from '../../../api/incident-types';
import { bucketWord, curveOf } from './curve';

const seen = (hour: number, rank: number | null = null): Mention => ({
  id: String(hour),
  source: '论坛',
  url: null,
  text: '',
  wordingRemovedAt: null,
  seenAt: new Date(Date.UTC(2026, 2, 2, 0, hour * 60)).toISOString(),
  rank,
  views: null,
});

describe('the curve of mentions', () => {
  it('counts what was seen, in lengths that people think in', () => {
    const curve = curveOf([seen(5), seen(0), seen(0.1), seen(5.05)]);
    expect(curve).toMatchObject({ kind: 'counts', bucket: 10 * 60_000 });
    expect(curve?.kind === 'counts' && curve.bars.filter((bar) => bar > 0)).toEqual([2, 2]);
  });

  it('never draws more bars than fit', () => {
    const curve = curveOf([seen(0), seen(24 * 700)]);
    expect(curve?.kind === 'counts' && curve.bars.length).toBeLessThanOrEqual(41);
  });

  it('shows ranks where lists were watched', () => {
    expect(curveOf([seen(0, 9), seen(1, 4), seen(2, 7), seen(3)])).toMatchObject({
      kind: 'ranks',
      points: [{ rank: 9 }, { rank: 4 }, { rank: 7 }],
    });
  });

  it('draws nothing of a single instant', () => {
    expect(curveOf([])).toBeNull();
    expect(curveOf([seen(1), seen(1)])).toBeNull();
  });

  it('names the length of a bar', () => {
    expect(bucketWord(30 * 60_000)).toEqual(['bucket.minutes', 30]);
    expect(bucketWord(6 * 3_600_000)).toEqual(['bucket.hours', 6]);
    expect(bucketWord(2 * 86_400_000)).toEqual(['bucket.days', 2]);
  });
});
