/** How far a wall's layout has moved at a moment, in pixels, and whether its halves have changed places. */
export interface Drift {
  readonly x: number;
  readonly y: number;
  readonly swapped: boolean;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** As wide as the strokes of the largest type: what was ink is ground some minutes later. */
const REACH = 24;

/**
 * Along both axes at paces that have no common measure within a day, so that the path covers its whole square before it
 * repeats itself; each hour the halves change places, for what a small move does not relieve.
 */
export function driftAt(now: number): Drift {
  const minutes = Math.floor(now / MINUTE);
  return {
    x: swing(minutes, 37),
    y: swing(minutes, 41),
    swapped: Math.floor(now / HOUR) % 2 === 1,
  };
}

/** To and fro between nought and the reach, once in so many minutes. */
function swing(minutes: number, period: number): number {
  const part = (minutes % period) / period;
  return Math.round(REACH * (1 - Math.abs(2 * part - 1)));
}
