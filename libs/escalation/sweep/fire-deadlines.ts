import type { NewEntry } from '#platform';
import type { EscalationRow } from '../ladders/escalation-row.js';
import { begin, goOn, ladderStartsAt } from '../ladders/change-ladders.js';
import { resume } from '../deadlines/change-deadlines.js';
import { nextFiring } from '../deadlines/deadline-row.js';
import type { DeadlineRow } from '../deadlines/deadline-row.js';
import type { EscalationPolicies } from '../policies.js';

export type FiringKind = 'warned' | 'breached' | 'resumed';

/** What firing one deadline comes to. */
export interface FiredDeadline {
  readonly deadline: DeadlineRow;
  readonly kind: FiringKind;
  /** The instant at which it should have fired. */
  readonly dueAt: number;
  /** Null for a timer: what it does says itself on the timeline. */
  readonly entry: NewEntry | null;
  /** The command that the program gives now. */
  readonly act: string | null;
  readonly ladders: readonly EscalationRow[];
}

interface Context {
  readonly policies: EscalationPolicies;
  readonly now: number;
  readonly makeId: () => string;
  /** The ladder of the deadline, if it has one. */
  readonly ladder: EscalationRow | undefined;
}

/** Fires a deadline whose instant has come; null when nothing is due (any more). */
export function fireDeadline(row: DeadlineRow, context: Context): FiredDeadline | null {
  const next = nextFiring(row);
  if (next === null || next.at > context.now) return null;
  switch (next.kind) {
    case 'resume':
      return resumeByTime(row, next.at, context);
    case 'warn':
      // After a standstill both may be past; then only the breach is worth telling, but either may start the ladder.
      return row.dueAt !== null && row.dueAt <= context.now
        ? breach({ ...row, warnedAt: context.now }, row.dueAt, context, ['warn', 'breach'])
        : warn(row, next.at, context);
    case 'breach':
      return breach(row, next.at, context);
  }
}

function warn(row: DeadlineRow, dueAt: number, context: Context): FiredDeadline {
  const deadline = { ...row, warnedAt: context.now };
  return fired(deadline, 'warned', dueAt, ladderAt('warn', deadline, context), context);
}

function breach(
  row: DeadlineRow,
  dueAt: number,
  context: Context,
  moments: readonly ('warn' | 'breach')[] = ['breach'],
): FiredDeadline {
  const deadline = { ...row, breachedAt: context.now };
  const ladders = moments.flatMap((moment) => ladderAt(moment, deadline, context));
  return fired(deadline, 'breached', dueAt, ladders, context);
}

function resumeByTime(row: DeadlineRow, dueAt: number, context: Context): FiredDeadline {
  const deadline = { ...resume(row, dueAt, context.policies), dueSetAt: context.now };
  const { ladder } = context;
  const stoodStill = dueAt - (row.pausedAt ?? dueAt);
  const ladders = ladder === undefined ? [] : [goOn(ladder, stoodStill, context.now)];
  return fired(deadline, 'resumed', dueAt, ladders, context);
}

/** A deadline has one ladder at most: one that climbs already goes on climbing. */
function ladderAt(
  moment: 'warn' | 'breach',
  deadline: DeadlineRow,
  context: Context,
): EscalationRow[] {
  if (context.ladder?.endedAt === null || !ladderStartsAt(deadline, moment, context.policies))
    return [];
  const ladder = begin(deadline, context.policies, context.now, context.makeId());
  return ladder === null ? [] : [ladder];
}

function fired(
  deadline: DeadlineRow,
  kind: FiringKind,
  dueAt: number,
  ladders: readonly EscalationRow[],
  { policies, now }: Context,
): FiredDeadline {
  const act = policies.clock(deadline.clock).act ?? null;
  const entry = act === null ? entryOf(deadline, kind, now) : null;
  return { deadline, kind, dueAt, ladders, entry, act: kind === 'breached' ? act : null };
}

const entryOf = (deadline: DeadlineRow, kind: FiringKind, now: number): NewEntry => ({
  subjectId: deadline.subjectId,
  subjectType: deadline.subjectType,
  at: now,
  actor: { kind: 'system', id: null },
  type: `deadline-${kind}`,
  data: {
    deadlineId: deadline.id,
    clock: deadline.clock,
    dueAt: deadline.dueAt === null ? null : new Date(deadline.dueAt).toISOString(),
  },
});
