import type { Mention } from '../../../api/incident-types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lengths that people think in. */
const BUCKETS = [
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
];
/** More bars than this do not fit a phone. */
const MOST_BARS = 40;

export interface CountCurve {
  readonly kind: 'counts';
  readonly from: number;
  readonly to: number;
  /** Length of a bar, ms. */
  readonly bucket: number;
  readonly bars: readonly number[];
}

export interface RankCurve {
  readonly kind: 'ranks';
  readonly from: number;
  readonly to: number;
  readonly points: readonly { readonly at: number; readonly rank: number }[];
}

export type Curve = CountCurve | RankCurve;

/** How it spread: the rank over time when lists were watched, else how many were seen. Null for a single instant. */
export function curveOf(mentions: readonly Mention[]): Curve | null {
  const seen = mentions
    .map(({ seenAt, rank }) => ({ at: Date.parse(seenAt), rank }))
    .toSorted((a, b) => a.at - b.at);
  const from = seen[0]?.at;
  const to = seen.at(-1)?.at;
  if (from === undefined || to === undefined || from === to) return null;
  const ranked = seen.flatMap(({ at, rank }) => (rank === null ? [] : [{ at, rank }]));
  return ranked.length * 2 > seen.length && ranked.length > 2
    ? { kind: 'ranks', from, to, points: ranked }
    : { kind: 'counts', from, to, ...countsOf(seen, from, to) };
}

function countsOf(seen: readonly { at: number }[], from: number, to: number) {
  const bucket =
    BUCKETS.find((length) => (to - from) / length < MOST_BARS) ??
    Math.ceil((to - from) / MOST_BARS / DAY) * DAY;
  const bars = Array.from({ length: Math.floor((to - from) / bucket) + 1 }, () => 0);
  for (const { at } of seen) {
    const index = Math.floor((at - from) / bucket);
    bars[index] = (bars[index] ?? 0) + 1;
  }
  return { bucket, bars };
}

export type BucketWord = readonly ['bucket.minutes' | 'bucket.hours' | 'bucket.days', number];

export function bucketWord(bucket: number): BucketWord {
  if (bucket < HOUR) return ['bucket.minutes', bucket / MINUTE];
  return bucket < DAY ? ['bucket.hours', bucket / HOUR] : ['bucket.days', bucket / DAY];
}
