import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, Database, IdPipe } from '#platform';
import { actorOf } from '#workflow';
import { DutyPolicy } from '../duty-policy.js';
import { windowOf } from '../windows.js';
import { ActOnShift } from './act-on-shift.js';
import type { ShiftAct } from './act-on-shift.js';
import { allShifts } from './planned-shifts.js';
import { ShiftPresenter } from './present-shift.js';
import {
  CloseEntryBody,
  LogBody,
  ShiftDetail,
  ShiftList,
  ShiftQuery,
  SignOutBody,
} from './shift.dto.js';

const MOST_DAYS = 100;

@Controller('shifts')
export class ShiftsController {
  constructor(
    private readonly database: Database,
    private readonly acts: ActOnShift,
    private readonly presenter: ShiftPresenter,
    private readonly policy: DutyPolicy,
    private readonly clock: Clock,
  ) {}

  /** Shifts that touch a window: those that were, and those that the rota says will be. */
  @Get()
  @Requires('duty.read')
  async list(@CurrentUser() user: RequestActor, @Query() query: ShiftQuery): Promise<ShiftList> {
    const tx = this.database.reader;
    const now = this.clock.now();
    const { userId, scheduleId, position } = query;
    const search = { ...windowOf(query, now, MOST_DAYS), userId, scheduleId, position };
    const rows = await allShifts(tx, search, this.policy, now);
    return { items: await this.presenter.list(tx, rows, actorOf(user)) };
  }

  @Get(':id')
  @Requires('duty.read')
  one(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<ShiftDetail> {
    return this.presenter.detail(this.database.reader, id, actorOf(user));
  }

  /** 签到. Too early is refused; late is noted. */
  @Post(':id/sign-in')
  @HttpCode(200)
  @Requires('duty.own')
  signIn(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<ShiftDetail> {
    return this.act(id, 'sign-in', user);
  }

  /** 签退, after the handover; without one only with a reason. */
  @Post(':id/sign-out')
  @HttpCode(200)
  @Requires('duty.own')
  signOut(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: SignOutBody,
  ): Promise<ShiftDetail> {
    return this.act(id, 'sign-out', user, { ...body });
  }

  /** An entry of the duty log. */
  @Post(':id/log')
  @HttpCode(200)
  @Requires('duty.own')
  log(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() { text, source, outcome, open = false }: LogBody,
  ): Promise<ShiftDetail> {
    const entry = {
      text,
      open,
      ...(source !== undefined && { source }),
      ...(outcome !== undefined && { outcome }),
    };
    return this.act(id, 'log', user, { entries: [entry] });
  }

  /** An open entry of the duty log has been dealt with. */
  @Post(':id/close-entry')
  @HttpCode(200)
  @Requires('duty.own')
  closeEntry(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: CloseEntryBody,
  ): Promise<ShiftDetail> {
    return this.act(id, 'close-entry', user, { ...body });
  }

  /** 查岗: a leader asks whether somebody is there; it is to be answered within ten minutes. */
  @Post(':id/check')
  @HttpCode(200)
  @Requires('duty.own')
  check(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<ShiftDetail> {
    return this.act(id, 'check', user);
  }

  /** The same at a moment of the shift that chance chooses and nobody knows. */
  @Post(':id/plan-check')
  @HttpCode(200)
  @Requires('duty.own')
  planCheck(
    @CurrentUser() user: RequestActor,
    @Param('id', IdPipe) id: string,
  ): Promise<ShiftDetail> {
    return this.act(id, 'plan-check', user);
  }

  /** Answers a spot check. */
  @Post(':id/answer')
  @HttpCode(200)
  @Requires('duty.own')
  answer(@CurrentUser() user: RequestActor, @Param('id', IdPipe) id: string): Promise<ShiftDetail> {
    return this.act(id, 'answer', user);
  }

  private async act(
    id: string,
    name: ShiftAct,
    user: RequestActor,
    body: Readonly<Record<string, unknown>> = {},
  ): Promise<ShiftDetail> {
    await this.acts.run(id, name, user, body);
    return this.presenter.detail(this.database.reader, id, actorOf(user));
  }
}
