import { Injectable } from '@nestjs/common';
import { EscalationPolicies } from '#escalation';
import type { Tx } from '#platform';
import { DateTime } from 'luxon';
import { changesBetween, coverageOf, shiftsOf } from '../core/index.js';
import type { Coverage, Plan, Segment } from '../core/index.js';
import { DutyPolicy } from '../duty-policy.js';
import { People } from '../people.js';
import { shiftId } from '../roster/shift-id.js';
import { iso } from '../windows.js';
import type { ChangeView, CoverageView, DayView, SegmentView } from './schedule.dto.js';
import type { Window } from './schedule.repository.js';

/** A plan, and the schedule whose shifts it makes; null while it is only thought of. */
export interface Planned {
  readonly plan: Plan;
  readonly scheduleId: string | null;
  readonly timeZone: string;
}

/** Turns the calculator's answer into what people see. */
@Injectable()
export class CoveragePresenter {
  constructor(
    private readonly policy: DutyPolicy,
    private readonly policies: EscalationPolicies,
    private readonly people: People,
  ) {}

  coverage(plan: Plan, window: Window): Coverage {
    return coverageOf(plan, window, this.policy.isHoliday);
  }

  changes(before: Plan, after: Plan, window: Window): ChangeView[] {
    const [old, young] = [before, after].map((plan) => this.coverage(plan, window).segments);
    return changesBetween(old ?? [], young ?? []).map(({ from, to, ...change }) => ({
      ...change,
      from: iso(from),
      to: iso(to),
    }));
  }

  async present(tx: Tx, planned: Planned, window: Window): Promise<CoverageView> {
    const { plan, scheduleId } = planned;
    const { segments, gaps, conflicts } = this.coverage(plan, window);
    const ids = [...new Set([...segments, ...conflicts].map(({ userId }) => userId))];
    const named = await this.people.named(tx, ids);
    return {
      segments: this.segments(plan, scheduleId, segments, window),
      gaps: gaps.map(({ position, from, to }) => ({ position, from: iso(from), to: iso(to) })),
      conflicts: conflicts.map(({ from, to, ...conflict }) => ({
        ...conflict,
        from: iso(from),
        to: iso(to),
      })),
      people: ids.map(named),
      unreachable: (await this.people.unreachable(tx, ids)).map(named),
      days: this.days(window, planned.timeZone),
    };
  }

  /** Each segment with the whole shift that it is a part of. */
  private segments(
    plan: Plan,
    scheduleId: string | null,
    segments: readonly Segment[],
    window: Window,
  ): SegmentView[] {
    const whole = shiftsOf(plan, window, this.policy.isHoliday);
    return segments.map((segment) => {
      const { position, userId, via, layer, overrideId, from, to } = segment;
      const shift = whole.find(
        (one) =>
          one.position === position && one.userId === userId && one.from <= from && one.to >= to,
      );
      return {
        ...{ position, userId, via, from: iso(from), to: iso(to) },
        ...(layer !== undefined && { layer }),
        ...(overrideId !== undefined && { overrideId }),
        ...(shift !== undefined &&
          scheduleId !== null && {
            shift: { id: shiftId(scheduleId, shift), from: iso(shift.from), to: iso(shift.to) },
          }),
      };
    });
  }

  private days(window: Window, timeZone: string): DayView[] {
    const { calendar } = this.policies;
    const days: DayView[] = [];
    for (
      let day = DateTime.fromMillis(window.from, { zone: timeZone }).startOf('day');
      day.toMillis() < window.to;
      day = day.plus({ days: 1 })
    ) {
      const date = day.toFormat('yyyy-MM-dd');
      const name = calendar.holidayName(date);
      const kind = calendar.isHoliday(date)
        ? 'holiday'
        : calendar.isWorkday(date)
          ? 'workday'
          : 'weekend';
      days.push({ date, kind, ...(name !== null && { name }) });
    }
    return days;
  }
}
