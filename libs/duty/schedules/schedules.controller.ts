import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Redactor } from '#intake';
import { Clock, Database, IdPipe, notFound } from '#platform';
import type { Tx } from '#platform';
import { scheduleProblems } from '../core/index.js';
import type { Override, Plan } from '../core/index.js';
import { OpenWindowQuery, WindowQuery } from '../duty.dto.js';
import { People } from '../people.js';
import { ruleProblem } from '../rule-problem.js';
import { iso, windowOf } from '../windows.js';
import { ChangeSchedule } from './change-schedule.js';
import { CoveragePresenter } from './coverage.js';
import { OverrideList, OverrideView } from './override.dto.js';
import { AddOverride, overridesBetween } from './overrides.js';
import type { OverrideRow } from './overrides.js';
import { presentSchedules } from './present-schedule.js';
import { participantsOf, rulesOf } from './rules-of-body.js';
import {
  ArchiveScheduleBody,
  ChangeScheduleBody,
  CoverageView,
  CreateScheduleBody,
  OverrideBody,
  PreviewBody,
  PreviewView,
  ScheduleList,
  ScheduleView,
} from './schedule.dto.js';
import { findSchedule, listSchedules, loadLeaves, loadPlan } from './schedule.repository.js';

/** A year, and a month at either end. */
const MOST_DAYS = 400;

@Controller()
export class SchedulesController {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeSchedule,
    private readonly overrides: AddOverride,
    private readonly coverages: CoveragePresenter,
    private readonly people: People,
    private readonly redactor: Redactor,
    private readonly clock: Clock,
  ) {}

  /** All schedules, those in use first. */
  @Get('schedules')
  @Requires('duty.read')
  async list(): Promise<ScheduleList> {
    const tx = this.database.reader;
    return { items: await presentSchedules(tx, this.people, await listSchedules(tx)) };
  }

  /** A new schedule. 422 names every field that makes no sense. */
  @Post('schedules')
  @Requires('duty.manage')
  async create(
    @CurrentUser() user: RequestActor,
    @Body() body: CreateScheduleBody,
  ): Promise<ScheduleView> {
    return this.view(await this.changes.create(body, user));
  }

  @Get('schedules/:id')
  @Requires('duty.read')
  one(@Param('id', IdPipe) id: string): Promise<ScheduleView> {
    return this.view(id);
  }

  /** New rules, in force from now on. The past stays as it was. */
  @Put('schedules/:id')
  @Requires('duty.manage')
  async change(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() { expectedVersion, ...body }: ChangeScheduleBody,
  ): Promise<ScheduleView> {
    await this.changes.change(id, expectedVersion, body, user);
    return this.view(id);
  }

  /** Puts a schedule away: from now on it names nobody. */
  @Post('schedules/:id/archive')
  @HttpCode(200)
  @Requires('duty.manage')
  async archive(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() { expectedVersion }: ArchiveScheduleBody,
  ): Promise<ScheduleView> {
    await this.changes.archive(id, expectedVersion, user);
    return this.view(id);
  }

  /** What rules would come to, before they are saved. With `scheduleId`: what would change from now on. */
  @Post('schedules/preview')
  @HttpCode(200)
  @Requires('duty.read')
  async preview(
    @CurrentUser() user: RequestActor,
    @Body() body: PreviewBody,
  ): Promise<PreviewView> {
    const tx = this.database.reader;
    const window = windowOf(body, this.clock.now(), MOST_DAYS);
    const rules = rulesOf(body.schedule, this.redactor.clean);
    const known = await this.people.active(tx, participantsOf(rules));
    const problems = scheduleProblems(rules, known);
    if (problems.length > 0) throw ruleProblem(problems, user.locale, 'schedule');
    const wanted = [...(body.schedule.overrides ?? []), ...(body.override ? [body.override] : [])];
    const tried = wanted.map(overrideOf);
    const { timeZone } = rules;
    if (body.scheduleId === undefined) {
      const leaves = await loadLeaves(tx, window);
      const plan: Plan = { versions: [{ effectiveFrom: 0, rules }], overrides: tried, leaves };
      return this.coverages.present(tx, { plan, scheduleId: null, timeZone }, window);
    }
    const current = await this.planOf(tx, body.scheduleId, window);
    const now = this.clock.now();
    const plan: Plan = {
      ...current,
      versions: [...current.versions, { effectiveFrom: now, rules }],
      overrides: [...current.overrides, ...tried],
    };
    const { scheduleId } = body;
    return {
      ...(await this.coverages.present(tx, { plan, scheduleId, timeZone }, window)),
      changes: this.coverages.changes(current, plan, window),
    };
  }

  /** Who is on duty when, with gaps and conflicts. */
  @Get('schedules/:id/coverage')
  @Requires('duty.read')
  async coverage(
    @Param('id', IdPipe) id: string,
    @Query() query: WindowQuery,
  ): Promise<CoverageView> {
    const tx = this.database.reader;
    const window = windowOf(query, this.clock.now(), MOST_DAYS);
    const schedule = await findSchedule(tx, id);
    if (schedule === null) throw notFound('This schedule');
    const plan = await loadPlan(tx, id, window);
    const { timeZone } = schedule.rules;
    return this.coverages.present(tx, { plan, scheduleId: id, timeZone }, window);
  }

  @Get('schedules/:id/overrides')
  @Requires('duty.read')
  async listOverrides(
    @Param('id', IdPipe) id: string,
    @Query() query: OpenWindowQuery,
  ): Promise<OverrideList> {
    const tx = this.database.reader;
    const window = windowOf(query, this.clock.now(), MOST_DAYS);
    return { items: await this.presentOverrides(tx, await overridesBetween(tx, id, window)) };
  }

  /** Somebody takes the place of whom the layers name. The past cannot be changed. */
  @Post('schedules/:id/overrides')
  @Requires('duty.manage')
  async addOverride(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) scheduleId: string,
    @Body() body: OverrideBody,
  ): Promise<OverrideView> {
    const id = await this.overrides.run(scheduleId, body, user);
    const tx = this.database.reader;
    const span = { from: Date.parse(body.from), to: Date.parse(body.to) };
    const rows = await overridesBetween(tx, scheduleId, span);
    const [view] = await this.presentOverrides(
      tx,
      rows.filter((row) => row.id === id),
    );
    if (view === undefined) throw notFound('This override');
    return view;
  }

  /** Takes an override back. What has passed of it stays. */
  @Delete('overrides/:id')
  @HttpCode(204)
  @Requires('duty.manage')
  async cancelOverride(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    await this.overrides.cancel(id, user);
  }

  private async view(id: string): Promise<ScheduleView> {
    const tx = this.database.reader;
    const schedule = await findSchedule(tx, id);
    const [view] = await presentSchedules(tx, this.people, schedule === null ? [] : [schedule]);
    if (view === undefined) throw notFound('This schedule');
    return view;
  }

  private async planOf(tx: Tx, id: string, window: { from: number; to: number }): Promise<Plan> {
    if ((await findSchedule(tx, id)) === null) throw notFound('This schedule');
    return loadPlan(tx, id, window);
  }

  private async presentOverrides(tx: Tx, rows: readonly OverrideRow[]): Promise<OverrideView[]> {
    const named = await this.people.named(
      tx,
      rows.flatMap(({ userId, createdBy }) => [userId, createdBy]),
    );
    return rows.map(({ id, position, from, to, userId, via, reason, createdBy, createdAt }) => ({
      ...{ id, position, via, reason, from: iso(from), to: iso(to) },
      user: named(userId),
      createdBy: createdBy === null ? null : named(createdBy),
      createdAt: iso(createdAt),
    }));
  }
}

const overrideOf = ({ position, from, to, userId }: OverrideBody, index: number): Override => ({
  ...{ id: `tried-${String(index)}`, position, userId, via: 'override' },
  from: Date.parse(from),
  to: Date.parse(to),
});
