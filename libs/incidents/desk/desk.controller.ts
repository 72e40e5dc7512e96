import { Controller, Get } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Database } from '#platform';
import { actorOf } from '#workflow';
import { DeskView } from './desk.dto.js';
import { DeskPresenter } from './present-desk.js';

@Controller('desk')
export class DeskController {
  constructor(
    private readonly database: Database,
    private readonly desk: DeskPresenter,
  ) {}

  /** What waits for the signed-in person, what is theirs, and what else is open. */
  @Get()
  @Requires('desk.own')
  show(@CurrentUser() user: RequestActor): Promise<DeskView> {
    return this.desk.present(this.database.reader, actorOf(user));
  }
}
