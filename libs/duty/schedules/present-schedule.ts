import type { Tx } from '#platform';
import { type People } from '../people.js';
import { isoOrNull } from '../windows.js';
import { participantsOf } from './rules-of-body.js';
import type { ScheduleView } from './schedule.dto.js';
import type { StoredSchedule } from './schedule.repository.js';

/** Schedules as people see them, with everybody's name: in one query for any number. */
export async function presentSchedules(
  tx: Tx,
  people: People,
  schedules: readonly StoredSchedule[],
): Promise<ScheduleView[]> {
  const named = await people.named(
    tx,
    schedules.flatMap(({ rules }) => participantsOf(rules)),
  );
  return schedules.map(({ id, version, archivedAt, rules }) => ({
    id,
    name: rules.name,
    timeZone: rules.timeZone,
    swapNeedsApproval: rules.swapNeedsApproval ?? false,
    version,
    positions: rules.positions.map(({ position, layers }) => ({
      position,
      layers: layers.map(({ participants, weekdays, ...layer }) => ({
        ...layer,
        participants: [...participants],
        ...(weekdays !== undefined && { weekdays: [...weekdays] }),
      })),
    })),
    people: participantsOf(rules).map(named),
    archivedAt: isoOrNull(archivedAt?.getTime() ?? null),
  }));
}
