import type { Handover } from '../../../api/handovers';
import type { Shift } from '../../../api/shifts';

/** What my shift waits for: done with one tap, or at its place on the shift's page. */
export type NextAct = 'answer' | 'sign-in' | 'take-over' | 'hand-over' | 'sign-out';

/** Done by the tap itself; the others need reading or writing first. */
export function isOneTap(act: NextAct | null): act is 'answer' | 'sign-in' | 'sign-out' {
  return act === 'answer' || act === 'sign-in' || act === 'sign-out';
}

/** Handing over is offered all through a shift, but only wanted towards its end. */
const HAND_OVER_BEFORE = 30 * 60_000;

export function isTimeToHandOver({ to }: Pick<Shift, 'to'>, now: number): boolean {
  return now >= Date.parse(to) - HAND_OVER_BEFORE;
}

export interface ShiftStanding {
  readonly shift: Pick<Shift, 'allowed' | 'to'>;
  /** What this shift has handed over. */
  readonly given: Pick<Handover, 'state'> | null;
  /** What the shift before it handed over. */
  readonly received: Pick<Handover, 'allowed'> | null;
}

/** The one act that comes next, the most pressing first; null while there is nothing but to be on duty. */
export function nextActOf({ shift, given, received }: ShiftStanding, now: number): NextAct | null {
  const may = (command: string) => shift.allowed.includes(command);
  if (may('answer')) return 'answer';
  if (may('sign-in')) return 'sign-in';
  if (received?.allowed.includes('sign')) return 'take-over';
  if (may('sign-out') && given?.state === 'done') return 'sign-out';
  if (given?.state === 'waiting') return null;
  if (may('hand-over')) return isTimeToHandOver(shift, now) ? 'hand-over' : null;
  return may('sign-out') && now >= Date.parse(shift.to) ? 'sign-out' : null;
}

/** The shift that a person looks at: the one they are in until they have signed out, then the next. */
export function shiftInFocus(mine: Shift | null, myNext: Shift | null): Shift | null {
  return mine !== null && mine.signedOutAt === null ? mine : (myNext ?? mine);
}
