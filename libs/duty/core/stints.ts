import { daysBack, dutyDaysOf } from './duty-days.js';
import type { DutyDays, IsHolidayDay } from './duty-days.js';
import { meets } from './intervals.js';
import type { Interval, Layer } from './schedule.js';
import { shiftLength } from './shift-length.js';
import type { ShiftLength } from './shift-length.js';
import { localDayAt } from './wall-time.js';
import type { ZoneClock } from './zone-clock.js';

/** What a layer alone gives one person: as much of one turn as lies in duty days that follow each other. */
export interface Stint extends Interval {
  readonly userId: string;
}

/** Part of a turn within one duty day. */
interface TurnPart extends Interval {
  readonly turn: number;
}

/**
 * The stints of a layer that meet a window, in their order, from their very beginning; one that outlasts the
 * window is told up to its edge or further.
 */
export function stintsOf(
  layer: Layer,
  window: Interval,
  clock: ZoneClock,
  isHoliday: IsHolidayDay,
): Stint[] {
  const length = shiftLength(layer.shift);
  const days = dutyDaysOf(layer, clock, isHoliday);
  const start = Math.max(days.first, localDayAt(window.from, clock) - daysBack(length.ms));
  const parts: TurnPart[] = [];
  for (let day = start; day <= days.last && days.begins(day) < window.to; day += 1) {
    if (!days.covers(day)) continue;
    for (const part of turnsIn(day, days, length)) {
      const last = parts.at(-1);
      const goesOn = last?.turn === part.turn && last.to === part.from;
      if (goesOn) parts[parts.length - 1] = { ...last, to: part.to };
      else parts.push(part);
    }
  }
  // A turn whose both ends lie in a DST gap is empty; it counts as a turn, and meets no window.
  return parts.filter((part) => meets(part, window)).map((part) => stintOf(part, layer));
}

function stintOf({ from, to, turn }: TurnPart, { participants }: Layer): Stint {
  const userId = participants[turn % participants.length];
  if (userId === undefined) throw new RangeError('a layer without participants');
  return { from, to, userId };
}

/** The turns of one duty day. Turns count from the first duty day on, over days that are not covered as well. */
function turnsIn(day: number, days: DutyDays, length: ShiftLength): TurnPart[] {
  const count = day - days.first;
  switch (length.kind) {
    case 'days':
      return [
        { turn: Math.floor(count / length.days), from: days.begins(day), to: days.begins(day + 1) },
      ];
    case 'parts':
      return partsOf(day, days, length.perDay, length.ms);
    case 'elapsed':
      return elapsedTurns(day, days, length.ms);
  }
}

function partsOf(day: number, days: DutyDays, perDay: number, ms: number): TurnPart[] {
  const parts: TurnPart[] = [];
  let from = days.begins(day);
  for (let i = 0; i < perDay; i += 1) {
    const to = days.begins(day, (i + 1) * ms);
    parts.push({ turn: (day - days.first) * perDay + i, from, to });
    from = to;
  }
  return parts;
}

function elapsedTurns(day: number, days: DutyDays, ms: number): TurnPart[] {
  const parts: TurnPart[] = [];
  const origin = days.begins(days.first);
  const end = days.begins(day + 1);
  for (let from = days.begins(day); from < end;) {
    const turn = Math.floor((from - origin) / ms);
    const to = Math.min(end, origin + (turn + 1) * ms);
    parts.push({ turn, from, to });
    from = to;
  }
  return parts;
}
