import type { Tx } from '#platform';
import { sql } from '#platform';
import type { LadderPolicy } from '../core/index.js';
import { firesAt } from './escalation-row.js';
import type { EscalationRow } from './escalation-row.js';

export interface StoredEscalation {
  readonly id: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly clock: string;
  readonly deadline_id: string;
  readonly ladder: string;
  readonly policy: LadderPolicy;
  readonly state: EscalationRow['state'];
  readonly round: number | null;
  readonly step: number | null;
  readonly steps_taken: number;
  readonly next_round: number | null;
  readonly next_step: number | null;
  readonly next_step_at: Date | null;
  readonly started_at: Date;
  readonly acknowledged_by: string | null;
  readonly acknowledged_at: Date | null;
  readonly lapses_at: Date | null;
  readonly ended_at: Date | null;
  readonly moving: boolean;
}

const instant = (date: Date | null): number | null => (date === null ? null : date.getTime());

export const toEscalation = (row: StoredEscalation): EscalationRow => ({
  id: row.id,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  clock: row.clock,
  deadlineId: row.deadline_id,
  ladder: row.ladder,
  policy: row.policy,
  state: row.state,
  taken: row.round === null || row.step === null ? null : { round: row.round, step: row.step },
  stepsTaken: row.steps_taken,
  next:
    row.next_round === null || row.next_step === null || row.next_step_at === null
      ? null
      : { round: row.next_round, step: row.next_step, at: row.next_step_at.getTime() },
  startedAt: row.started_at.getTime(),
  acknowledgedBy: row.acknowledged_by,
  acknowledgedAt: instant(row.acknowledged_at),
  lapsesAt: instant(row.lapses_at),
  endedAt: instant(row.ended_at),
  moving: row.moving,
});

/** All ladders of a subject, oldest first. */
export async function escalationsOf(tx: Tx, subjectId: string): Promise<EscalationRow[]> {
  const rows = await sql<StoredEscalation>(
    tx,
    'SELECT * FROM escalations WHERE subject_id = $1 ORDER BY started_at, id',
    [subjectId],
  );
  return rows.map(toEscalation);
}

export async function escalationsOfDeadlines(
  tx: Tx,
  deadlineIds: readonly string[],
): Promise<EscalationRow[]> {
  if (deadlineIds.length === 0) return [];
  const rows = await sql<StoredEscalation>(
    tx,
    'SELECT * FROM escalations WHERE deadline_id = ANY($1) ORDER BY started_at, id',
    [deadlineIds],
  );
  return rows.map(toEscalation);
}

/** Those of the given subjects for which something is due. The caller holds the subjects' locks. */
export async function dueEscalations(
  tx: Tx,
  subjectIds: readonly string[],
  now: number,
): Promise<EscalationRow[]> {
  const rows = await sql<StoredEscalation>(
    tx,
    'SELECT * FROM escalations WHERE subject_id = ANY($1) AND fire_at <= $2 ORDER BY fire_at, id',
    [subjectIds, new Date(now)],
  );
  return rows.map(toEscalation);
}

/** Writes new and changed ladders in one statement. */
export async function saveEscalations(tx: Tx, rows: readonly EscalationRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql(
    tx,
    `INSERT INTO escalations AS e SELECT * FROM jsonb_populate_recordset(NULL::escalations, $1)
     ON CONFLICT (id) DO UPDATE SET
       state = excluded.state, round = excluded.round, step = excluded.step, steps_taken = excluded.steps_taken,
       next_round = excluded.next_round, next_step = excluded.next_step, next_step_at = excluded.next_step_at,
       acknowledged_by = excluded.acknowledged_by, acknowledged_at = excluded.acknowledged_at,
       lapses_at = excluded.lapses_at, ended_at = excluded.ended_at, moving = excluded.moving,
       fire_at = excluded.fire_at`,
    [JSON.stringify(rows.map(toStored))],
  );
}

/** One step of a ladder, as it was taken. */
export interface TakenStep {
  readonly escalationId: string;
  /** Counts from 1 over all rounds: the key that lets each step be written once only. */
  readonly ordinal: number;
  readonly round: number;
  readonly step: number;
  readonly targets: readonly string[];
  readonly reached: readonly string[];
  readonly dueAt: number;
  readonly at: number;
}

export async function saveSteps(tx: Tx, steps: readonly TakenStep[]): Promise<void> {
  if (steps.length === 0) return;
  const rows = steps.map((step) => ({
    escalation_id: step.escalationId,
    ordinal: step.ordinal,
    round: step.round,
    step: step.step,
    targets: step.targets,
    reached: step.reached,
    due_at: iso(step.dueAt),
    at: iso(step.at),
  }));
  await sql(
    tx,
    'INSERT INTO escalation_steps SELECT * FROM jsonb_populate_recordset(NULL::escalation_steps, $1)',
    [JSON.stringify(rows)],
  );
}

/** Whom the running ladders of a subject have reached so far. */
export async function reachedBy(tx: Tx, subjectId: string): Promise<string[]> {
  const rows = await sql<{ user_id: string }>(
    tx,
    `SELECT DISTINCT unnest(s.reached) AS user_id FROM escalation_steps s
     JOIN escalations e ON e.id = s.escalation_id WHERE e.subject_id = $1 AND e.ended_at IS NULL`,
    [subjectId],
  );
  return rows.map((row) => row.user_id);
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function toStored(row: EscalationRow): Record<string, unknown> {
  return {
    id: row.id,
    subject_type: row.subjectType,
    subject_id: row.subjectId,
    clock: row.clock,
    deadline_id: row.deadlineId,
    ladder: row.ladder,
    policy: row.policy,
    state: row.state,
    round: row.taken?.round ?? null,
    step: row.taken?.step ?? null,
    steps_taken: row.stepsTaken,
    next_round: row.next?.round ?? null,
    next_step: row.next?.step ?? null,
    next_step_at: iso(row.next?.at ?? null),
    started_at: iso(row.startedAt),
    acknowledged_by: row.acknowledgedBy,
    acknowledged_at: iso(row.acknowledgedAt),
    lapses_at: iso(row.lapsesAt),
    ended_at: iso(row.endedAt),
    moving: row.moving,
    fire_at: iso(firesAt(row)),
  };
}

/** The climbing ladders that have told this target in any of their steps. */
export async function laddersAt(tx: Tx, target: string): Promise<EscalationRow[]> {
  const rows = await sql<StoredEscalation>(
    tx,
    `SELECT e.* FROM escalations e WHERE e.state = 'active' AND EXISTS (
       SELECT 1 FROM escalation_steps s WHERE s.escalation_id = e.id AND $1 = ANY(s.targets))
     ORDER BY e.started_at, e.id`,
    [target],
  );
  return rows.map(toEscalation);
}

/** A climbing ladder in short, with whom it has reached. */
export interface ActiveLadder {
  readonly id: string;
  readonly subjectId: string;
  readonly clock: string;
  /** The last step taken; 0 before the first. */
  readonly step: number;
  readonly round: number;
  readonly startedAt: number;
  readonly nextStepAt: number | null;
  readonly reached: readonly string[];
}

/** The climbing ladders of several subjects, oldest first. */
export async function activeLadders(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<ActiveLadder[]> {
  if (subjectIds.length === 0) return [];
  const rows = await sql<StoredEscalation & { reached: string[] }>(
    tx,
    `SELECT e.*, ARRAY(SELECT DISTINCT unnest(s.reached) FROM escalation_steps s WHERE s.escalation_id = e.id) AS reached
     FROM escalations e WHERE e.subject_id = ANY($1) AND e.state = 'active' ORDER BY e.started_at, e.id`,
    [subjectIds],
  );
  return rows.map((row) => {
    const { id, subjectId, clock, taken, startedAt, next } = toEscalation(row);
    return {
      id,
      subjectId,
      clock,
      step: taken?.step ?? 0,
      round: taken?.round ?? 1,
      startedAt,
      nextStepAt: next?.at ?? null,
      reached: row.reached,
    };
  });
}

/** Ladders that climb at this moment, since nobody has taken them. */
export async function countClimbing(tx: Tx): Promise<number> {
  const [row] = await sql<{ count: number }>(
    tx,
    "SELECT count(*)::int AS count FROM escalations WHERE state = 'active'",
  );
  return row?.count ?? 0;
}
