import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { coverageOf } from '../core/index.js';
import type { Coverage, Segment } from '../core/index.js';
import { DutyPolicy } from '../duty-policy.js';
import { People } from '../people.js';
import { loadPlan, schedulesInUse } from '../schedules/schedule.repository.js';
import type { Window } from '../schedules/schedule.repository.js';
import { iso } from '../windows.js';
import type { DutyWarningView } from './now.dto.js';

const GAP = { zh: '无人值班', en: 'Nobody is on duty' };
const NO_CHANNEL = {
  zh: '没有可用的通知方式，只能在系统内看到提醒',
  en: 'No working channel: told in the application only',
};

/** What is wrong with the rota of the days ahead: gaps, double booking, people whom nothing reaches. */
@Injectable()
export class DutyWarnings {
  constructor(
    private readonly policy: DutyPolicy,
    private readonly people: People,
  ) {}

  async of(tx: Tx, window: Window): Promise<DutyWarningView[]> {
    const found: DutyWarningView[] = [];
    for (const scheduleId of await schedulesInUse(tx)) {
      const plan = await loadPlan(tx, scheduleId, window);
      const coverage = coverageOf(plan, window, this.policy.isHoliday);
      found.push(...(await this.ofSchedule(tx, scheduleId, coverage)));
    }
    return found.sort((a, b) => a.from.localeCompare(b.from));
  }

  private async ofSchedule(
    tx: Tx,
    scheduleId: string,
    { segments, gaps, conflicts }: Coverage,
  ): Promise<DutyWarningView[]> {
    const first = firstOfEach(segments);
    const unreachable = await this.people.unreachable(tx, [...first.keys()]);
    const named = await this.people.named(tx, [
      ...unreachable,
      ...conflicts.map(({ userId }) => userId),
    ]);
    return [
      ...gaps.map(({ position, from, to }) => ({
        ...{ kind: 'gap' as const, scheduleId, position, from: iso(from), to: iso(to) },
        message: GAP,
      })),
      ...conflicts.map(({ kind, userId, position, from, to, message }) => ({
        ...{ kind, scheduleId, position, user: named(userId), message },
        ...{ from: iso(from), to: iso(to) },
      })),
      ...unreachable.flatMap((userId) => {
        const segment = first.get(userId);
        if (segment === undefined) return [];
        const { position, from, to } = segment;
        const span = { position, from: iso(from), to: iso(to) };
        return [
          {
            ...{ kind: 'no-channel' as const, scheduleId, user: named(userId), ...span },
            message: NO_CHANNEL,
          },
        ];
      }),
    ];
  }
}

function firstOfEach(segments: readonly Segment[]): Map<string, Segment> {
  const first = new Map<string, Segment>();
  for (const segment of segments) {
    const known = first.get(segment.userId);
    if (known === undefined || segment.from < known.from) first.set(segment.userId, segment);
  }
  return first;
}
