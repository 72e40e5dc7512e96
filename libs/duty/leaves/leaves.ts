import { Injectable } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, ProblemError, newId, notFound, sql } from '#platform';
import type { Tx } from '#platform';
import { People } from '../people.js';
import { KeepRoster } from '../roster/keep-roster.js';
import { ruleProblem } from '../rule-problem.js';
import type { RuleProblem } from '../rule-problem.js';
import { schedulesInUse } from '../schedules/schedule.repository.js';
import type { Window } from '../schedules/schedule.repository.js';

export interface LeaveRow {
  readonly id: string;
  readonly userId: string;
  readonly from: number;
  readonly to: number;
  readonly note: string | null;
}

interface Stored {
  readonly id: string;
  readonly user_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly note: string | null;
}

const toRow = (row: Stored): LeaveRow => ({
  id: row.id,
  userId: row.user_id,
  from: row.starts_at.getTime(),
  to: row.ends_at.getTime(),
  note: row.note,
});

export async function leavesBetween(
  tx: Tx,
  { from, to }: Window,
  userId: string | null,
): Promise<LeaveRow[]> {
  const rows = await sql<Stored>(
    tx,
    `SELECT * FROM leaves WHERE ends_at > $1 AND starts_at < $2 AND ends_at > starts_at
       AND ($3::uuid IS NULL OR user_id = $3) ORDER BY starts_at, id`,
    [new Date(from), new Date(to), userId],
  );
  return rows.map(toRow);
}

export interface NewLeave {
  readonly userId: string;
  readonly from: number;
  readonly to: number;
  readonly note: string | null;
}

const LONGEST_MS = 366 * 24 * 3_600_000;
/** A form that was filled in a moment ago. */
const SLACK_MS = 60_000;

/** Who is away is as if not on the rota; the layers below, or a gap that is warned of, take their place. */
@Injectable()
export class Leaves {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly roster: KeepRoster,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** One's own; leaders and administrators enter anybody's. 403, 422. */
  async add(leave: NewLeave, actor: RequestActor): Promise<LeaveRow> {
    mayEnterFor(leave.userId, actor);
    return this.inOne(async (tx, now) => {
      const known = await this.people.active(tx, [leave.userId]);
      const problems = leaveProblems(leave, now, known.has(leave.userId));
      if (problems.length > 0) throw ruleProblem(problems, actor.locale);
      const note = leave.note === null ? null : this.redactor.clean(leave.note);
      const row = { ...leave, id: newId(), from: Math.max(leave.from, now), note };
      await sql(
        tx,
        `INSERT INTO leaves (id, user_id, starts_at, ends_at, note, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ...[row.id, row.userId, new Date(row.from), new Date(row.to), note],
          ...[actor.id, new Date(now)],
        ],
      );
      await this.roll(tx, now, row.id);
      return row;
    });
  }

  /** What has passed of it stays. */
  async cancel(id: string, actor: RequestActor): Promise<void> {
    await this.inOne(async (tx, now) => {
      const [found] = await sql<Stored>(tx, 'SELECT * FROM leaves WHERE id = $1', [id]);
      if (found === undefined) throw notFound('This leave');
      mayEnterFor(found.user_id, actor);
      const rows = await sql<{ id: string }>(
        tx,
        `UPDATE leaves SET ends_at = greatest(starts_at, $2), cancelled_at = $2
         WHERE id = $1 AND ends_at > $2 AND ends_at > starts_at RETURNING id`,
        [id, new Date(now)],
      );
      if (rows.length === 0) throw ruleProblem([OVER], actor.locale);
      await this.roll(tx, now, `${id}:cancelled`);
    });
  }

  private async roll(tx: Tx, now: number, cause: string): Promise<void> {
    for (const scheduleId of await schedulesInUse(tx))
      await this.roster.schedule(tx, scheduleId, now, `${cause}:${scheduleId}`);
  }

  private async inOne<Result>(work: (tx: Tx, now: number) => Promise<Result>): Promise<Result> {
    const result = await this.database.transaction((tx) => work(tx, this.clock.now()));
    this.nudges.send('stream', 'deadlines', 'outbox');
    return result;
  }
}

const OVER: RuleProblem = {
  path: '',
  code: 'leave.past',
  message: { zh: '这次请假已经结束，不能再取消', en: 'It is over: the past does not change' },
};

function mayEnterFor(userId: string, actor: RequestActor): void {
  if (userId === actor.id || actor.permissions.includes('duty.manage')) return;
  throw new ProblemError(403, 'leave.not-yours', 'Leaders enter the leave of others.');
}

function leaveProblems({ from, to }: NewLeave, now: number, known: boolean): RuleProblem[] {
  const problems: RuleProblem[] = [];
  if (!known)
    problems.push({
      path: 'userId',
      code: 'leave.unknown-user',
      message: { zh: '没有这个人，或其账号已停用', en: 'Nobody who works here has this id' },
    });
  if (from < now - SLACK_MS)
    problems.push({
      path: 'from',
      code: 'leave.past',
      message: { zh: '不能登记过去的请假', en: 'The past cannot be changed' },
    });
  if (to <= from)
    problems.push({
      path: 'to',
      code: 'leave.empty',
      message: { zh: '结束时间须晚于开始时间', en: 'Must end after it begins' },
    });
  if (to - from > LONGEST_MS)
    problems.push({
      path: 'to',
      code: 'leave.too-long',
      message: { zh: '一次请假最长一年', en: 'A leave lasts a year at most' },
    });
  return problems;
}
