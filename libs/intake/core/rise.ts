import { z } from 'zod';

const hours = z.number().positive().max(168);

/** config/rise.yaml. */
export const riseSchema = z
  .strictObject({
    new: z.strictObject({ hours }),
    doubling: z.strictObject({ hours, atLeast: z.int().min(2).max(100_000) }),
    top: z.strictObject({ rank: z.int().min(1).max(1_000), hours }),
    tell: z.array(z.string().regex(/^(on-duty|role):[a-z-]+$/, 'is on-duty:POSITION or role:ROLE')),
  })
  .prefault({
    ...{ new: { hours: 2 }, doubling: { hours: 1, atLeast: 6 }, top: { rank: 10, hours: 24 } },
    tell: [],
  });
export type RiseRules = z.infer<typeof riseSchema>;

export const RISE_KINDS = ['new', 'doubling', 'top'] as const;
export type RiseKind = (typeof RISE_KINDS)[number];

/** How far a topic reaches, counted over the sightings of all its mentions up to now. */
export interface Reach {
  /** Epoch milliseconds. */
  readonly firstSeenAt: number;
  /** Sightings in the last hours of `doubling`, and in the same time before. */
  readonly recent: number;
  readonly before: number;
  /** The best place on a list in the last hours of `top`, and ever before; null: on none. */
  readonly bestRank: number | null;
  readonly bestRankBefore: number | null;
}

/** Why a topic is said to rise, with the figures that say so. */
export interface Rise {
  readonly kind: RiseKind;
  /** The time that was looked at. */
  readonly hours: number;
  readonly recent: number;
  readonly before: number;
  readonly rank: number | null;
}

const HOUR_MS = 3_600_000;

/** All reasons why a topic rises at `now`; none for one that does not. */
export function risesOf(reach: Reach, rules: RiseRules, now: number): Rise[] {
  const { recent, before, bestRank: rank } = reach;
  const rise = (kind: RiseKind): Rise => ({ kind, hours: rules[kind].hours, recent, before, rank });
  const isHigh = (place: number | null): boolean => place !== null && place <= rules.top.rank;
  const holds: Readonly<Record<RiseKind, boolean>> = {
    new: reach.firstSeenAt > now - rules.new.hours * HOUR_MS,
    doubling: recent >= rules.doubling.atLeast && recent >= 2 * before,
    top: isHigh(rank) && !isHigh(reach.bestRankBefore),
  };
  return RISE_KINDS.filter((kind) => holds[kind]).map(rise);
}
