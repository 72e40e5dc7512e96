import { POSITIONS, type NewOverride, type ScheduleRules } from '../../../api/rota-types';
import type { Position } from '../../../api/types';
import type { Selected } from '../cursor';
import { fromField, isoOf, toField } from '../days';

/** What stands in the form. Times are those of the schedule's zone. */
export interface Entry {
  readonly position: Position;
  readonly userId: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export type Wrong = 'user' | 'time' | 'order' | 'past';

/** The past cannot be changed: what has begun is taken over from now on. */
export function entryOf({ position, from, to }: Selected, now: number, zone: string): Entry {
  return {
    position,
    userId: '',
    from: toField(Math.max(from, now), zone),
    to: toField(to, zone),
    reason: '',
  };
}

/** By path, where the server would complain of the same thing. */
export function whatIsWrong(
  entry: Entry,
  zone: string,
  now: number,
): Readonly<Record<string, Wrong>> {
  const [from, to] = [fromField(entry.from, zone), fromField(entry.to, zone)];
  return {
    ...(entry.userId === '' ? { userId: 'user' } : {}),
    ...(from === null ? { from: 'time' } : {}),
    ...(to === null ? { to: 'time' } : {}),
    ...(to !== null && to <= now ? { to: 'past' } : {}),
    ...(from !== null && to !== null && to <= from ? { to: 'order' } : {}),
  };
}

/** Null while something is missing. While the form was filled in, its beginning may have passed: then from now on. */
export function overrideOf(entry: Entry, zone: string, now: number): NewOverride | null {
  if (Object.keys(whatIsWrong(entry, zone, now)).length > 0) return null;
  const [from, to] = [fromField(entry.from, zone), fromField(entry.to, zone)];
  const reason = entry.reason.trim();
  return {
    position: entry.position,
    from: isoOf(Math.max(from ?? now, now)),
    to: isoOf(to ?? 0),
    userId: entry.userId,
    ...(reason === '' ? {} : { reason }),
  };
}

/** The rules alone, as they are sent. */
export function rulesOf({
  name,
  timeZone,
  positions,
  swapNeedsApproval,
}: ScheduleRules): ScheduleRules {
  return { name, timeZone, positions, swapNeedsApproval };
}

/** The positions that a schedule has, in the order of the office. */
export function positionsOf({ positions }: Pick<ScheduleRules, 'positions'>): readonly Position[] {
  return POSITIONS.filter((known) => positions.some(({ position }) => position === known));
}
