import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Database, IdPipe, momentKey, notFound, pageOf, readMomentCursor } from '#platform';
import { SubjectDoors, actorOf } from '#workflow';
import { AcknowledgeEscalation } from '../acknowledge-escalation.js';
import {
  AcknowledgeBody,
  EscalationDetail,
  EscalationList,
  EscalationQuery,
} from './escalation.dto.js';
import { findEscalation, listEscalations } from './list-escalations.js';
import { EscalationPresenter } from './present-escalations.js';

@Controller('escalations')
export class EscalationsController {
  constructor(
    private readonly database: Database,
    private readonly presenter: EscalationPresenter,
    private readonly acknowledgement: AcknowledgeEscalation,
    private readonly doors: SubjectDoors,
  ) {}

  /** Ladders that climb or have climbed, the newest first. */
  @Get()
  @Requires('escalation.read')
  async list(
    @CurrentUser() user: RequestActor,
    @Query() query: EscalationQuery,
  ): Promise<EscalationList> {
    const mine = { userId: user.id, seesActive: user.roles.includes('officer') };
    const rows = await listEscalations(this.database.reader, {
      state: query.state,
      subjectId: query.subjectId,
      concerning: query.mine === true ? mine : undefined,
      after: readMomentCursor(query.cursor),
      limit: query.limit,
      sight: this.doors.sightOf(actorOf(user)),
    });
    const page = pageOf(rows, query.limit, (row) => momentKey(row.startedAt, row.id));
    return { ...page, items: await this.presenter.list(this.database.reader, page.items) };
  }

  /** One ladder, with every step that it took. */
  @Get(':id')
  @Requires('escalation.read')
  async read(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<EscalationDetail> {
    await this.refuseUnlessSeen(user, id);
    return this.presenter.detail(this.database.reader, id);
  }

  /**
   * Take it: 签收. The ladder stops, and what it is about counts as acknowledged if it waits for that. For officers
   * and for people whom the ladder has reached. Repeating it changes nothing; what somebody else took is a 422.
   */
  @Post(':id/ack')
  @HttpCode(200)
  @Requires('escalation.ack')
  async acknowledge(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: AcknowledgeBody,
  ): Promise<EscalationDetail> {
    await this.refuseUnlessSeen(user, id);
    await this.acknowledgement.run(id, actorOf(user), body.note ?? null);
    return this.presenter.detail(this.database.reader, id);
  }

  /** 404 when there is no such ladder, or one may not know of what it is about. */
  private async refuseUnlessSeen(user: RequestActor, id: string): Promise<void> {
    const row = await findEscalation(this.database.reader, id);
    const seen =
      row !== null && (await this.doors.seenBy(this.database.reader, actorOf(user), [row]));
    if (row === null || seen === false || !seen.has(row.subjectId))
      throw notFound('This escalation');
  }
}
