import type { Instant } from '../core/index.js';
import type { EscalationPolicies } from '../policies.js';
import type { DeadlineItem, DeadlineView, DeadlineViewState } from './deadline.dto.js';
import type { DeadlineRow } from './deadline-row.js';

/** A deadline as people see it at `now`. A clock that is no longer configured goes by its bare name. */
export const presentDeadline = (row: DeadlineRow, policies: Clocks, now: Instant): DeadlineView =>
  fieldsOf(row, policies, now);

type Clocks = Pick<EscalationPolicies, 'findClock'>;

function fieldsOf(row: DeadlineRow, policies: Clocks, now: Instant) {
  const policy = policies.findClock(row.clock);
  const paused = row.state === 'paused';
  return {
    id: row.id,
    clock: row.clock,
    title: policy?.title ?? { zh: row.clock, en: row.clock },
    legal: policy?.legal ?? false,
    basis: policy?.basis ?? null,
    startedAt: iso(row.startedAt),
    dueAt: isoOrNull(row.dueAt),
    warnAt: isoOrNull(row.warnAt),
    state: stateAt(row, policy?.meets, now),
    remainingMs: remainingAt(row, now),
    pausedAt: paused ? isoOrNull(row.pausedAt) : null,
    resumeBy: paused ? isoOrNull(row.resumeBy) : null,
  } satisfies DeadlineView;
}

/** The same with what a list across subjects adds. */
export const presentDeadlineItem = (
  row: DeadlineRow,
  policies: Clocks,
  now: Instant,
): DeadlineItem => ({
  ...fieldsOf(row, policies, now),
  subject: { type: row.subjectType, id: row.subjectId },
  grade: row.grade,
  breachedAt: isoOrNull(row.breachedAt),
  stoppedAt: isoOrNull(row.stoppedAt),
  stoppedBy: row.stoppedBy,
  serverTime: iso(now),
});

/** Intervals are half-open: what is not done before the due instant is late at it. */
function stateAt(
  row: DeadlineRow,
  meets: readonly string[] | undefined,
  now: Instant,
): DeadlineViewState {
  switch (row.state) {
    case 'dormant':
    case 'paused':
      return row.state;
    case 'running':
      if (row.breachedAt !== null || isPast(row.dueAt, now)) return 'late';
      return row.warnedAt === null ? 'running' : 'warned';
    case 'stopped':
      if (row.dueAt === null) return 'stopped';
      if (row.breachedAt !== null || isPast(row.dueAt, countedUntil(row))) return 'missed';
      return meets === undefined || meets.includes(row.stoppedBy ?? '') ? 'met' : 'lifted';
  }
}

/** A deadline that was stopped during a pause had counted until the pause. */
const countedUntil = (row: DeadlineRow): Instant => row.pausedAt ?? row.stoppedAt ?? row.startedAt;

const isPast = (dueAt: Instant | null, now: Instant): boolean => dueAt !== null && dueAt <= now;

function remainingAt(row: DeadlineRow, now: Instant): number | null {
  if (row.dueAt === null) return null;
  switch (row.state) {
    case 'dormant':
    case 'stopped':
      return null;
    case 'paused':
      return row.dueAt - (row.pausedAt ?? now);
    case 'running':
      return row.dueAt - now;
  }
}

const iso = (at: Instant): string => new Date(at).toISOString();
const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));
