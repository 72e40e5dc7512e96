import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Database, IdPipe, momentKey, pageOf, readMomentCursor } from '#platform';
import { SwapPresenter } from './present-swap.js';
import { SwapDuty } from './swap-duty.js';
import type { SwapAct } from './swap-duty.js';
import { OfferSwapBody, SwapActBody, SwapList, SwapQuery, SwapView } from './swap.dto.js';
import { listSwaps } from './swap.repository.js';

@Controller()
export class SwapsController {
  constructor(
    private readonly database: Database,
    private readonly swaps: SwapDuty,
    private readonly presenter: SwapPresenter,
  ) {}

  /** Offers, the newest first. */
  @Get('swaps')
  @Requires('duty.read')
  async list(@CurrentUser() user: RequestActor, @Query() query: SwapQuery): Promise<SwapList> {
    const tx = this.database.reader;
    const rows = await listSwaps(tx, {
      state: query.state ?? null,
      userId: query.mine === true ? user.id : null,
      after: readMomentCursor(query.cursor),
      limit: query.limit,
    });
    const page = pageOf(rows, query.limit, ({ createdAt, id }) => momentKey(createdAt, id));
    return {
      items: await this.presenter.list(tx, page.items, user),
      nextCursor: page.nextCursor,
    };
  }

  /** Offers a time of one's duty, to one colleague or to all; with `arrangeWith` a leader settles it for both. */
  @Post('schedules/:id/swaps')
  @Requires('duty.own')
  async offer(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) scheduleId: string,
    @Body() body: OfferSwapBody,
  ): Promise<SwapView> {
    const id = await this.swaps.offer(scheduleId, body, user);
    return this.presenter.one(this.database.reader, id, user);
  }

  /** Takes the offer. */
  @Post('swaps/:id/accept')
  @HttpCode(200)
  @Requires('duty.own')
  accept(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: SwapActBody,
  ): Promise<SwapView> {
    return this.act(id, 'accept', body, user);
  }

  /** Un-takes it, while no leader has confirmed it. */
  @Post('swaps/:id/release')
  @HttpCode(200)
  @Requires('duty.own')
  release(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: SwapActBody,
  ): Promise<SwapView> {
    return this.act(id, 'release', body, user);
  }

  /** A leader confirms it. */
  @Post('swaps/:id/approve')
  @HttpCode(200)
  @Requires('duty.own')
  approve(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: SwapActBody,
  ): Promise<SwapView> {
    return this.act(id, 'approve', body, user);
  }

  /** Whoever was asked, or a leader, says no. */
  @Post('swaps/:id/decline')
  @HttpCode(200)
  @Requires('duty.own')
  decline(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: SwapActBody,
  ): Promise<SwapView> {
    return this.act(id, 'decline', body, user);
  }

  /** Taken back by whoever offered it. */
  @Post('swaps/:id/withdraw')
  @HttpCode(200)
  @Requires('duty.own')
  withdraw(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: SwapActBody,
  ): Promise<SwapView> {
    return this.act(id, 'withdraw', body, user);
  }

  private async act(
    id: string,
    name: SwapAct,
    body: SwapActBody,
    user: RequestActor,
  ): Promise<SwapView> {
    await this.swaps.act(id, name, body, user);
    return this.presenter.one(this.database.reader, id, user);
  }
}
