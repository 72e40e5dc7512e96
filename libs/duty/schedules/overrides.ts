import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, newId, notFound, sql } from '#platform';
import type { Tx } from '#platform';
import { overrideProblems } from '../core/index.js';
import type { Override, Position } from '../core/index.js';
import { People } from '../people.js';
import { KeepRoster } from '../roster/keep-roster.js';
import { ruleProblem } from '../rule-problem.js';
import { record } from './record.js';
import type { OverrideBody } from './schedule.dto.js';
import { LONGEST_OVERRIDE_MS, lockSchedule } from './schedule.repository.js';
import type { Window } from './schedule.repository.js';

export interface OverrideRow {
  readonly id: string;
  readonly scheduleId: string;
  readonly position: Position;
  readonly from: number;
  readonly to: number;
  readonly userId: string;
  readonly via: Override['via'];
  readonly reason: string | null;
  readonly createdBy: string | null;
  readonly createdAt: number;
}

interface Stored {
  readonly id: string;
  readonly schedule_id: string;
  readonly position: Position;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly user_id: string;
  readonly via: Override['via'];
  readonly reason: string | null;
  readonly created_by: string | null;
  readonly created_at: Date;
}

const toRow = (row: Stored): OverrideRow => ({
  id: row.id,
  scheduleId: row.schedule_id,
  position: row.position,
  from: row.starts_at.getTime(),
  to: row.ends_at.getTime(),
  userId: row.user_id,
  via: row.via,
  reason: row.reason,
  createdBy: row.created_by,
  createdAt: row.created_at.getTime(),
});

/** Those that meet a window and are in force in it. */
export async function overridesBetween(
  tx: Tx,
  scheduleId: string,
  { from, to }: Window,
): Promise<OverrideRow[]> {
  const rows = await sql<Stored>(
    tx,
    `SELECT * FROM duty_overrides WHERE schedule_id = $1 AND ends_at > $2 AND starts_at < $3 AND ends_at > starts_at
     ORDER BY starts_at, created_at, id`,
    [scheduleId, new Date(from), new Date(to)],
  );
  return rows.map(toRow);
}

export async function insertOverride(tx: Tx, row: OverrideRow): Promise<void> {
  await sql(
    tx,
    `INSERT INTO duty_overrides (id, schedule_id, position, starts_at, ends_at, user_id, via, reason, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[row.id, row.scheduleId, row.position, new Date(row.from), new Date(row.to)],
      ...[row.userId, row.via, row.reason, row.createdBy, new Date(row.createdAt)],
    ],
  );
}

/** 调班: somebody is on duty in place of whom the layers name. */
@Injectable()
export class AddOverride {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly roster: KeepRoster,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** Answers the new id. 404, 422: past, empty, too long, over another override, nobody, no longer in use. */
  async run(scheduleId: string, body: OverrideBody, actor: RequestActor): Promise<string> {
    const id = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const schedule = await lockSchedule(tx, scheduleId);
      if (schedule === null) throw notFound('This schedule');
      if (schedule.archivedAt !== null) throw ruleProblem([ARCHIVED], actor.locale);
      const made = await this.within(tx, scheduleId, body, actor, now);
      await this.roster.schedule(tx, scheduleId, now, made);
      return made;
    });
    this.nudges.send('stream', 'deadlines', 'outbox');
    return id;
  }

  /** Takes it back. What has passed of it stays; the rest is as if it had never been. */
  async cancel(id: string, actor: RequestActor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const [found] = await sql<Stored>(tx, 'SELECT * FROM duty_overrides WHERE id = $1', [id]);
      if (found === undefined) throw notFound('This override');
      await lockSchedule(tx, found.schedule_id);
      const rows = await sql<{ id: string }>(
        tx,
        `UPDATE duty_overrides SET ends_at = greatest(starts_at, $2), cancelled_at = $2
         WHERE id = $1 AND ends_at > $2 AND ends_at > starts_at RETURNING id`,
        [id, new Date(now)],
      );
      if (rows.length === 0) throw ruleProblem([OVER], actor.locale);
      await record(tx, found.schedule_id, 'override.cancelled', actor.id, now, { overrideId: id });
      await this.roster.schedule(tx, found.schedule_id, now, `${id}:cancelled`);
    });
    this.nudges.send('stream', 'deadlines', 'outbox');
  }

  /** In the caller's transaction, which holds the schedule's lock and brings the roster up to date. */
  async within(
    tx: Tx,
    scheduleId: string,
    body: OverrideBody,
    actor: RequestActor,
    now: number,
    under = '',
  ): Promise<string> {
    const span = { position: body.position, from: Date.parse(body.from), to: Date.parse(body.to) };
    const around = { from: span.from - LONGEST_OVERRIDE_MS, to: span.to + LONGEST_OVERRIDE_MS };
    const existing = await overridesBetween(tx, scheduleId, around);
    const wanted = { id: newId(), ...span, userId: body.userId, via: 'override' as const };
    const problems = overrideProblems(wanted, existing, now);
    const known = await this.people.active(tx, [body.userId]);
    if (!known.has(body.userId)) problems.push(NOBODY);
    if (problems.length > 0) throw ruleProblem(problems, actor.locale, under);
    const reason = body.reason === undefined ? null : this.redactor.clean(body.reason);
    // From the very moment on, if it was said to begin at this one: nothing before now changes.
    const from = Math.max(span.from, now);
    await insertOverride(tx, {
      ...wanted,
      from,
      scheduleId,
      reason,
      createdBy: actor.id,
      createdAt: now,
    });
    await record(tx, scheduleId, 'override.added', actor.id, now, {
      ...{ overrideId: wanted.id, position: span.position, userId: body.userId },
      ...{ from: new Date(from).toISOString(), to: body.to },
    });
    return wanted.id;
  }
}

export const ARCHIVED = {
  path: '',
  code: 'schedule.archived',
  message: { zh: '这个值班表已停用', en: 'This schedule is no longer in use' },
};

const OVER = {
  path: '',
  code: 'override.past',
  message: { zh: '这次调班已经结束，不能再取消', en: 'It is over: the past does not change' },
};

const NOBODY = {
  path: 'userId',
  code: 'override.unknown-user',
  message: { zh: '没有这个人，或其账号已停用', en: 'Nobody who works here has this id' },
};
