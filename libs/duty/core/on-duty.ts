import { meets, union } from './intervals.js';
import { dateOfDay } from './local-date.js';
import { piecesOf } from './pieces.js';
import type { Piece, Sources } from './pieces.js';
import { POSITIONS } from './schedule.js';
import type { Instant, Interval, IsHoliday, Leave, Plan, Position, Shift } from './schedule.js';
import { shiftLength } from './shift-length.js';

/**
 * All whole shifts that meet the window, sorted by position (as in POSITIONS) and begin. Calendar, preview,
 * feed, escalation and audit all see the rota through this function. Throws RangeError for rules that
 * `scheduleProblems` refuses.
 */
export function shiftsOf(plan: Plan, window: Interval, isHoliday: IsHoliday): Shift[] {
  const sources = sourcesOf(plan, isHoliday);
  return POSITIONS.flatMap((position) => shiftsIn(sources, position, window));
}

/** Whose shift it is at an instant, and the whole of it; null in a gap. */
export function whoIsOnDuty(
  plan: Plan,
  position: Position,
  at: Instant,
  isHoliday: IsHoliday,
): Shift | null {
  return shiftsIn(sourcesOf(plan, isHoliday), position, { from: at, to: at + 1 })[0] ?? null;
}

function sourcesOf(plan: Plan, isHoliday: IsHoliday): Sources {
  const known = new Map<number, boolean>();
  return {
    plan,
    isHoliday: (day) => {
      const holiday = known.get(day) ?? isHoliday(dateOfDay(day));
      known.set(day, holiday);
      return holiday;
    },
    leaves: leavesByPerson(plan.leaves),
  };
}

function leavesByPerson(leaves: readonly Leave[]): Map<string, Interval[]> {
  const byPerson = new Map<string, Interval[]>();
  for (const { userId, from, to } of leaves) {
    byPerson.set(userId, union([...(byPerson.get(userId) ?? []), { from, to }]));
  }
  return byPerson;
}

/**
 * To see whole shifts one has to look beyond the window: at first as far as the longest turn, then twice as
 * far, until none of them touches the edge. It comes to an end, for a shift goes on without a turn beginning
 * only where a lower layer takes over, or at a change of rules, a leave or an override.
 */
function shiftsIn(sources: Sources, position: Position, window: Interval): Shift[] {
  if (window.from >= window.to) return [];
  let before = longestTurn(sources.plan, position);
  let after = before;
  for (;;) {
    const seen = { from: window.from - before, to: window.to + after };
    const pieces = piecesOf(sources, position, seen);
    const shifts = joined(pieces, position).filter((shift) => meets(shift, window));
    const cutBefore = shifts[0]?.from === seen.from && pieces[0]?.begins !== seen.from;
    const cutAfter = shifts.at(-1)?.to === seen.to;
    if (!cutBefore && !cutAfter) return shifts;
    if (cutBefore) before *= 2;
    if (cutAfter) after *= 2;
  }
}

/** Pieces that follow each other with the same person and `via` are one shift, unless a turn begins there. */
function joined(pieces: readonly Piece[], position: Position): Shift[] {
  const shifts: Shift[] = [];
  for (const { from, to, begins, shift } of pieces) {
    const last = shifts.at(-1);
    const goesOn =
      last?.to === from &&
      last.userId === shift.userId &&
      last.via === shift.via &&
      begins !== from;
    if (goesOn) shifts[shifts.length - 1] = { ...last, to };
    else shifts.push({ position, from, to, ...shift });
  }
  return shifts;
}

function longestTurn({ versions }: Plan, position: Position): number {
  const layers = versions.flatMap(({ rules }) =>
    rules.positions.flatMap((of) => (of.position === position ? of.layers : [])),
  );
  return Math.max(1, ...layers.map(({ shift }) => shiftLength(shift).ms));
}
