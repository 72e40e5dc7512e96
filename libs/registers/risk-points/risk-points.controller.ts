import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { IdPipe } from '#platform';
import { RISK_POINTS } from '../all-registers.js';
import { RegisterQuery } from '../record.dto.js';
import { RegisterDoor } from '../register-door.js';
import {
  ChangeRiskPointBody,
  RiskPointBody,
  RiskPointPage,
  RiskPointView,
} from './risk-point.dto.js';

@Controller('risk-points')
export class RiskPointsController {
  constructor(private readonly door: RegisterDoor) {}

  /** 风险点, the gravest first. */
  @Get()
  @Requires('register.read')
  list(@Query() query: RegisterQuery): Promise<RiskPointPage> {
    return this.door.list(RISK_POINTS, query);
  }

  @Post()
  @Requires('register.manage')
  create(@CurrentUser() actor: RequestActor, @Body() body: RiskPointBody): Promise<RiskPointView> {
    const { title, likelihood, consequence } = body;
    const { unitId = null, place = null, category = null, note = null } = body;
    const fields = { title, unitId, place, category, likelihood, consequence, note };
    return this.door.create(RISK_POINTS, fields, actor);
  }

  /** Changes the fields that are given; `active` puts it out of use or brings it back. */
  @Patch(':id')
  @Requires('register.manage')
  change(
    @CurrentUser() actor: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeRiskPointBody,
  ): Promise<RiskPointView> {
    return this.door.change(RISK_POINTS, id, body, actor);
  }
}
