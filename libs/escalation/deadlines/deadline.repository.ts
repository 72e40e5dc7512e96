import type { Tx } from '#platform';
import { sql } from '#platform';
import type { DeadlineRow } from './deadline-row.js';
import { nextFiring } from './deadline-row.js';

export interface StoredDeadline {
  readonly id: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly clock: string;
  readonly grade: string;
  readonly state: DeadlineRow['state'];
  readonly started_at: Date;
  readonly due_at: Date | null;
  readonly due_set_at: Date;
  readonly warn_at: Date | null;
  readonly warned_at: Date | null;
  readonly breached_at: Date | null;
  readonly paused_at: Date | null;
  readonly paused_ms: string;
  readonly paused_work_ms: string;
  readonly resume_by: Date | null;
  readonly stopped_at: Date | null;
  readonly stopped_by: string | null;
}

const instant = (date: Date | null): number | null => (date === null ? null : date.getTime());

export const toDeadline = (row: StoredDeadline): DeadlineRow => ({
  id: row.id,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  clock: row.clock,
  grade: row.grade,
  state: row.state,
  startedAt: row.started_at.getTime(),
  dueAt: instant(row.due_at),
  dueSetAt: row.due_set_at.getTime(),
  warnAt: instant(row.warn_at),
  warnedAt: instant(row.warned_at),
  breachedAt: instant(row.breached_at),
  pausedAt: instant(row.paused_at),
  pausedMs: Number(row.paused_ms),
  pausedWorkMs: Number(row.paused_work_ms),
  resumeBy: instant(row.resume_by),
  stoppedAt: instant(row.stopped_at),
  stoppedBy: row.stopped_by,
});

/** The severities of deadlines, by id. */
export async function gradesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<{ id: string; grade: string }>(
    tx,
    'SELECT id, grade FROM deadlines WHERE id = ANY($1)',
    [ids],
  );
  return new Map(rows.map(({ id, grade }) => [id, grade]));
}

/** All deadlines of a subject, oldest first. */
export async function deadlinesOf(tx: Tx, subjectId: string): Promise<DeadlineRow[]> {
  const rows = await sql<StoredDeadline>(
    tx,
    'SELECT * FROM deadlines WHERE subject_id = $1 ORDER BY started_at, id',
    [subjectId],
  );
  return rows.map(toDeadline);
}

/** The deadlines of several subjects that have not stopped, the next due first. */
export async function liveDeadlinesOf(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<DeadlineRow[]> {
  if (subjectIds.length === 0) return [];
  const rows = await sql<StoredDeadline>(
    tx,
    "SELECT * FROM deadlines WHERE subject_id = ANY($1) AND state <> 'stopped' ORDER BY due_at, id",
    [subjectIds],
  );
  return rows.map(toDeadline);
}

/** Those of the given subjects for which something is due. The caller holds the subjects' locks. */
export async function dueDeadlines(
  tx: Tx,
  subjectIds: readonly string[],
  now: number,
): Promise<DeadlineRow[]> {
  const rows = await sql<StoredDeadline>(
    tx,
    'SELECT * FROM deadlines WHERE subject_id = ANY($1) AND fire_at <= $2 ORDER BY fire_at, id',
    [subjectIds, new Date(now)],
  );
  return rows.map(toDeadline);
}

/** Writes new and changed deadlines in one statement. Those that stop come first, since one live per clock is allowed. */
export async function saveDeadlines(tx: Tx, rows: readonly DeadlineRow[]): Promise<void> {
  if (rows.length === 0) return;
  const ordered = [...rows].sort(
    (a, b) => Number(b.state === 'stopped') - Number(a.state === 'stopped'),
  );
  await sql(
    tx,
    `INSERT INTO deadlines AS d (id, subject_type, subject_id, clock, grade, state, version, started_at, due_at, due_set_at, warn_at,
       warned_at, breached_at, paused_at, paused_ms, paused_work_ms, resume_by, stopped_at, stopped_by, fire_at, fire_kind)
     SELECT id, subject_type, subject_id, clock, grade, state, 1, started_at, due_at, due_set_at, warn_at,
       warned_at, breached_at, paused_at, paused_ms, paused_work_ms, resume_by, stopped_at, stopped_by, fire_at, fire_kind
     FROM jsonb_populate_recordset(NULL::deadlines, $1)
     ON CONFLICT (id) DO UPDATE SET
       grade = excluded.grade, state = excluded.state, version = d.version + 1, due_at = excluded.due_at, due_set_at = excluded.due_set_at,
       warn_at = excluded.warn_at, warned_at = excluded.warned_at, breached_at = excluded.breached_at,
       paused_at = excluded.paused_at, paused_ms = excluded.paused_ms, paused_work_ms = excluded.paused_work_ms,
       resume_by = excluded.resume_by, stopped_at = excluded.stopped_at, stopped_by = excluded.stopped_by,
       fire_at = excluded.fire_at, fire_kind = excluded.fire_kind`,
    [JSON.stringify(ordered.map(toStored))],
  );
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function toStored(row: DeadlineRow): Record<string, unknown> {
  const next = nextFiring(row);
  return {
    id: row.id,
    subject_type: row.subjectType,
    subject_id: row.subjectId,
    clock: row.clock,
    grade: row.grade,
    state: row.state,
    started_at: iso(row.startedAt),
    due_at: iso(row.dueAt),
    due_set_at: iso(row.dueSetAt),
    warn_at: iso(row.warnAt),
    warned_at: iso(row.warnedAt),
    breached_at: iso(row.breachedAt),
    paused_at: iso(row.pausedAt),
    paused_ms: row.pausedMs,
    paused_work_ms: row.pausedWorkMs,
    resume_by: iso(row.resumeBy),
    stopped_at: iso(row.stoppedAt),
    stopped_by: row.stoppedBy,
    fire_at: next === null ? null : iso(next.at),
    fire_kind: next?.kind ?? null,
  };
}
