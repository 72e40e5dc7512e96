import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Database, IdPipe, TextSearch, notFound } from '#platform';
import { actorOf, readCommandBody, refusalProblem } from '#workflow';
import { ExecuteCommand } from './commands/execute-command.js';
import { CreateIncidentDto } from './create/create-incident.dto.js';
import { LogIncident } from './create/log-incident.js';
import { IncidentQuery } from './list/incident-query.dto.js';
import { IncidentList } from './list/incident-row.dto.js';
import { listIncidents } from './list/list-incidents.js';
import { RowPresenter } from './list/present-rows.js';
import { IncidentPageView } from './page/incident-page.dto.js';
import { PagePresenter } from './page/present-page.js';

@Controller('incidents')
export class IncidentsController {
  constructor(
    private readonly database: Database,
    private readonly logging: LogIncident,
    private readonly commands: ExecuteCommand,
    private readonly rows: RowPresenter,
    private readonly pages: PagePresenter,
    private readonly texts: TextSearch,
  ) {}

  /** Logs a claim or topic as a new incident, with what was seen of it. */
  @Post()
  @Requires('incident.log')
  async log(
    @CurrentUser() user: RequestActor,
    @Body() body: CreateIncidentDto,
  ): Promise<IncidentPageView> {
    const logged = await this.logging.run(
      {
        title: body.title,
        claim: body.claim,
        kind: body.kind,
        category: body.category,
        place: body.place ?? null,
        occurredAt: body.occurredAt === undefined ? null : Date.parse(body.occurredAt),
        severity: body.severity ?? null,
        mentions: body.mentions.map(({ source, url, text, seenAt, rank, views }) => ({
          source,
          url: url ?? null,
          text,
          seenAt: Date.parse(seenAt),
          rank: rank ?? null,
          views: views ?? null,
        })),
      },
      actorOf(user),
    );
    if (!logged.ok) throw refusalProblem(logged, user.locale);
    return this.pages.present(this.database.reader, logged.id, actorOf(user), user.locale);
  }

  @Get()
  @Requires('incident.read')
  async list(
    @CurrentUser() user: RequestActor,
    @Query() query: IncidentQuery,
  ): Promise<IncidentList> {
    const { rows, nextCursor } = await listIncidents(this.database.reader, this.texts, query, user);
    return { items: await this.rows.present(this.database.reader, rows, user), nextCursor };
  }

  @Get(':id')
  @Requires('incident.read')
  page(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<IncidentPageView> {
    return this.pages.present(this.database.reader, id, actorOf(user), user.locale);
  }

  /** Gives a command. Refusals name every reason at once; a stale version is 409 and changes nothing. */
  @Post(':id/commands/:command')
  @HttpCode(200)
  @Requires('incident.act')
  async execute(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) incidentId: string,
    @Param('command') name: string,
    @Body() body: unknown,
  ): Promise<IncidentPageView> {
    const { expectedVersion, params } = readCommandBody(body);
    const executed = await this.commands.run({
      incidentId,
      name,
      actor: actorOf(user),
      expectedVersion,
      body: params,
    });
    if (executed === null) throw notFound('This incident');
    if (!executed.ok) throw refusalProblem(executed, user.locale);
    return this.pages.present(this.database.reader, incidentId, actorOf(user), user.locale);
  }
}
