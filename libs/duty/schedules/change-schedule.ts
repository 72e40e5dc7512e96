import { Injectable } from '@nestjs/common';
import type { Locale, RequestActor } from '#identity';
import { Redactor } from '#intake';
import { Clock, Database, Nudges, ProblemError, newId, notFound, sql } from '#platform';
import type { Tx } from '#platform';
import { scheduleProblems } from '../core/index.js';
import type { ScheduleRules } from '../core/index.js';
import { People } from '../people.js';
import { KeepRoster } from '../roster/keep-roster.js';
import { ruleProblem } from '../rule-problem.js';
import { ARCHIVED, AddOverride } from './overrides.js';
import { record } from './record.js';
import { participantsOf, rulesOf } from './rules-of-body.js';
import type { CreateScheduleBody, ScheduleRulesBody } from './schedule.dto.js';
import { addVersion, insertSchedule, lockSchedule } from './schedule.repository.js';

/** Before all time: a new rota may be asked what it would have said yesterday, since nothing else was said then. */
const ALWAYS = new Date(0);

/** Makes schedules, changes them from now on, and puts them away. What was, stays. */
@Injectable()
export class ChangeSchedule {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly roster: KeepRoster,
    private readonly overrides: AddOverride,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
    private readonly nudges: Nudges,
  ) {}

  /** Answers the new id. 422 names every field that makes no sense. */
  async create(body: CreateScheduleBody, actor: RequestActor): Promise<string> {
    const id = newId();
    await this.inOne(async (tx, now) => {
      const rules = await this.checked(tx, body, actor.locale);
      await insertSchedule(tx, id, rules, new Date(now));
      const version = { scheduleId: id, number: 1, from: ALWAYS, rules, madeBy: actor.id };
      await addVersion(tx, version);
      await record(tx, id, 'schedule.created', actor.id, now, { version: 1 });
      for (const [index, override] of (body.overrides ?? []).entries())
        await this.overrides.within(tx, id, override, actor, now, `overrides.${String(index)}`);
      await this.roster.schedule(tx, id, now, `${id}:1`);
    });
    return id;
  }

  /** New rules from now on. 404, 409 stale, 422. */
  async change(
    id: string,
    expectedVersion: number,
    body: ScheduleRulesBody,
    actor: RequestActor,
  ): Promise<void> {
    await this.inOne(async (tx, now) => {
      await this.lockAt(tx, id, expectedVersion, actor);
      const rules = await this.checked(tx, body, actor.locale);
      await this.putInForce(tx, id, expectedVersion + 1, rules, actor, now, 'schedule.changed');
    });
  }

  /** From now on it names nobody; what it said of the past can still be read. */
  async archive(id: string, expectedVersion: number, actor: RequestActor): Promise<void> {
    await this.inOne(async (tx, now) => {
      const { rules } = await this.lockAt(tx, id, expectedVersion, actor);
      const nobody = { ...rules, positions: [] };
      await sql(
        tx,
        'UPDATE duty_overrides SET ends_at = greatest(starts_at, $2), cancelled_at = $2 WHERE schedule_id = $1 AND ends_at > $2',
        [id, new Date(now)],
      );
      await this.putInForce(tx, id, expectedVersion + 1, nobody, actor, now, 'schedule.archived');
      await sql(tx, 'UPDATE schedules SET archived_at = $2 WHERE id = $1', [id, new Date(now)]);
    });
  }

  private async putInForce(
    tx: Tx,
    id: string,
    number: number,
    rules: ScheduleRules,
    actor: RequestActor,
    now: number,
    type: string,
  ): Promise<void> {
    const version = { scheduleId: id, number, from: new Date(now), rules, madeBy: actor.id };
    await addVersion(tx, version);
    await record(tx, id, type, actor.id, now, { version: number });
    await this.roster.schedule(tx, id, now, `${id}:${String(number)}`);
  }

  private async lockAt(tx: Tx, id: string, expectedVersion: number, { locale }: RequestActor) {
    const schedule = await lockSchedule(tx, id);
    if (schedule === null) throw notFound('This schedule');
    if (schedule.version !== expectedVersion)
      throw new ProblemError(409, 'version.stale', 'Somebody has changed this schedule meanwhile.');
    if (schedule.archivedAt !== null) throw ruleProblem([ARCHIVED], locale);
    return schedule;
  }

  private async checked(tx: Tx, body: ScheduleRulesBody, locale: Locale): Promise<ScheduleRules> {
    const rules = rulesOf(body, this.redactor.clean);
    const known = await this.people.active(tx, participantsOf(rules));
    const problems = scheduleProblems(rules, known);
    if (problems.length > 0) throw ruleProblem(problems, locale);
    return rules;
  }

  private async inOne(work: (tx: Tx, now: number) => Promise<void>): Promise<void> {
    await this.database.transaction((tx) => work(tx, this.clock.now()));
    this.nudges.send('stream', 'deadlines', 'outbox');
  }
}
