import type { ShiftPolicy } from '../duty-policy.js';

/** The instants that a shift's clocks run to; null where a clock has no business (any more). */
export interface ShiftTimes {
  readonly signOutFrom: number;
  readonly signInBy: number | null;
  readonly remindEarlyAt: number | null;
  readonly remindSoonAt: number | null;
  readonly beginAt: number | null;
  readonly handOverBy: number | null;
  readonly closeAt: number;
}

interface Bounds {
  readonly from: number;
  readonly to: number;
}

export const signInOpens = ({ from }: Bounds, policy: ShiftPolicy): number =>
  from - policy.signIn.opens;

export const handOverBy = (to: number, policy: ShiftPolicy): number => to + policy.handOverWithin;

/**
 * Of a shift that nobody has signed in to. A shift may be made when it has begun already (the rota was changed): then
 * nobody is reminded of the past, and the time to sign in counts from now.
 */
export function timesOfPlanned({ from, to }: Bounds, policy: ShiftPolicy, now: number): ShiftTimes {
  const [early, soon] = policy.remindBefore.map((before) => ahead(from - before, now));
  const begins = Math.max(from, now);
  const signInBy = begins + policy.signIn.closes;
  return {
    signOutFrom: to - policy.signOutOpens,
    signInBy: signInBy < to ? signInBy : null,
    remindEarlyAt: early ?? null,
    remindSoonAt: soon ?? null,
    beginAt: begins,
    handOverBy: null,
    closeAt: to + policy.closeAfter,
  };
}

/** Of a shift that is on, when its end is moved: what lies behind it is not asked for again. */
export function timesOfRunning({ to }: Pick<Bounds, 'to'>, policy: ShiftPolicy): ShiftTimes {
  return {
    signOutFrom: to - policy.signOutOpens,
    signInBy: null,
    remindEarlyAt: null,
    remindSoonAt: null,
    beginAt: null,
    handOverBy: handOverBy(to, policy),
    closeAt: to + policy.closeAfter,
  };
}

/** Of a shift that is cut off now, before anybody has signed in to it: it only waits to be closed. */
export const timesOfOver = (bounds: Pick<Bounds, 'to'>, policy: ShiftPolicy): ShiftTimes => ({
  ...timesOfRunning(bounds, policy),
  handOverBy: null,
});

const ahead = (at: number, now: number): number | null => (at > now ? at : null);
