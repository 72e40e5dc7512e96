/** One sighting as it comes in, not yet redacted: what, where, when, how far. Never who. */
export interface RawSighting {
  readonly text: string;
  /** Epoch milliseconds. */
  readonly seenAt: number;
  /** Where it stood, when its source covers several places. */
  readonly outlet: string | null;
  readonly url: string | null;
  /** Its number at the source: tells two sightings apart that have no link. */
  readonly externalId: string | null;
  /** 1 is the top of a list. */
  readonly rank: number | null;
  readonly views: number | null;
}

/** Limits of one sighting, the same for every way in. */
export const LIMITS = {
  text: 5000,
  outlet: 100,
  url: 2000,
  externalId: 200,
  rank: 1_000_000,
  views: 1_000_000_000_000,
} as const;

/** A sighting can be seen by a clock that runs a little ahead of ours. */
export const SKEW_MS = 5 * 60_000;
