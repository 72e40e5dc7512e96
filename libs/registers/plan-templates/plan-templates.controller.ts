import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { IdPipe } from '#platform';
import { PLAN_TEMPLATES } from '../all-registers.js';
import { RegisterQuery } from '../record.dto.js';
import { RegisterDoor } from '../register-door.js';
import {
  ChangePlanTemplateBody,
  PlanTemplateBody,
  PlanTemplatePage,
  PlanTemplateView,
  plannedActions,
} from './plan-template.dto.js';

@Controller('plan-templates')
export class PlanTemplatesController {
  constructor(private readonly door: RegisterDoor) {}

  /** 预案模板, by category and name. */
  @Get()
  @Requires('register.read')
  list(@Query() query: RegisterQuery): Promise<PlanTemplatePage> {
    return this.door.list(PLAN_TEMPLATES, query);
  }

  @Post()
  @Requires('register.manage')
  create(
    @CurrentUser() actor: RequestActor,
    @Body() body: PlanTemplateBody,
  ): Promise<PlanTemplateView> {
    const { name, category = null, kinds = [], severities = [], note = null } = body;
    const actions = plannedActions(body.actions);
    const fields = { name, category, kinds, severities, actions, note };
    return this.door.create(PLAN_TEMPLATES, fields, actor);
  }

  /** Changes the fields that are given; `active` puts it out of use or brings it back. */
  @Patch(':id')
  @Requires('register.manage')
  change(
    @CurrentUser() actor: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangePlanTemplateBody,
  ): Promise<PlanTemplateView> {
    const { actions, ...rest } = body;
    const planned = actions === undefined ? {} : { actions: plannedActions(actions) };
    return this.door.change(PLAN_TEMPLATES, id, { ...rest, ...planned }, actor);
  }
}
