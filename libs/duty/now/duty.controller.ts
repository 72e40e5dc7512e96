import { Controller, Get, Query } from '@nestjs/common';
import { CurrentUser, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, Database } from '#platform';
import { DutyNow } from './duty-now.js';
import { DutyWarnings } from './duty-warnings.js';
import { DutyNowView, DutyWarningList, WarningsQuery } from './now.dto.js';

const DAY_MS = 24 * 3_600_000;
const LOOK_AHEAD_DAYS = 14;

@Controller('duty')
export class DutyController {
  constructor(
    private readonly database: Database,
    private readonly desk: DutyNow,
    private readonly warnings: DutyWarnings,
    private readonly clock: Clock,
  ) {}

  /** Who is on duty, what comes next, and what is mine. */
  @Get('now')
  @Requires('duty.read')
  now(@CurrentUser() user: RequestActor): Promise<DutyNowView> {
    return this.desk.present(this.database.reader, user);
  }

  /** Gaps, double booking and people whom nothing reaches, in the days ahead. */
  @Get('warnings')
  @Requires('duty.read')
  async warned(@Query() { days = LOOK_AHEAD_DAYS }: WarningsQuery): Promise<DutyWarningList> {
    const now = this.clock.now();
    const window = { from: now, to: now + days * DAY_MS };
    return { items: await this.warnings.of(this.database.reader, window) };
  }
}
