import type { WorkCalendar } from './calendar.js';
import { calendarOf, dueAt } from './due.js';
import type { Duration } from './duration.js';
import type { GradeMove } from './grade.js';
import type { Instant } from './values.js';
import { addTime, timeBetween } from './work-time.js';
import type { CalendarKind } from './work-time.js';

/** How long a deadline has been paused so far, in either calendar: a regrade may change the one that counts. */
export interface PausedTime {
  readonly elapsedMs: number;
  readonly workMs: number;
}

export const NEVER_PAUSED: PausedTime = { elapsedMs: 0, workMs: 0 };

/** The times of one running instance of a clock. */
export interface Deadline {
  readonly startedAt: Instant;
  readonly paused: PausedTime;
  /** Null while dormant: at the present grade nothing is due. */
  readonly dueAt: Instant | null;
}

/** A deadline that begins now. `duration` null: dormant, since nothing is due at this grade. */
export function startDeadline(
  startedAt: Instant,
  duration: Duration | null,
  clock: CalendarKind,
  calendar: WorkCalendar,
): Deadline {
  const due = duration === null ? null : dueAt(startedAt, duration, clock, calendar);
  return { startedAt, paused: NEVER_PAUSED, dueAt: due };
}

/**
 * The deadline after a pause: what counting time remained at `pausedAt` remains at `resumedAt`. A pause that
 * begins when the deadline is already late changes nothing, since late stays late.
 */
export function afterPause(
  deadline: Deadline,
  pausedAt: Instant,
  resumedAt: Instant,
  kind: CalendarKind,
  calendar: WorkCalendar,
): Deadline {
  if (deadline.dueAt !== null && pausedAt >= deadline.dueAt) return deadline;
  const pause: PausedTime = {
    elapsedMs: timeBetween(pausedAt, resumedAt, 'continuous', calendar),
    workMs: timeBetween(pausedAt, resumedAt, 'workdays', calendar),
  };
  const paused: PausedTime = {
    elapsedMs: deadline.paused.elapsedMs + pause.elapsedMs,
    workMs: deadline.paused.workMs + pause.workMs,
  };
  const due = deadline.dueAt === null ? null : postpone(deadline.dueAt, pause, kind, calendar);
  return { startedAt: deadline.startedAt, paused, dueAt: due };
}

/**
 * The deadline at another grade: the new duration (null: none, dormant) on the original start, plus the time it
 * was paused. Two promises hold whatever the configuration says, even if it changed since the start: raising the
 * severity never moves a due time later, and lowering it never moves one earlier, so that nothing kept becomes
 * late. Dormant counts as due at the end of time.
 */
export function rebase(
  deadline: Deadline,
  duration: Duration | null,
  move: GradeMove,
  clock: CalendarKind,
  calendar: WorkCalendar,
): Deadline {
  const due = duration === null ? null : dueAfterPauses(deadline, duration, clock, calendar);
  return { ...deadline, dueAt: keepPromise(move, deadline.dueAt, due) };
}

function dueAfterPauses(
  { startedAt, paused }: Deadline,
  duration: Duration,
  clock: CalendarKind,
  calendar: WorkCalendar,
): Instant {
  const unpaused = dueAt(startedAt, duration, clock, calendar);
  return postpone(unpaused, paused, calendarOf(duration, clock), calendar);
}

function keepPromise(
  move: GradeMove,
  before: Instant | null,
  after: Instant | null,
): Instant | null {
  switch (move) {
    case 'raised':
      return earlier(before, after);
    case 'lowered':
      return later(before, after);
    case 'rated':
      return after;
  }
}

const earlier = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

const later = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? null : Math.max(a, b);

/** When the deadline warns: at `share` of the counting time during which it was not paused. Null while dormant. */
export function warnAt(
  { startedAt, paused, dueAt: due }: Deadline,
  share: number,
  kind: CalendarKind,
  calendar: WorkCalendar,
): Instant | null {
  if (due === null) return null;
  const pausedMs = pausedTime(paused, kind);
  const given = Math.max(0, timeBetween(startedAt, due, kind, calendar) - pausedMs);
  const used = Math.floor(given * share) + pausedMs;
  return Math.min(addTime(startedAt, used, kind, calendar), due);
}

const postpone = (
  at: Instant,
  pause: PausedTime,
  kind: CalendarKind,
  calendar: WorkCalendar,
): Instant => addTime(at, pausedTime(pause, kind), kind, calendar);

function pausedTime(paused: PausedTime, kind: CalendarKind): number {
  switch (kind) {
    case 'continuous':
      return paused.elapsedMs;
    case 'workdays':
      return paused.workMs;
  }
}
