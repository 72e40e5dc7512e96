import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { EscalationPolicies } from '#escalation';
import { Requires } from '#identity';
import { Clock, Database, IdPipe, notFound } from '#platform';
import type { Tx } from '#platform';
import { DateTime } from 'luxon';
import { rosterDocument } from '../calendar/roster-document.js';
import { coverageOf, fairnessOf, membersOf, suggestFor } from '../core/index.js';
import type { Load, Segment } from '../core/index.js';
import { DutyPolicy } from '../duty-policy.js';
import { WindowQuery } from '../duty.dto.js';
import { People } from '../people.js';
import { findSchedule, loadPlan, schedulesInUse } from '../schedules/schedule.repository.js';
import type { StoredSchedule, Window } from '../schedules/schedule.repository.js';
import { windowOf } from '../windows.js';
import { FairnessView, MonthQuery, SuggestionList, SuggestionQuery } from './now.dto.js';

const MOST_DAYS = 400;
const REST_MS = 3 * 24 * 3_600_000;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What is worked out from a schedule: how fairly it is shared, who could take a gap, and the sheet for the wall. */
@Controller('schedules/:id')
export class FiguresController {
  constructor(
    private readonly database: Database,
    private readonly policy: DutyPolicy,
    private readonly policies: EscalationPolicies,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** Hours, nights, week-ends and holidays of each person, against the mean of the position's people. */
  @Get('fairness')
  @Requires('duty.read')
  async fairness(
    @Param('id', IdPipe) id: string,
    @Query() query: WindowQuery,
  ): Promise<FairnessView> {
    const tx = this.database.reader;
    const window = windowOf(query, this.clock.now(), MOST_DAYS);
    const schedule = await this.schedule(tx, id);
    const plan = await loadPlan(tx, id, window);
    const { isHoliday } = this.policy;
    const { segments } = coverageOf(plan, window, isHoliday);
    const members = membersOf(plan, window);
    const { timeZone } = schedule.rules;
    const { people, mean } = fairnessOf(segments, window, timeZone, isHoliday, members);
    const named = await this.people.named(
      tx,
      people.map(({ userId }) => userId),
    );
    return {
      people: people.map(({ userId, position, versusMean, ...load }) => ({
        ...{ user: named(userId), position, ...loadView(load) },
        versusMean: loadView(versusMean),
      })),
      mean: mean.map(({ position, ...load }) => ({ position, ...loadView(load) })),
    };
  }

  /** Who should take a gap, best first, with the reason in words. */
  @Get('suggestions')
  @Requires('duty.read')
  async suggestions(
    @Param('id', IdPipe) id: string,
    @Query() query: SuggestionQuery,
  ): Promise<SuggestionList> {
    const tx = this.database.reader;
    const window = windowOf(query, this.clock.now(), 62);
    await this.schedule(tx, id);
    const plan = await loadPlan(tx, id, window);
    const gap = { position: query.position, ...window };
    const elsewhere = await this.elsewhere(tx, id, window);
    const found = suggestFor(gap, plan, this.policy.isHoliday, elsewhere);
    const known = await this.people.active(
      tx,
      found.map(({ userId }) => userId),
    );
    const named = await this.people.named(tx, [...known]);
    return {
      items: found
        .filter(({ userId }) => known.has(userId))
        .map(({ userId, score, reason }) => ({ user: named(userId), score, reason })),
    };
  }

  /** 值班表: a month in the usual table form, as a Word file. */
  @Get('roster.docx')
  @Requires('duty.read')
  @Header('Content-Type', WORD)
  @ApiProduces(WORD)
  async roster(
    @Param('id', IdPipe) id: string,
    @Query() { month }: MonthQuery,
  ): Promise<StreamableFile> {
    const tx = this.database.reader;
    const { name, rules } = await this.schedule(tx, id);
    const { timeZone } = rules;
    const first = DateTime.fromISO(`${month}-01`, { zone: timeZone });
    const window = { from: first.toMillis(), to: first.plus({ months: 1 }).toMillis() };
    const plan = await loadPlan(tx, id, window);
    const { segments } = coverageOf(plan, window, this.policy.isHoliday);
    const named = await this.people.named(
      tx,
      segments.map(({ userId }) => userId),
    );
    const names = new Map(segments.map(({ userId }) => [userId, named(userId).name]));
    const { isHoliday } = this.policy;
    const holidayName = (date: string) => this.policies.calendar.holidayName(date);
    const sheet = { name, month, timeZone, segments, names, isHoliday, holidayName };
    return new StreamableFile(await rosterDocument(sheet), {
      type: WORD,
      disposition: `attachment; filename="roster-${month}.docx"`,
    });
  }

  /** Duty in the other schedules around a window: nobody can be in two places, and rest counts from there, too. */
  private async elsewhere(tx: Tx, scheduleId: string, window: Window): Promise<Segment[]> {
    const around = { from: window.from - REST_MS, to: window.to + REST_MS };
    const others = (await schedulesInUse(tx)).filter((other) => other !== scheduleId);
    const segments: Segment[] = [];
    for (const other of others)
      segments.push(
        ...coverageOf(await loadPlan(tx, other, around), around, this.policy.isHoliday).segments,
      );
    return segments;
  }

  private async schedule(tx: Tx, id: string): Promise<StoredSchedule> {
    const schedule = await findSchedule(tx, id);
    if (schedule === null) throw notFound('This schedule');
    return schedule;
  }
}

const loadView = ({ shifts, hours, nights, weekends, holidays }: Load): Load => ({
  shifts,
  hours,
  nights,
  weekends,
  holidays,
});
