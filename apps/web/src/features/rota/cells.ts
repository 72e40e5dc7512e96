import type { Coverage, Schedule, Segment } from '../../api/rota-types';
import type { Position } from '../../api/types';
import { addDays, instantAt, type LocalDate } from './days';

/** One stretch of a cell with the same person, or with nobody. */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** Null where somebody should be on duty and nobody is. */
  readonly userId: string | null;
  readonly via: Segment['via'];
  readonly overrideId: string | null;
  /** Somebody is booked twice, or on leave. */
  readonly isTroubled: boolean;
}

/** What can be pointed at: a duty day of a position, or one stretch of it. */
export interface Cell {
  readonly position: Position;
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Part[];
}

export interface Row {
  readonly position: Position;
  readonly cells: readonly Cell[];
}

interface Window {
  readonly from: number;
  readonly to: number;
}

/** All stretches of a position in their order. */
export function piecesOf(coverage: Coverage, position: Position): readonly Part[] {
  const isHere = (one: { readonly position: Position }) => one.position === position;
  const troubles = coverage.conflicts
    .filter((conflict) => isHere(conflict) || conflict.alsoAs === position)
    .map((conflict) => ({ ...times(conflict), userId: conflict.userId }));
  const covered = coverage.segments.filter(isHere).map((segment): Part => {
    const span = times(segment);
    return {
      ...span,
      userId: segment.userId,
      via: segment.via,
      overrideId: segment.overrideId ?? null,
      isTroubled: troubles.some(
        (trouble) => trouble.userId === segment.userId && meets(trouble, span),
      ),
    };
  });
  const empty = coverage.gaps.filter(isHere).map((gap): Part => ({
    ...times(gap),
    userId: null,
    via: 'layer',
    overrideId: null,
    isTroubled: false,
  }));
  return [...covered, ...empty].toSorted((a, b) => a.from - b.from);
}

const times = ({ from, to }: { readonly from: string; readonly to: string }): Window => ({
  from: Date.parse(from),
  to: Date.parse(to),
});

const meets = (a: Window, b: Window): boolean => a.from < b.to && b.from < a.to;

function clipped(part: Part, { from, to }: Window): Part {
  return { ...part, from: Math.max(part.from, from), to: Math.min(part.to, to) };
}

function within(pieces: readonly Part[], window: Window): readonly Part[] {
  return pieces.filter((part) => meets(part, window)).map((part) => clipped(part, window));
}

/** When the duty day of a position begins: at the hand-off of its basic layer. */
export function handoffOf(schedule: Pick<Schedule, 'positions'>, position: Position): string {
  const rules = schedule.positions.find((one) => one.position === position);
  return rules?.layers[0]?.handoffAt ?? '00:00';
}

/** The duty day of a date, from hand-off to hand-off. */
export function dutyDay(date: LocalDate, handoff: string, zone: string): Window {
  return {
    from: instantAt(date, handoff, zone),
    to: instantAt(addDays(date, 1), handoff, zone),
  };
}

/** A row for each position, a cell for each duty day. */
export function dayRows(
  schedule: Pick<Schedule, 'positions' | 'timeZone'>,
  coverage: Coverage,
  dates: readonly LocalDate[],
): readonly Row[] {
  return schedule.positions.map(({ position }) => {
    const pieces = piecesOf(coverage, position);
    const handoff = handoffOf(schedule, position);
    return {
      position,
      cells: dates.map((date) => {
        const window = dutyDay(date, handoff, schedule.timeZone);
        return { position, ...window, parts: within(pieces, window) };
      }),
    };
  });
}

/** A row for each position, a cell for each stretch between two instants. */
export function stretchRows(
  schedule: Pick<Schedule, 'positions'>,
  coverage: Coverage,
  window: Window,
): readonly Row[] {
  return schedule.positions.map(({ position }) => ({
    position,
    cells: within(piecesOf(coverage, position), window).map((part) => ({
      position,
      from: part.from,
      to: part.to,
      parts: [part],
    })),
  }));
}
