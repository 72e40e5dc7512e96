import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Database, IdPipe, momentKey, notFound, pageOf, readMomentCursor } from '#platform';
import { actorOf, readCommandBody, refusalProblem } from '#workflow';
import { DraftRelease } from './commands/draft-release.js';
import { GiveReleaseCommand } from './commands/give-command.js';
import { UNDER_WAY, isCheck } from './core/index.js';
import { listReleases } from './list/list-releases.js';
import { ReleaseRowPresenter } from './list/present-rows.js';
import { DraftReleaseBody, ReleaseList, ReleaseQuery } from './list/release.dto.js';
import { ReleasePagePresenter } from './page/present-page.js';
import { ReleasePageView } from './page/release-page.dto.js';
import { SeenBody, TickBody } from './page/review.dto.js';
import { Reading } from './review/reading.js';

/** 信息发布联审: texts on their way to the public, and what became of them. */
@Controller('releases')
export class ReleasesController {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftRelease,
    private readonly commands: GiveReleaseCommand,
    private readonly reading: Reading,
    private readonly rows: ReleaseRowPresenter,
    private readonly pages: ReleasePagePresenter,
  ) {}

  /** Writes the first version of a text: an answer to an incident, or a notice. */
  @Post()
  @Requires('release.draft')
  async draft(
    @CurrentUser() user: RequestActor,
    @Body() body: DraftReleaseBody,
  ): Promise<ReleasePageView> {
    const drafted = await this.drafting.run(
      {
        incidentId: body.incidentId?.toLowerCase() ?? null,
        title: body.title,
        body: body.body,
        channelIds: (body.channelIds ?? []).map((id) => id.toLowerCase()),
        publishAt: body.publishAt === undefined ? null : Date.parse(body.publishAt),
        evidenceIds: body.evidenceIds ?? null,
      },
      actorOf(user),
    );
    if (!drafted.ok) throw refusalProblem(drafted, user.locale);
    return this.pages.present(this.database.reader, drafted.id, user);
  }

  /** The last changed first. */
  @Get()
  @Requires('release.read')
  async list(
    @CurrentUser() user: RequestActor,
    @Query() query: ReleaseQuery,
  ): Promise<ReleaseList> {
    const states = query.state?.flatMap((state) => (state === 'open' ? [...UNDER_WAY] : [state]));
    const rows = await listReleases(
      this.database.reader,
      {
        states: states ?? null,
        incidentId: query.incidentId ?? null,
        waiting: query.waiting ?? null,
        mine: query.mine ?? false,
        after: readMomentCursor(query.cursor),
        limit: query.limit,
      },
      actorOf(user),
    );
    const page = pageOf(rows, query.limit, ({ updatedAt, id }) => momentKey(updatedAt, id));
    return {
      items: await this.rows.present(this.database.reader, page.items),
      nextCursor: page.nextCursor,
    };
  }

  @Get(':id')
  @Requires('release.read')
  page(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<ReleasePageView> {
    return this.pages.present(this.database.reader, id, user);
  }

  /**
   * Gives a command: `submit`, `revise {title?, body, channelIds?, publishAt?, evidenceIds?}`,
   * `approve {checks, textVersion?, note?}`, `reject {reason}`, `schedule {publishAt?}`,
   * `publish {links: [{channelId, url}], captureId?, captureText?}`, `file`, `correct {title?, body, reason}`,
   * `ask-withdrawal {reason}`, `withdraw {reason}`, `discard {reason?}`. Refusals name every reason at once; a stale
   * version is 409 and changes nothing.
   */
  @Post(':id/commands/:command')
  @HttpCode(200)
  @Requires('release.act')
  async execute(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) releaseId: string,
    @Param('command') name: string,
    @Body() body: unknown,
  ): Promise<ReleasePageView> {
    const { expectedVersion, params } = readCommandBody(body);
    const given = await this.commands.run({
      ...{ releaseId, name, expectedVersion },
      actor: actorOf(user),
      body: params,
    });
    if (given === null) throw notFound('This release');
    if (!given.ok) throw refusalProblem(given, user.locale);
    return this.pages.present(this.database.reader, releaseId, user);
  }

  /** Says that the reader has had this version of the text open. */
  @Post(':id/seen')
  @HttpCode(204)
  @Requires('release.read')
  async seen(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() { version }: SeenBody,
  ): Promise<void> {
    await this.reading.seen(id, version, user);
  }

  /** Ticks one of the five checks on a version, or takes the tick back. Approving takes all five. */
  @Put(':id/checks/:check')
  @HttpCode(204)
  @Requires('release.act')
  async tick(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Param('check') check: string,
    @Body() { version, ticked }: TickBody,
  ): Promise<void> {
    if (!isCheck(check)) throw notFound('This check');
    await this.reading.tick(id, version, check, ticked, user);
  }
}
