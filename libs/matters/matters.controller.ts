import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, Database, IdPipe, momentKey, pageOf, readMomentCursor } from '#platform';
import { actorOf } from '#workflow';
import { ManageMatters } from './manage-matters.js';
import { MatterCalendar } from './matter-days.js';
import { refuseUnlessSeen } from './matter-sight.js';
import {
  CancelMatterBody,
  EditMatterBody,
  LinkBody,
  MatterActBody,
  MatterBody,
  MatterDays,
  MatterDaysQuery,
  MatterList,
  MatterQuery,
  MatterView,
  MattersOfIncident,
  ReturnMatterBody,
} from './matter.dto.js';
import { listMatters } from './matter.repository.js';
import { MatterPresenter } from './present-matter.js';

@Controller()
export class MattersController {
  constructor(
    private readonly database: Database,
    private readonly matters: ManageMatters,
    private readonly calendar: MatterCalendar,
    private readonly presenter: MatterPresenter,
    private readonly clock: Clock,
  ) {}

  /** Important matters by their time. */
  @Get('matters')
  @Requires('matter.read')
  async list(@CurrentUser() user: RequestActor, @Query() query: MatterQuery): Promise<MatterList> {
    const tx = this.database.reader;
    const search = {
      when: query.when ?? 'coming',
      state: query.state ?? null,
      reader: actorOf(user),
      after: readMomentCursor(query.cursor),
      limit: query.limit,
    };
    const rows = await listMatters(tx, search, this.clock.now());
    const page = pageOf(rows, query.limit, ({ startsAt, id }) => momentKey(startsAt, id));
    return { items: await this.presenter.list(tx, page.items), nextCursor: page.nextCursor };
  }

  /** Drafts a report of something that will happen. */
  @Post('matters')
  @Requires('matter.write')
  async create(@CurrentUser() user: RequestActor, @Body() body: MatterBody): Promise<MatterView> {
    return this.view(await this.matters.create(body, user), user);
  }

  /** What is known beforehand of each day between two: matters and sensitive dates. */
  @Get('matters/days')
  @Requires('matter.read')
  async days(
    @CurrentUser() user: RequestActor,
    @Query() query: MatterDaysQuery,
  ): Promise<MatterDays> {
    return { items: await this.calendar.between(this.database.reader, query, user) };
  }

  @Get('matters/:id')
  @Requires('matter.read')
  one(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<MatterView> {
    return this.view(id, user);
  }

  /** Changes its words. Once it was reported, the duty office has to receive it again. */
  @Patch('matters/:id')
  @Requires('matter.write')
  async edit(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: EditMatterBody,
  ): Promise<MatterView> {
    return this.act(id, user, () => this.matters.edit(id, body, user));
  }

  /** Reports it to the duty office. */
  @Post('matters/:id/report')
  @HttpCode(200)
  @Requires('matter.write')
  report(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: MatterActBody,
  ): Promise<MatterView> {
    return this.act(id, user, () => this.matters.report(id, body, user));
  }

  /** The duty office has it. */
  @Post('matters/:id/receive')
  @HttpCode(200)
  @Requires('matter.receive')
  receive(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: MatterActBody,
  ): Promise<MatterView> {
    return this.act(id, user, () => this.matters.receive(id, body, user));
  }

  /** The duty office wants to know more. */
  @Post('matters/:id/return')
  @HttpCode(200)
  @Requires('matter.receive')
  return(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: ReturnMatterBody,
  ): Promise<MatterView> {
    return this.act(id, user, () => this.matters.return(id, body.question, body, user));
  }

  /** It will not happen. */
  @Post('matters/:id/cancel')
  @HttpCode(200)
  @Requires('matter.write')
  cancel(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: CancelMatterBody,
  ): Promise<MatterView> {
    return this.act(id, user, () => this.matters.cancel(id, body.reason, body, user));
  }

  /** Somebody says whether an incident is about this matter. */
  @Post('matters/:id/links')
  @HttpCode(200)
  @Requires('matter.link')
  link(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: LinkBody,
  ): Promise<MatterView> {
    return this.act(id, user, () => this.matters.decide(id, body, user));
  }

  /** What was reported beforehand and is, or may be, what an incident is about, with the prepared answers. */
  @Get('incidents/:id/matters')
  @Requires('matter.read')
  async ofIncident(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<MattersOfIncident> {
    return { items: await this.presenter.ofIncident(this.database.reader, id, user) };
  }

  private async act(id: string, user: RequestActor, act: () => Promise<void>): Promise<MatterView> {
    await refuseUnlessSeen(this.database.reader, id, actorOf(user));
    await act();
    return this.view(id, user);
  }

  private view(id: string, user: RequestActor): Promise<MatterView> {
    return this.presenter.one(this.database.reader, id, user);
  }
}
