import { Duration } from 'luxon';
import type { Instant, Interval } from '../core/schedule.js';

/**
 * What clocks and ladders ought to do, read off the configuration files and what has happened: written a second
 * time, without the deadlines and the sweep of the product.
 */

/** As in clocks.yaml. */
export interface ClockRule {
  readonly subject: string;
  readonly starts: readonly string[];
  readonly stops: readonly string[];
  readonly due: Readonly<Record<string, string | null>>;
  readonly ladder?: { readonly name: string; readonly from: 'start' | 'warn' | 'breach' };
}

/** As in ladders.yaml. */
export interface LadderRule {
  readonly repeat?: number;
  readonly ackHolds: string;
  readonly steps: readonly { readonly wait: string; readonly notify: readonly string[] }[];
}

export interface Happening {
  readonly event: string;
  readonly at: Instant;
}

/** A ladder that climbs until somebody takes it or the matter is done. */
export interface Climb {
  readonly subjectId: string;
  readonly clock: string;
  readonly ladder: string;
  readonly startedAt: Instant;
  /** Somebody has taken the matter: the ladder stands still for a while. */
  readonly takenAt?: Instant;
  readonly endedAt: Instant;
}

export interface Step {
  readonly round: number;
  readonly step: number;
  readonly at: Instant;
  readonly targets: readonly string[];
  readonly reached: readonly string[];
}

/** The ladders of a matter whose severity stays the same. Terms in work days are longer than any test takes. */
export function climbsOf(
  matter: {
    readonly id: string;
    readonly severity: string;
    readonly happenings: readonly Happening[];
  },
  clocks: Readonly<Record<string, ClockRule>>,
): Climb[] {
  return Object.entries(clocks).flatMap(([clock, { starts, stops, due, ladder }]) => {
    const start = matter.happenings.find(({ event }) => starts.includes(event));
    if (start === undefined || ladder === undefined) return [];
    const stop = matter.happenings.find(({ event, at }) => stops.includes(event) && at >= start.at);
    const term = due[matter.severity] ?? null;
    if (term === null || term.endsWith('WD')) return [];
    const startedAt = ladder.from === 'start' ? start.at : start.at + ms(term);
    const endedAt = stop?.at ?? Infinity;
    const taken = matter.happenings.find(
      ({ event, at }) => event === 'acknowledged' && startedAt < at && at < endedAt,
    );
    const climb = {
      ...{ subjectId: matter.id, clock, ladder: ladder.name, startedAt, endedAt },
      ...(taken !== undefined && { takenAt: taken.at }),
    };
    return startedAt < endedAt ? [climb] : [];
  });
}

/** What a ladder does while nobody stops it. */
export interface Course {
  readonly steps: readonly Step[];
  /** When it had told everybody in every round. */
  readonly exhaustedAt: Instant;
  /** While it stands still because somebody has taken the matter. */
  readonly held: Interval;
}

/**
 * The steps that a ladder takes, each to those whom its targets mean at its time. Nobody reached: no wait. When it was
 * taken and nothing has come of it, it goes on with the step that it had reached, at once.
 */
export function courseOf(
  { startedAt, takenAt = Infinity, endedAt }: Climb,
  { steps: rules, repeat = 0, ackHolds }: LadderRule,
  reach: (target: string, at: Instant) => readonly string[],
): Course {
  const places = Array.from({ length: repeat + 1 }, (_, round) =>
    rules.map((rule, step) => ({ round: round + 1, step: step + 1, ...rule })),
  ).flat();
  const waitFor = (index: number): number => ms(places[index]?.wait ?? 'PT0S');
  const held = { from: takenAt, to: takenAt + ms(ackHolds) };
  const steps: Step[] = [];
  let next = 0;
  let at = startedAt + waitFor(0);
  let wasHeld = false;
  for (let place = places[next]; place !== undefined; place = places[next]) {
    if (at >= held.from && !wasHeld) {
      wasHeld = true;
      at = held.to;
      next = Math.max(next - 1, 0);
      continue;
    }
    if (at >= endedAt) break;
    const { round, step, notify } = place;
    const reached = [...new Set(notify.flatMap((target) => reach(target, at)))].sort();
    steps.push({ round, step, at, targets: notify, reached });
    next += 1;
    if (reached.length > 0) at += waitFor(next);
  }
  const isExhausted = next === places.length;
  return { steps, held, exhaustedAt: isExhausted ? (steps.at(-1)?.at ?? startedAt) : Infinity };
}

const ms = (term: string): number => Duration.fromISO(term).toMillis();
