import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { IdPipe } from '#platform';
import { RESPONSIBILITIES } from '../all-registers.js';
import { RegisterQuery } from '../record.dto.js';
import { RegisterDoor } from '../register-door.js';
import {
  ChangeResponsibilityBody,
  ResponsibilityBody,
  ResponsibilityPage,
  ResponsibilityView,
} from './responsibility.dto.js';

@Controller('responsibilities')
export class ResponsibilitiesController {
  constructor(private readonly door: RegisterDoor) {}

  /** 责任分解表: which unit answers for which category. */
  @Get()
  @Requires('register.read')
  list(@Query() query: RegisterQuery): Promise<ResponsibilityPage> {
    return this.door.list(RESPONSIBILITIES, query);
  }

  @Post()
  @Requires('register.manage')
  create(
    @CurrentUser() actor: RequestActor,
    @Body() body: ResponsibilityBody,
  ): Promise<ResponsibilityView> {
    const { category, unitId, deputyUnitId = null, note = null } = body;
    const fields = { category, unitId, deputyUnitId, note };
    return this.door.create(RESPONSIBILITIES, fields, actor);
  }

  /** Changes the fields that are given; `active` puts it out of use or brings it back. */
  @Patch(':id')
  @Requires('register.manage')
  change(
    @CurrentUser() actor: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeResponsibilityBody,
  ): Promise<ResponsibilityView> {
    return this.door.change(RESPONSIBILITIES, id, body, actor);
  }
}
