import { describe, expect, it } from '@jest/globals';
import { driftAt } from './drift';

const MINUTE = 60_000;
const overADay = Array.from({ length: 24 * 60 }, (_, minute) => driftAt(minute * MINUTE));

describe('a wall against burn-in', () => {
  it('moves with each minute or nearly so, a little, and within its frame', () => {
    overADay.slice(1).forEach(({ x, y }, index) => {
      const before = overADay[index] ?? { x: 0, y: 0 };
      expect(Math.abs(x - before.x) + Math.abs(y - before.y)).toBeLessThanOrEqual(4);
    });
    for (const axis of ['x', 'y'] as const) {
      const places = overADay.map((drift) => drift[axis]);
      expect([Math.min(...places), Math.max(...places)]).toEqual([0, expect.any(Number)]);
      expect(Math.max(...places)).toBeGreaterThan(20);
    }
  });

  it('leaves nothing where it was for long', () => {
    const visits = new Map<string, number>();
    for (const { x, y, swapped } of overADay) {
      const place = `${String(x)} ${String(y)} ${String(swapped)}`;
      visits.set(place, (visits.get(place) ?? 0) + 1);
    }
    expect(Math.max(...visits.values())).toBeLessThanOrEqual(15);
  });
});
