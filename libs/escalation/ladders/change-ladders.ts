import type { Instant } from '../core/index.js';
import { acknowledge, startLadder } from '../core/index.js';
import type { ChangedDeadlines } from '../deadlines/change-deadlines.js';
import type { DeadlineRow } from '../deadlines/deadline-row.js';
import type { EscalationPolicies } from '../policies.js';
import type { EscalationRow } from './escalation-row.js';

/** A ladder that begins to climb for a deadline. Null when its clock has none. */
export function begin(
  deadline: DeadlineRow,
  policies: EscalationPolicies,
  now: Instant,
  id: string,
): EscalationRow | null {
  const { ladder } = policies.clock(deadline.clock);
  if (ladder === undefined) return null;
  const policy = policies.ladder(ladder.name);
  const move = startLadder(policy, now);
  const climbing = move.state === 'climbing';
  return {
    id,
    subjectType: deadline.subjectType,
    subjectId: deadline.subjectId,
    clock: deadline.clock,
    deadlineId: deadline.id,
    ladder: ladder.name,
    policy,
    state: climbing ? 'active' : 'exhausted',
    taken: null,
    stepsTaken: 0,
    next: climbing ? { step: move.step, round: move.round, at: move.at } : null,
    startedAt: now,
    acknowledgedBy: null,
    acknowledgedAt: null,
    lapsesAt: null,
    endedAt: climbing ? null : now,
    moving: true,
  };
}

/** Whether a clock's ladder starts at this moment of the deadline's life. */
export const ladderStartsAt = (
  deadline: DeadlineRow,
  moment: 'start' | 'warn' | 'breach',
  policies: EscalationPolicies,
): boolean => policies.clock(deadline.clock).ladder?.from === moment;

/** Whether a ladder can have begun for this deadline. */
export function mayHaveLadder(deadline: DeadlineRow, policies: EscalationPolicies): boolean {
  const { ladder } = policies.clock(deadline.clock);
  switch (ladder?.from) {
    case undefined:
      return false;
    case 'start':
      return true;
    case 'warn':
      return deadline.warnedAt !== null;
    case 'breach':
      return deadline.breachedAt !== null;
  }
}

/** What changed deadlines make of their ladders: new ones, and those that end, stand still or go on. */
export function changeLadders(
  rows: readonly EscalationRow[],
  deadlines: ChangedDeadlines,
  context: {
    readonly policies: EscalationPolicies;
    readonly now: Instant;
    readonly makeId: () => string;
  },
): EscalationRow[] {
  const { policies, now, makeId } = context;
  const begun = deadlines.started
    .filter((deadline) => deadline.dueAt !== null && ladderStartsAt(deadline, 'start', policies))
    .map((deadline) => begin(deadline, policies, now, makeId()));
  const ladderOf = (deadline: DeadlineRow): EscalationRow | undefined =>
    rows.findLast((row) => row.deadlineId === deadline.id);
  const changed = [
    ...each(deadlines.stopped, ladderOf, (row) => (row.endedAt === null ? end(row, now) : row)),
    ...each(deadlines.paused, ladderOf, (row) => ({ ...row, moving: false })),
    ...each(deadlines.resumed, ladderOf, (row, { id }) =>
      goOn(row, deadlines.stoodStill.get(id) ?? 0, now),
    ),
    ...each(deadlines.continued, ladderOf, (row) => revive(row)),
  ];
  return [...begun, ...changed].filter((row) => row !== null);
}

function each(
  deadlines: readonly DeadlineRow[],
  ladderOf: (deadline: DeadlineRow) => EscalationRow | undefined,
  change: (row: EscalationRow, deadline: DeadlineRow) => EscalationRow,
): EscalationRow[] {
  return deadlines.flatMap((deadline) => {
    const row = ladderOf(deadline);
    return row === undefined ? [] : [change(row, deadline)];
  });
}

/** The matter is done. An acknowledged ladder stays acknowledged: that is how it came to an end. */
const end = (row: EscalationRow, now: Instant): EscalationRow => ({
  ...row,
  state: row.state === 'acknowledged' ? 'acknowledged' : 'stopped',
  endedAt: now,
});

/** After a pause the ladder moves again; the time that stood still is not held against anybody. */
export function goOn(row: EscalationRow, stoodStillMs: number, now: Instant): EscalationRow {
  if (row.moving) return row;
  const later = (at: Instant): Instant => Math.max(at + stoodStillMs, now);
  return {
    ...row,
    moving: true,
    next: row.next === null ? null : { ...row.next, at: later(row.next.at) },
    lapsesAt: row.lapsesAt === null ? null : later(row.lapsesAt),
  };
}

/** The deadline runs on after all, so its ladder does too, from where it stood. */
function revive(row: EscalationRow): EscalationRow {
  if (row.state === 'exhausted') return row;
  return {
    ...row,
    state: row.acknowledgedAt === null ? 'active' : 'acknowledged',
    endedAt: null,
    moving: true,
  };
}

/** Somebody takes it: the ladder stands still until the acknowledgement lapses. */
export const take = (row: EscalationRow, userId: string, now: Instant): EscalationRow => ({
  ...row,
  state: 'acknowledged',
  acknowledgedBy: userId,
  acknowledgedAt: now,
  lapsesAt: acknowledge(row.policy, now).lapsesAt,
});
