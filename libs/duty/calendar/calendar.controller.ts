import { Controller, Delete, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { CurrentUser, Directory, Public, Requires } from '#identity';
import type { RequestActor } from '#identity';
import { Clock, Database, SETTINGS, notFound } from '#platform';
import type { Settings } from '#platform';
import { DutyPolicy } from '../duty-policy.js';
import { listSchedules } from '../schedules/schedule.repository.js';
import { allShifts } from '../shifts/planned-shifts.js';
import { dropCalendarLink, newCalendarLink, ownerOfLink } from './calendar-links.js';
import { feedOf } from './feed.js';

const DAY_MS = 24 * 3_600_000;
const BACK_DAYS = 31;
const AHEAD_DAYS = 180;

class CalendarLinkView {
  /** To be given to a calendar program. It is shown once, and whoever has it sees the shifts. */
  url: string;
}

@Controller()
export class CalendarController {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly policy: DutyPolicy,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A new secret address of one's own shifts; an earlier one stops working. */
  @Post('calendar-links')
  @Requires('duty.own')
  async link(@CurrentUser() user: RequestActor): Promise<CalendarLinkView> {
    const now = this.clock.now();
    const secret = await this.database.transaction((tx) => newCalendarLink(tx, user.id, now));
    const { publicUrl, host, port } = this.settings;
    const base = publicUrl ?? `http://${host}:${String(port)}`;
    return { url: `${base.replace(/\/$/, '')}/api/v1/calendar/${secret}.ics` };
  }

  /** The address stops working. */
  @Delete('calendar-links')
  @HttpCode(204)
  @Requires('duty.own')
  async drop(@CurrentUser() user: RequestActor): Promise<void> {
    await dropCalendarLink(this.database.reader, user.id);
  }

  /** Somebody's shifts as iCalendar, by the secret address alone. */
  @Get('calendar/:token.ics')
  @Public()
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Cache-Control', 'private, max-age=300')
  @ApiProduces('text/calendar')
  async feed(@Param('token') token: string): Promise<string> {
    const tx = this.database.reader;
    const userId = await ownerOfLink(tx, token);
    if (userId === null) throw notFound('This calendar');
    const now = this.clock.now();
    const window = { from: now - BACK_DAYS * DAY_MS, to: now + AHEAD_DAYS * DAY_MS };
    const shifts = await allShifts(tx, { ...window, userId }, this.policy, now);
    const schedules = new Map((await listSchedules(tx)).map(({ id, name }) => [id, name]));
    return feedOf(shifts, schedules, await this.directory.localeOf(tx, userId));
  }
}
