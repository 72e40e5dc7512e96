import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { IdPipe } from '#platform';
import { CHANNELS } from '../all-registers.js';
import { RegisterQuery } from '../record.dto.js';
import { Days } from '../days.js';
import { RegisterDoor } from '../register-door.js';
import { ChangeChannelBody, ChannelBody, ChannelPage, OutletView } from './channel.dto.js';

@Controller('channels')
export class OutletsController {
  constructor(
    private readonly door: RegisterDoor,
    private readonly days: Days,
  ) {}

  /** 阵地: the registered official outlets, by name. */
  @Get()
  @Requires('register.read')
  list(@Query() query: RegisterQuery): Promise<ChannelPage> {
    return this.door.list(CHANNELS, query);
  }

  @Post()
  @Requires('register.manage')
  create(@CurrentUser() actor: RequestActor, @Body() body: ChannelBody): Promise<OutletView> {
    const { name, kind, url = null, unitId = null, note = null } = body;
    const registeredOn = body.registeredOn ?? this.days.today();
    const fields = { name, kind, url, unitId, note, registeredOn };
    return this.door.create(CHANNELS, fields, actor);
  }

  /** Changes the fields that are given; `active` puts it out of use or brings it back. */
  @Patch(':id')
  @Requires('register.manage')
  change(
    @CurrentUser() actor: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeChannelBody,
  ): Promise<OutletView> {
    return this.door.change(CHANNELS, id, body, actor);
  }
}
