import type { LadderPolicy } from './ladder-policy.js';
import type { Instant } from './values.js';

/** A place on a ladder. Steps and rounds count from 1, as people say them. */
export interface LadderPosition {
  readonly step: number;
  readonly round: number;
}

/** The step that comes next, and when. */
export interface NextStep extends LadderPosition {
  readonly at: Instant;
}

export type LadderMove =
  ({ readonly state: 'climbing' } & NextStep) | { readonly state: 'exhausted' };

const EXHAUSTED: LadderMove = { state: 'exhausted' };

/** The first step of the first round. A ladder without steps is exhausted before it begins. */
export const startLadder = (policy: LadderPolicy, now: Instant): LadderMove =>
  climbTo(policy, { step: 1, round: 1 }, now, true);

/**
 * What follows the step taken at `now`. The wait before the next step gives the people who were told time to
 * answer; a step that reached nobody has nobody to wait for, and passes on at once.
 */
export function afterStep(
  policy: LadderPolicy,
  taken: LadderPosition,
  reachedSomebody: boolean,
  now: Instant,
): LadderMove {
  const next = shouldRepeatLadder(policy, taken)
    ? { step: 1, round: taken.round + 1 }
    : { step: taken.step + 1, round: taken.round };
  return climbTo(policy, next, now, reachedSomebody);
}

/** Whether the step taken was the last of its round, and another round follows. */
const shouldRepeatLadder = (policy: LadderPolicy, taken: LadderPosition): boolean =>
  taken.step >= policy.steps.length && taken.round <= policy.repeat;

/** Somebody takes it: the ladder stands still until the acknowledgement lapses. */
export const acknowledge = (
  policy: LadderPolicy,
  now: Instant,
): { readonly lapsesAt: Instant } => ({
  lapsesAt: now + policy.ackHolds,
});

/**
 * The acknowledgement has lapsed and the matter is undone: the ladder starts again, at once, at the step it had
 * reached. `reached` is the last step taken; null when it was acknowledged before the first one.
 */
export const afterLapse = (
  policy: LadderPolicy,
  reached: LadderPosition | null,
  now: Instant,
): LadderMove => climbTo(policy, reached ?? { step: 1, round: 1 }, now, false);

function climbTo(
  policy: LadderPolicy,
  position: LadderPosition,
  now: Instant,
  waits: boolean,
): LadderMove {
  const step = policy.steps[position.step - 1];
  if (step === undefined) return EXHAUSTED;
  return { state: 'climbing', ...position, at: waits ? now + step.wait : now };
}
