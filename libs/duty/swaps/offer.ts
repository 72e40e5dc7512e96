import type { Facts } from '#workflow';
import { POSITIONS } from '../core/index.js';
import type { Plan, Position, Shift } from '../core/index.js';
import type { RuleProblem } from '../rule-problem.js';
import { AWAY, BUSY } from './swap-problems.js';

export interface Span {
  readonly position: Position;
  readonly from: number;
  readonly to: number;
}

/** Whose duty a span is, when it is one person's from its start to its end; otherwise null. */
export function ownerOf(span: Span, shifts: readonly Shift[]): string | null {
  const inside = shifts
    .filter(
      ({ position, from, to }) => position === span.position && from < span.to && to > span.from,
    )
    .sort((a, b) => a.from - b.from);
  const [first] = inside;
  if (first === undefined || first.from > span.from) return null;
  let covered = first.to;
  for (const shift of inside) {
    if (shift.userId !== first.userId || shift.from > covered) return null;
    covered = Math.max(covered, shift.to);
  }
  return covered >= span.to ? first.userId : null;
}

/** What speaks against somebody's taking a span: duty of their own at that time, or leave. */
export function takingProblems(
  userId: string,
  span: Span,
  given: Span | null,
  shifts: readonly Shift[],
  { leaves }: Pick<Plan, 'leaves'>,
): RuleProblem[] {
  const meets = ({ from, to }: { from: number; to: number }): boolean =>
    from < span.to && to > span.from;
  // What they give away in exchange they no longer have.
  const keeps = (shift: Shift): boolean =>
    given?.position !== shift.position || shift.from < given.from || shift.to > given.to;
  const busy = shifts.some((shift) => shift.userId === userId && meets(shift) && keeps(shift));
  const away = leaves.some((leave) => leave.userId === userId && meets(leave));
  return [...(busy ? [BUSY] : []), ...(away ? [AWAY] : [])];
}

/** A swap as its subject knows it. */
export interface SwapFacts {
  readonly scheduleId: string;
  readonly span: Span;
  readonly inReturn: Span | null;
  readonly offeredBy: string;
  /** Empty while nobody has taken it. */
  readonly takenBy: string;
}

export function swapOf(facts: Facts): SwapFacts {
  const position = POSITIONS.find((one) => one === facts['position']) ?? 'officer';
  const text = (name: string): string => (typeof facts[name] === 'string' ? facts[name] : '');
  const { startsAt, endsAt, returnStartsAt, returnEndsAt } = facts;
  return {
    scheduleId: text('scheduleId'),
    span: { position, from: Number(startsAt), to: Number(endsAt) },
    inReturn:
      typeof returnStartsAt === 'number' && typeof returnEndsAt === 'number'
        ? { position, from: returnStartsAt, to: returnEndsAt }
        : null,
    offeredBy: text('offeredBy'),
    takenBy: text('takenBy'),
  };
}
