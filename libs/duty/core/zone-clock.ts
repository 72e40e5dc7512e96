import { IANAZone } from 'luxon';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './local-date.js';
import type { Instant } from './schedule.js';

/** What the clocks on the wall show, as the milliseconds at which a clock in UTC shows it. */
export type WallTime = number;

/**
 * The wall clock of one time zone. Asking the ICU data for an offset takes some 10 µs, and a year of duty needs
 * ten thousand of them, so the offsets are looked up once for every stretch of four days. That no zone changes
 * twice within a stretch and back is a fact of the tz database: the closest pair, in Gaza, is a week apart.
 */
export interface ZoneClock {
  wallAt(instant: Instant): WallTime;
  /**
   * The first instant at which the wall clock shows this time or a later one. Where clocks are put forward over
   * it, that is the first instant after the gap; where it comes twice, the first of the two. A later wall time
   * never gives an earlier instant, so duty days and turns meet without gap or overlap.
   */
  instantOf(wall: WallTime): Instant;
}

/** Four days of a zone. The offset changes at `change`, or not at all where that is `end`. */
interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
  readonly change: Instant;
  readonly before: number;
  readonly after: number;
}

const STRETCH_MS = 4 * DAY_MS;
/** 40 years of a zone. */
const MOST_STRETCHES = 4_000;
/** No zone is further from UTC. */
const MOST_OFFSET = 16 * HOUR_MS;

const clocks = new Map<string, ZoneClock>();

/** Throws RangeError for a zone that does not exist; `scheduleProblems` finds it before it is stored. */
export function zoneClock(timeZone: string): ZoneClock {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = newClock(timeZone);
    clocks.set(timeZone, clock);
  }
  return clock;
}

function newClock(timeZone: string): ZoneClock {
  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) throw new RangeError(`unknown time zone ${timeZone}`);
  const offsetAt = (instant: Instant): number => zone.offset(instant) * MINUTE_MS;
  const known = new Map<number, Stretch>();

  const stretchAt = (instant: Instant): Stretch => {
    const index = Math.floor(instant / STRETCH_MS);
    let stretch = known.get(index);
    if (stretch === undefined) {
      if (known.size >= MOST_STRETCHES) known.clear();
      stretch = lookUp(index * STRETCH_MS, offsetAt);
      known.set(index, stretch);
    }
    return stretch;
  };

  return {
    wallAt: (instant) => {
      const { change, before, after } = stretchAt(instant);
      return instant + (instant < change ? before : after);
    },
    instantOf: (wall) => {
      let stretch = stretchAt(wall - MOST_OFFSET);
      for (;;) {
        const { start, change, end, before, after } = stretch;
        // Where clocks are put forward just as a stretch starts, its start is the first instant after the gap.
        if (wall - before < change) return Math.max(start, wall - before);
        const instant = Math.max(change, wall - after);
        if (instant < end) return instant;
        stretch = stretchAt(end);
      }
    },
  };
}

function lookUp(start: Instant, offsetAt: (instant: Instant) => number): Stretch {
  const end = start + STRETCH_MS;
  const before = offsetAt(start);
  const after = offsetAt(end - 1);
  if (before === after) return { start, end, change: end, before, after };
  let low = start;
  let high = end - 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return { start, end, change: high, before, after };
}
