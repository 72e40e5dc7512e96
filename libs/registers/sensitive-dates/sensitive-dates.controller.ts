import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { IdPipe } from '#platform';
import { SENSITIVE_DATES } from '../all-registers.js';
import { RegisterQuery } from '../record.dto.js';
import { RegisterDoor } from '../register-door.js';
import {
  ChangeSensitiveDateBody,
  SensitiveDateBody,
  SensitiveDatePage,
  SensitiveDateView,
} from './sensitive-date.dto.js';

@Controller('sensitive-dates')
export class SensitiveDatesController {
  constructor(private readonly door: RegisterDoor) {}

  /** 重要时间节点, yearly ones first, by day. */
  @Get()
  @Requires('register.read')
  list(@Query() query: RegisterQuery): Promise<SensitiveDatePage> {
    return this.door.list(SENSITIVE_DATES, query);
  }

  @Post()
  @Requires('register.manage')
  create(
    @CurrentUser() actor: RequestActor,
    @Body() body: SensitiveDateBody,
  ): Promise<SensitiveDateView> {
    const { title, date, days = 1, yearly = false, note = null } = body;
    const fields = { title, date, days, yearly, note };
    return this.door.create(SENSITIVE_DATES, fields, actor);
  }

  /** Changes the fields that are given; `active` puts it out of use or brings it back. */
  @Patch(':id')
  @Requires('register.manage')
  change(
    @CurrentUser() actor: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeSensitiveDateBody,
  ): Promise<SensitiveDateView> {
    return this.door.change(SENSITIVE_DATES, id, body, actor);
  }
}
