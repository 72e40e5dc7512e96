import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { Clock, Database, IdPipe, PageQuery } from '#platform';
import { CurrentUser, Requires } from '../access/access.decorators.js';
import type { RequestActor } from '../access/actor.js';
import { deedOf } from '../record.js';
import { createUnit, updateUnit } from './change-units.js';
import type { UnitEntity } from './unit.entity.js';
import { CreateUnitBody, UnitPage, UnitResponse, UpdateUnitBody } from './units.dto.js';
import { listUnits } from './units.repository.js';

@Controller('units')
export class UnitsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The units of the organisation, by code. */
  @Get()
  @Requires('unit.read')
  async list(@Query() query: PageQuery): Promise<UnitPage> {
    const page = await listUnits(this.database.reader, query);
    return { ...page, items: page.items.map(present) };
  }

  /** Add a unit. */
  @Post()
  @Requires('unit.manage')
  async create(
    @CurrentUser() actor: RequestActor,
    @Body() body: CreateUnitBody,
  ): Promise<UnitResponse> {
    const deed = deedOf(actor, this.clock);
    return present(await this.database.transaction((tx) => createUnit(tx, deed, body)));
  }

  /** Rename or move a unit. One that config/organisation.yaml lists follows that file again at the next start. */
  @Patch(':id')
  @Requires('unit.manage')
  async update(
    @CurrentUser() actor: RequestActor,
    @Param('id', IdPipe) id: string,
    @Body() body: UpdateUnitBody,
  ): Promise<UnitResponse> {
    const deed = deedOf(actor, this.clock);
    return present(await this.database.transaction((tx) => updateUnit(tx, deed, id, body)));
  }
}

const present = (unit: UnitEntity): UnitResponse => ({
  id: unit.id,
  code: unit.code,
  name: unit.name,
  parentId: unit.parentId,
  isDutyOffice: unit.isDutyOffice,
});
