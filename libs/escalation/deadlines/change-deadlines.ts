import type { DeadlineOrder } from '#workflow';
import {
  afterPause,
  calendarOf,
  gradeMove,
  isDueFromEvent,
  isGrade,
  rebase,
  startDeadline,
  warnAt,
} from '../core/index.js';
import type { ClockPolicy, Deadline, Duration, Grade, Instant } from '../core/index.js';
import type { EscalationPolicies } from '../policies.js';
import type { DeadlineRow } from './deadline-row.js';

/** What an order makes of a subject's deadlines. */
export interface ChangedDeadlines {
  /** New and changed rows. */
  readonly changed: readonly DeadlineRow[];
  readonly started: readonly DeadlineRow[];
  readonly stopped: readonly DeadlineRow[];
  readonly continued: readonly DeadlineRow[];
  readonly paused: readonly DeadlineRow[];
  readonly resumed: readonly DeadlineRow[];
  /** How long each resumed deadline stood still this time, in milliseconds, by id. */
  readonly stoodStill: ReadonlyMap<string, number>;
}

type Kind = Exclude<keyof ChangedDeadlines, 'changed' | 'stoodStill'>;

/** Applies the changes to the rows, one after the other. `makeId` gives new rows their ids. */
export function changeDeadlines(
  rows: readonly DeadlineRow[],
  order: DeadlineOrder,
  policies: EscalationPolicies,
  makeId: () => string,
): ChangedDeadlines {
  const book = new Ledger(rows, order.now);
  const grade = isGrade(order.grade ?? '') ? (order.grade as Grade) : 'unrated';
  const goesOn = clocksThatGoOn(book, order, policies);
  for (const change of order.changes) {
    if ('clock' in change && goesOn.has(change.clock)) continue;
    switch (change.change) {
      case 'start':
        if (dueOf(change.clock, order, policies) === null) break;
        book.put('started', begin(change.clock, grade, order, policies, makeId()));
        break;
      case 'stop': {
        const running = book.live(change.clock);
        if (running !== undefined) book.put('stopped', stop(running, order.now, change.by));
        break;
      }
      case 'continue': {
        const last = book.lastStopped(change.clock);
        // Only what the state that is now left behind had stopped: events are named like the states they lead to.
        if (last?.stoppedBy === order.from) {
          book.put('continued', regrade(reopened(last, policies), grade, policies));
        }
        break;
      }
      case 'pause': {
        const running = book.live(change.clock);
        if (running?.state === 'running') {
          book.put('paused', {
            ...running,
            state: 'paused',
            pausedAt: order.now,
            resumeBy: change.resumeBy,
          });
        }
        break;
      }
      case 'resume': {
        const paused = book.live(change.clock);
        if (paused?.state === 'paused') {
          book.stoodStill.set(paused.id, order.now - (paused.pausedAt ?? order.now));
          book.put('resumed', resume(paused, order.now, policies));
        }
        break;
      }
      case 'rebase':
        for (const row of book.allLive()) book.put(null, regrade(row, grade, policies));
        break;
    }
  }
  return book.result();
}

/** The instant that the event brings for a clock which takes it from there; null when it brings none. */
function dueOf(
  clock: string,
  { params }: DeadlineOrder,
  policies: EscalationPolicies,
): Instant | null | undefined {
  const { due } = policies.clock(clock);
  if (!isDueFromEvent(due)) return undefined;
  const instant = params[due.from];
  return typeof instant === 'number' ? instant : null;
}

/** Clocks that would end and begin anew for the instant for which they run: for them nothing has changed. */
function clocksThatGoOn(
  book: Ledger,
  order: DeadlineOrder,
  policies: EscalationPolicies,
): ReadonlySet<string> {
  const started = order.changes.flatMap(({ change, ...of }) =>
    change === 'start' && 'clock' in of ? [of.clock] : [],
  );
  return new Set(
    started.filter((clock) => {
      const due = dueOf(clock, order, policies);
      const running = book.live(clock);
      return running?.state === 'running' && typeof due === 'number' && running.dueAt === due;
    }),
  );
}

/** Rows by id, with what became of them. */
class Ledger {
  readonly stoodStill = new Map<string, number>();
  private readonly rows: Map<string, DeadlineRow>;
  private readonly touched = new Set<string>();
  private readonly kinds: Record<Kind, Set<string>> = {
    started: new Set(),
    stopped: new Set(),
    continued: new Set(),
    paused: new Set(),
    resumed: new Set(),
  };

  constructor(
    rows: readonly DeadlineRow[],
    private readonly now: Instant,
  ) {
    this.rows = new Map(rows.map((row) => [row.id, row]));
  }

  allLive(): DeadlineRow[] {
    return [...this.rows.values()].filter(({ state }) => state !== 'stopped');
  }

  live(clock: string): DeadlineRow | undefined {
    return this.allLive().find((row) => row.clock === clock);
  }

  lastStopped(clock: string): DeadlineRow | undefined {
    return [...this.rows.values()]
      .filter((row) => row.clock === clock && row.state === 'stopped')
      .sort((a, b) => (a.stoppedAt ?? 0) - (b.stoppedAt ?? 0))
      .at(-1);
  }

  put(kind: Kind | null, row: DeadlineRow): void {
    const before = this.rows.get(row.id);
    const isSetNow = before?.dueAt !== row.dueAt || before.state !== row.state;
    this.rows.set(row.id, isSetNow ? { ...row, dueSetAt: this.now } : row);
    this.touched.add(row.id);
    if (kind !== null) this.kinds[kind].add(row.id);
  }

  result(): ChangedDeadlines {
    const pick = (ids: ReadonlySet<string>): DeadlineRow[] =>
      [...this.rows.values()].filter(({ id }) => ids.has(id));
    const { started, stopped, continued, paused, resumed } = this.kinds;
    return {
      changed: pick(this.touched),
      started: pick(started),
      stopped: pick(stopped),
      continued: pick(continued),
      paused: pick(paused),
      resumed: pick(resumed),
      stoodStill: this.stoodStill,
    };
  }
}

function begin(
  clock: string,
  grade: Grade,
  order: DeadlineOrder,
  policies: EscalationPolicies,
  id: string,
): DeadlineRow {
  const policy = policies.clock(clock);
  const row: DeadlineRow = {
    id,
    subjectType: order.subjectType,
    subjectId: order.subjectId,
    clock,
    grade,
    state: 'dormant',
    startedAt: order.now,
    dueAt: null,
    dueSetAt: order.now,
    warnAt: null,
    warnedAt: null,
    breachedAt: null,
    pausedAt: null,
    pausedMs: 0,
    pausedWorkMs: 0,
    resumeBy: null,
    stoppedAt: null,
    stoppedBy: null,
  };
  if (isDueFromEvent(policy.due)) {
    const due = order.params[policy.due.from];
    return withTimes(
      row,
      { ...timesOf(row), dueAt: typeof due === 'number' ? due : null },
      grade,
      policies,
    );
  }
  const duration = policy.due[grade];
  return withTimes(
    row,
    startDeadline(order.now, duration, policy.calendar, policies.calendar),
    grade,
    policies,
  );
}

const stop = (row: DeadlineRow, now: Instant, by: string): DeadlineRow => ({
  ...row,
  state: 'stopped',
  stoppedAt: now,
  stoppedBy: by,
});

/** A stopped deadline that runs on after all. A pause during which it was stopped counts up to the stop. */
function reopened(row: DeadlineRow, policies: EscalationPolicies): DeadlineRow {
  const running: DeadlineRow =
    row.pausedAt === null ? row : resume(row, row.stoppedAt ?? row.pausedAt, policies);
  return {
    ...running,
    state: running.dueAt === null ? 'dormant' : 'running',
    stoppedAt: null,
    stoppedBy: null,
  };
}

/** A paused deadline that runs again with the time it had left. */
export function resume(row: DeadlineRow, now: Instant, policies: EscalationPolicies): DeadlineRow {
  const policy = policies.clock(row.clock);
  const kind = calendarFor(policy, row.grade);
  const times = afterPause(timesOf(row), row.pausedAt ?? now, now, kind, policies.calendar);
  const running: DeadlineRow = { ...row, state: 'running', pausedAt: null, resumeBy: null };
  return withTimes(running, times, row.grade, policies);
}

/** The row at another grade. What is breached stays breached: that is a fact, not a forecast. */
function regrade(row: DeadlineRow, grade: Grade, policies: EscalationPolicies): DeadlineRow {
  const policy = policies.clock(row.clock);
  if (isDueFromEvent(policy.due) || row.grade === grade) return row;
  if (row.breachedAt !== null) return { ...row, grade };
  const from = isGrade(row.grade) ? row.grade : 'unrated';
  const duration = policy.due[grade];
  const times = rebase(
    timesOf(row),
    duration,
    gradeMove(from, grade),
    policy.calendar,
    policies.calendar,
  );
  return withTimes({ ...row, grade }, times, grade, policies);
}

const timesOf = (row: DeadlineRow): Deadline => ({
  startedAt: row.startedAt,
  dueAt: row.dueAt,
  paused: { elapsedMs: row.pausedMs, workMs: row.pausedWorkMs },
});

function withTimes(
  row: DeadlineRow,
  times: Deadline,
  grade: string,
  policies: EscalationPolicies,
): DeadlineRow {
  const policy = policies.clock(row.clock);
  const warns = isWarningHeard(policy)
    ? warnAt(times, policy.warnAt, calendarFor(policy, grade), policies.calendar)
    : null;
  const again = warns !== null && row.warnedAt !== null && warns > row.warnedAt;
  return {
    ...row,
    state: stateWith(row.state, times.dueAt),
    dueAt: times.dueAt,
    warnAt: warns,
    // A due time that moved away warns again.
    warnedAt: again ? null : row.warnedAt,
    pausedMs: times.paused.elapsedMs,
    pausedWorkMs: times.paused.workMs,
  };
}

/** A timer warns nobody, and neither does a clock that has nobody to tell. */
const isWarningHeard = ({ act, tell, ladder }: ClockPolicy): boolean =>
  act === undefined && (tell.length > 0 || ladder?.from === 'warn');

function stateWith(state: DeadlineRow['state'], dueAt: Instant | null): DeadlineRow['state'] {
  if (dueAt === null) return 'dormant';
  return state === 'dormant' ? 'running' : state;
}

function calendarFor(policy: ClockPolicy, grade: string): ClockPolicy['calendar'] {
  const duration: Duration | null =
    isDueFromEvent(policy.due) || !isGrade(grade) ? null : policy.due[grade];
  return duration === null ? policy.calendar : calendarOf(duration, policy.calendar);
}
