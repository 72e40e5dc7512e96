import { Controller, Get } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { OverviewView } from './overview.dto.js';
import { ReadOverview } from './read-overview.js';

@Controller('overview')
export class OverviewController {
  constructor(private readonly overview: ReadOverview) {}

  /** How things are this quarter and at this moment, what is ahead, and what waits for the one who asks. */
  @Get()
  @Requires('overview.read')
  show(@CurrentUser() user: RequestActor): Promise<OverviewView> {
    return this.overview.run(user);
  }
}
