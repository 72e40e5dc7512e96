import { Controller, Get, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, Database, momentKey, pageOf, readMomentCursor } from '#platform';
import { SubjectDoors, actorOf } from '#workflow';
import { EscalationPolicies } from '../policies.js';
import { DeadlineList, DeadlineQuery } from './deadline.dto.js';
import { listDeadlines } from './list-deadlines.js';
import { presentDeadlineItem } from './present-deadline.js';

@Controller('deadlines')
export class DeadlinesController {
  constructor(
    private readonly database: Database,
    private readonly policies: EscalationPolicies,
    private readonly clock: Clock,
    private readonly doors: SubjectDoors,
  ) {}

  /** Deadlines of all subjects that one may know of, the next due first. */
  @Get()
  @Requires('deadline.read')
  async list(
    @CurrentUser() user: RequestActor,
    @Query() query: DeadlineQuery,
  ): Promise<DeadlineList> {
    const now = this.clock.now();
    const rows = await listDeadlines(this.database.reader, {
      state: query.state,
      clock: query.clock,
      except: this.policies.timers(),
      dueBefore: query.before === undefined ? undefined : new Date(query.before),
      subjectId: query.subjectId,
      after: readMomentCursor(query.cursor),
      limit: query.limit,
      now,
      sight: this.doors.sightOf(actorOf(user)),
    });
    const page = pageOf(rows, query.limit, (row) => momentKey(row.dueAt ?? 0, row.id));
    return {
      ...page,
      items: page.items.map((row) => presentDeadlineItem(row, this.policies, now)),
    };
  }
}
