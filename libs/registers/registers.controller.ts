import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { Requires } from '#identity';
import { Database, IdPipe, notFound } from '#platform';
import { sensitiveDatesBetween } from './reads.js';
import { HistoryView } from './record.dto.js';
import { REGISTER_NAMES } from './register.js';
import { RegisterDoor } from './register-door.js';
import { DaysQuery, SensitiveDayList } from './sensitive-dates/sensitive-days.dto.js';

@Controller('registers')
export class RegistersController {
  constructor(
    private readonly database: Database,
    private readonly door: RegisterDoor,
  ) {}

  /** Every time that a sensitive date comes round between two days, both included. */
  @Get('sensitive-days')
  @Requires('register.read')
  async days(@Query() { from, to }: DaysQuery): Promise<SensitiveDayList> {
    return { items: await sensitiveDatesBetween(this.database.reader, from, to) };
  }

  /** What became of a record, newest first. */
  @Get(':register/:id/history')
  @ApiParam({ name: 'register', enum: REGISTER_NAMES })
  @Requires('register.read')
  history(@Param('register') name: string, @Param('id', IdPipe) id: string): Promise<HistoryView> {
    const register = REGISTER_NAMES.find((one) => one === name);
    if (register === undefined) throw notFound('This register');
    return this.door.history(register, id);
  }
}
