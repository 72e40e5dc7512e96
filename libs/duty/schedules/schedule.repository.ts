import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Leave, Override, Plan, RulesVersion, ScheduleRules } from '../core/index.js';

/** A schedule with the rules that are in force. */
export interface StoredSchedule {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly archivedAt: Date | null;
  readonly rules: ScheduleRules;
}

const SCHEDULE = `SELECT s.id, s.name, s.version, s.archived_at AS "archivedAt", v.rules
  FROM schedules s JOIN schedule_versions v ON v.schedule_id = s.id AND v.version = s.version`;

/** Those in use first, by name. */
export const listSchedules = (tx: Tx): Promise<StoredSchedule[]> =>
  sql<StoredSchedule>(tx, `${SCHEDULE} ORDER BY s.archived_at IS NOT NULL, s.name, s.id`);

export async function findSchedule(tx: Tx, id: string): Promise<StoredSchedule | null> {
  const [row] = await sql<StoredSchedule>(tx, `${SCHEDULE} WHERE s.id = $1`, [id]);
  return row ?? null;
}

/** Locked, so that two changes of one schedule come one after the other. The lock comes before those of subjects. */
export async function lockSchedule(tx: Tx, id: string): Promise<StoredSchedule | null> {
  await sql(tx, 'SELECT id FROM schedules WHERE id = $1 FOR UPDATE', [id]);
  return findSchedule(tx, id);
}

export interface Window {
  readonly from: number;
  readonly to: number;
}

/** No override lasts longer, so none that began earlier reaches into a window. */
export const LONGEST_OVERRIDE_MS = 62 * 24 * 3_600_000;

/** Everything that decides who is on duty in a window: all rules there ever were, overrides and leaves around it. */
export async function loadPlan(tx: Tx, scheduleId: string, window: Window): Promise<Plan> {
  const versions = await sql<{ at: Date; rules: ScheduleRules }>(
    tx,
    `SELECT effective_from AS at, rules FROM schedule_versions WHERE schedule_id = $1 ORDER BY version`,
    [scheduleId],
  );
  const overrides = await sql<Omit<Override, 'from' | 'to'> & { starts_at: Date; ends_at: Date }>(
    tx,
    `SELECT id, position, starts_at, ends_at, user_id AS "userId", via FROM duty_overrides
     WHERE schedule_id = $1 AND ends_at > $2 AND starts_at < $3 AND ends_at > starts_at ORDER BY created_at, id`,
    [scheduleId, ...around(window)],
  );
  return {
    versions: versions.map(({ at, rules }): RulesVersion => ({
      effectiveFrom: at.getTime(),
      rules,
    })),
    overrides: overrides.map(({ id, position, userId, via, starts_at, ends_at }) => ({
      ...{ id, position, userId, via },
      from: starts_at.getTime(),
      to: ends_at.getTime(),
    })),
    leaves: await loadLeaves(tx, window),
  };
}

/** Shifts are told whole, so what lies around a window counts as well. */
const around = ({ from, to }: Window): Date[] => [
  new Date(from - LONGEST_OVERRIDE_MS),
  new Date(to + LONGEST_OVERRIDE_MS),
];

/** Everybody's leaves in and around a window: they count in every schedule, also in one that is only thought of. */
export async function loadLeaves(tx: Tx, window: Window): Promise<Leave[]> {
  const rows = await sql<{ user_id: string; starts_at: Date; ends_at: Date }>(
    tx,
    'SELECT user_id, starts_at, ends_at FROM leaves WHERE ends_at > $1 AND starts_at < $2 AND ends_at > starts_at',
    around(window),
  );
  return rows.map((row) => ({
    userId: row.user_id,
    from: row.starts_at.getTime(),
    to: row.ends_at.getTime(),
  }));
}

export async function insertSchedule(
  tx: Tx,
  id: string,
  rules: ScheduleRules,
  at: Date,
): Promise<void> {
  await sql(tx, 'INSERT INTO schedules (id, name, version, created_at) VALUES ($1, $2, 0, $3)', [
    id,
    rules.name,
    at,
  ]);
}

/** Puts rules in force from an instant on. */
export async function addVersion(
  tx: Tx,
  version: {
    readonly scheduleId: string;
    readonly number: number;
    readonly from: Date;
    readonly rules: ScheduleRules;
    readonly madeBy: string | null;
  },
): Promise<void> {
  const { scheduleId, number, from, rules, madeBy } = version;
  await sql(
    tx,
    `INSERT INTO schedule_versions (schedule_id, version, effective_from, rules, made_by) VALUES ($1, $2, $3, $4, $5)`,
    [scheduleId, number, from, JSON.stringify(rules), madeBy],
  );
  await sql(tx, 'UPDATE schedules SET version = $2, name = $3 WHERE id = $1', [
    scheduleId,
    number,
    rules.name,
  ]);
}

/** The schedules whose rota says anything about now: in use, or archived not long ago. */
export async function schedulesInUse(tx: Tx): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    tx,
    'SELECT id FROM schedules WHERE archived_at IS NULL ORDER BY id',
  );
  return rows.map(({ id }) => id);
}
