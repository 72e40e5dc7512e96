import { Controller, Get, Query } from '@nestjs/common';
import { CurrentUser, Directory, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Database, ProblemError, invalid } from '#platform';
import { EscalationPolicies } from '../policies.js';
import { presentResponse } from './present-response.js';
import { NO_RESPONSE, readByKind, readByPerson } from './read-response.js';
import type { GroupedFigures, Period } from './read-response.js';
import { ResponseQuery, ResponseView } from './response.dto.js';

const LONGEST_MS = 400 * 24 * 3_600_000;

@Controller('response')
export class ResponseController {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly policies: EscalationPolicies,
  ) {}

  /**
   * How soon calls were answered: times to acknowledge and to judge, steps needed, ladders that ran out. By severity,
   * by local hour of the day, or by person. Leaders and administrators see everybody; all others see themselves, by
   * person only (403 for the rest).
   */
  @Get()
  @Requires('response.read')
  async read(
    @CurrentUser() user: RequestActor,
    @Query() query: ResponseQuery,
  ): Promise<ResponseView> {
    const period = { from: Date.parse(query.from), to: Date.parse(query.to) };
    refuseUnlessPeriod(period);
    const figures = await this.figures(user, query.by, period);
    const names =
      query.by === 'person'
        ? await this.directory.names(this.database.reader, [...figures.groups.keys()])
        : new Map<string, string>();
    return presentResponse({ ...query, ...figures, names });
  }

  private async figures(
    user: RequestActor,
    by: ResponseQuery['by'],
    period: Period,
  ): Promise<GroupedFigures> {
    const tx = this.database.reader;
    const { timeZone } = this.policies.calendar;
    if (seesEverybody(user)) {
      if (by !== 'person') return readByKind(tx, by, period, timeZone);
      const { total } = await readByKind(tx, 'severity', period, timeZone);
      return { total, groups: await readByPerson(tx, period, null) };
    }
    if (by !== 'person') {
      throw new ProblemError(
        403,
        'response.own-only',
        'Leaders and administrators see these figures. Ask for your own with by=person.',
      );
    }
    const groups = await readByPerson(tx, period, user.id);
    return { total: groups.get(user.id) ?? NO_RESPONSE, groups };
  }
}

const seesEverybody = ({ roles }: RequestActor): boolean =>
  roles.includes('leader') || roles.includes('admin');

function refuseUnlessPeriod({ from, to }: Period): void {
  if (to <= from) throw invalid([{ path: 'to', message: 'to must be after from' }]);
  if (to - from > LONGEST_MS)
    throw invalid([{ path: 'to', message: 'to must be at most 400 days after from' }]);
}
