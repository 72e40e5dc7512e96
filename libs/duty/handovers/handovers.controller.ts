import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Database, IdPipe } from '#platform';
import { HandOver } from './hand-over.js';
import { HandOverBody, HandoverList, HandoverView } from './handover.dto.js';
import { HandoverPresenter } from './present-handover.js';

@Controller()
export class HandoversController {
  constructor(
    private readonly database: Database,
    private readonly handovers: HandOver,
    private readonly presenter: HandoverPresenter,
  ) {}

  /** What would be handed over now, and the handover of this shift once there is one. */
  @Get('shifts/:id/handover')
  @Requires('duty.read')
  list(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<HandoverList> {
    return this.presenter.list(this.database.reader, id, user);
  }

  /** 交班: the list of what is open as it is now, with the outgoing person's signature. */
  @Post('shifts/:id/handover')
  @Requires('duty.own')
  async begin(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) shiftId: string,
    @Body() { notes = '' }: HandOverBody,
  ): Promise<HandoverView> {
    const id = await this.handovers.begin(shiftId, notes, user);
    return this.presenter.one(this.database.reader, id, user);
  }

  @Get('handovers/:id')
  @Requires('duty.read')
  one(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<HandoverView> {
    return this.presenter.one(this.database.reader, id, user);
  }

  /** 接班签字: with the incoming person's signature the shift is handed over. */
  @Post('handovers/:id/sign')
  @HttpCode(200)
  @Requires('duty.own')
  async sign(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<HandoverView> {
    await this.handovers.sign(id, user);
    return this.presenter.one(this.database.reader, id, user);
  }

  /** Taken back by the outgoing person, as long as nobody has signed it. */
  @Post('handovers/:id/withdraw')
  @HttpCode(200)
  @Requires('duty.own')
  async withdraw(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<HandoverView> {
    await this.handovers.withdraw(id, user);
    return this.presenter.one(this.database.reader, id, user);
  }
}
