import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { RequestActor } from '#identity';
import { IncidentConfig } from '#incidents';
import { invalid } from '#platform';
import type { Tx } from '#platform';
import { sensitiveDatesBetween } from '#registers';
import { actorOf } from '#workflow';
import { daysOf } from './core/index.js';
import type { MatterDayView } from './matter.dto.js';
import { mattersBetween } from './matter.repository.js';
import { MatterPresenter } from './present-matter.js';

/** A month of a calendar shows six weeks; two months are the most that anybody looks at. */
const MOST_DAYS = 62;

/** What is known beforehand of each day: matters, and the sensitive dates of the register. */
@Injectable()
export class MatterCalendar {
  constructor(
    private readonly config: IncidentConfig,
    private readonly presenter: MatterPresenter,
  ) {}

  /** 400 for days that do not exist, or too many of them. */
  async between(
    tx: Tx,
    days: { readonly from: string; readonly to: string },
    reader: RequestActor,
  ): Promise<MatterDayView[]> {
    const zone = this.config.timeZone;
    const [first, last] = [days.from, days.to].map((day) => DateTime.fromISO(day, { zone }));
    refuseNonsense(first, last);
    const span = { from: first?.toMillis() ?? 0, to: last?.plus({ days: 1 }).toMillis() ?? 0 };
    const rows = await mattersBetween(tx, span, actorOf(reader));
    const items = await this.presenter.list(tx, rows);
    const dates = await sensitiveDatesBetween(tx, days.from, days.to);
    const byDay = new Map<string, MatterDayView>();
    const on = (date: string): MatterDayView => {
      const view = byDay.get(date) ?? { date, matters: [], sensitiveDates: [] };
      byDay.set(date, view);
      return view;
    };
    rows.forEach((row, index) => {
      const item = items[index];
      const times = { startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() };
      for (const date of daysOf(times, days, zone)) if (item) on(date).matters.push(item);
    });
    for (const { id, title, note, from, to } of dates) {
      const times = { startsAt: dayAt(from, zone), endsAt: dayAt(to, zone) + 1 };
      for (const date of daysOf(times, days, zone))
        on(date).sensitiveDates.push({ id, title, note });
    }
    return [...byDay.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  }
}

const dayAt = (day: string, zone: string): number => DateTime.fromISO(day, { zone }).toMillis();

function refuseNonsense(first: DateTime | undefined, last: DateTime | undefined): void {
  const wrong = [
    ...(first?.isValid === true ? [] : [{ path: 'from', message: NO_SUCH_DAY }]),
    ...(last?.isValid === true ? [] : [{ path: 'to', message: NO_SUCH_DAY }]),
  ];
  if (wrong.length > 0) throw invalid(wrong);
  const days = last?.diff(first ?? last, 'days').days ?? 0;
  if (days < 0 || days >= MOST_DAYS) throw invalid([{ path: 'to', message: TOO_MANY }]);
}

const NO_SUCH_DAY = { zh: '没有这一天', en: 'must be a day that exists' };
const TOO_MANY = {
  zh: `不能早于起始日，最多 ${String(MOST_DAYS)} 天`,
  en: `must not lie before the first day, and at most ${String(MOST_DAYS)} days are told`,
};
