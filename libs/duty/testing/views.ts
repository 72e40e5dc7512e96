import type { INestApplicationContext } from '@nestjs/common';
import type { RequestActor } from '#identity';
import { OnDuty } from '#notify';
import { Database } from '#platform';
import { CalendarController } from '../calendar/calendar.controller.js';
import { POSITIONS } from '../core/index.js';
import type { Instant, Interval, Position } from '../core/index.js';
import { DutyController } from '../now/duty.controller.js';
import { SchedulesController } from '../schedules/schedules.controller.js';
import type { CoverageView } from '../schedules/schedule.dto.js';
import { ShiftsController } from '../shifts/shifts.controller.js';
import { eventsOf } from './calendar-file.js';

const iso = (at: Instant): string => new Date(at).toISOString();

/** Everything that says who is on duty, in words that can be compared. */
export class Views {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly reader: RequestActor,
  ) {}

  coverage(scheduleId: string, window: Interval): Promise<CoverageView> {
    const query = { from: iso(window.from), to: iso(window.to) };
    return this.door(SchedulesController).coverage(scheduleId, query);
  }

  /** The shifts of a window as `GET /shifts` lists them. */
  async listed(scheduleId: string, window: Interval): Promise<string[]> {
    const query = { from: iso(window.from), to: iso(window.to), scheduleId };
    const { items } = await this.door(ShiftsController).list(this.reader, query);
    return items
      .map(({ id, position, from, to, via, user }) => line(position, from, to, user.id, via, id))
      .sort();
  }

  /** What somebody's calendar program fetches, of shifts that end after an instant. */
  async feed(user: RequestActor, since: Instant): Promise<string[]> {
    const { url } = await this.door(CalendarController).link(user);
    const secret = /calendar\/(.*)\.ics$/.exec(url)?.[1] ?? '';
    const file = await this.door(CalendarController).feed(secret);
    return eventsOf(file)
      .filter(({ to }) => to > since)
      .map(({ id, from, to }) => event(iso(from), iso(to), id))
      .sort();
  }

  /** Whom an escalation reaches at an instant. */
  paged(position: Position, at: Instant): Promise<readonly string[]> {
    return this.door(OnDuty).at(this.door(Database).reader, position, at);
  }

  /** The gaps of the next days that people are warned of, and those who are on duty now. */
  async ahead(days: number): Promise<{ gaps: string[]; now: string[] }> {
    const { items } = await this.door(DutyController).warned({ days });
    const { positions } = await this.door(DutyController).now(this.reader);
    return {
      gaps: items
        .filter(({ kind }) => kind === 'gap')
        .map(({ position = '', from, to }) => line(position, from, to))
        .sort(),
      now: positions.flatMap(({ position, people }) =>
        people.map(({ id, shiftId, until }) => line(position, id, shiftId, until)),
      ),
    };
  }

  private door<T>(type: abstract new (...parts: never[]) => T): T {
    return this.app.get(type, { strict: false });
  }
}

const line = (...parts: string[]): string => parts.join(' ');

/** A calendar file knows no parts of a second. */
const event = (from: string, to: string, id: string): string =>
  line(from.slice(0, 19), to.slice(0, 19), id);

/** The whole shifts that a calendar shows, one line each. */
export const shiftsIn = ({ segments }: CoverageView): string[] => [
  ...new Set(
    segments
      .map(({ position, userId, via, shift }) =>
        line(position, shift?.from ?? '', shift?.to ?? '', userId, via, shift?.id ?? ''),
      )
      .sort(),
  ),
];

/** The same as somebody's calendar program sees them. */
export const eventsIn = ({ segments }: CoverageView, userId: string): string[] => [
  ...new Set(
    segments
      .filter((segment) => segment.userId === userId)
      .map(({ shift }) => event(shift?.from ?? '', shift?.to ?? '', shift?.id ?? ''))
      .sort(),
  ),
];

export const gapsIn = ({ gaps }: CoverageView): string[] =>
  gaps.map(({ position, from, to }) => line(position, from, to)).sort();

/** Whom the calendar shows at an instant; null where it shows nobody. */
export function shownAt({ segments }: CoverageView, position: Position, at: Instant) {
  const found = segments.find(
    (one) => one.position === position && Date.parse(one.from) <= at && at < Date.parse(one.to),
  );
  return found ?? null;
}

/** Who the calendar says is on duty now, as the duty desk puts it. */
export const nowIn = (coverage: CoverageView, now: Instant): string[] =>
  POSITIONS.flatMap((position) => {
    const segment = shownAt(coverage, position, now);
    return segment === null
      ? []
      : [line(position, segment.userId, segment.shift?.id ?? '', segment.shift?.to ?? '')];
  });

/** What a preview and the calendar both say of a rota; ids are made only when it is saved. */
export const bare = ({ segments, gaps, conflicts }: CoverageView) => ({
  segments: segments.map(({ position, from, to, userId, via, layer }) =>
    line(position, from, to, userId, via, layer ?? ''),
  ),
  gaps,
  conflicts,
});
