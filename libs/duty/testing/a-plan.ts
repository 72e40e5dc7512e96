import { DateTime } from 'luxon';
import type {
  Instant,
  Interval,
  Layer,
  Leave,
  Override,
  Plan,
  Position,
  RulesVersion,
  ScheduleRules,
  Shift,
} from '../core/schedule.js';

const CHINA = 'Asia/Shanghai';

/** `2026-11-02 08:00` on the wall. */
export const at = (wall: string, zone = CHINA): Instant => {
  const moment = DateTime.fromFormat(wall, 'yyyy-MM-dd HH:mm', { zone });
  if (!moment.isValid) throw new RangeError(`not a time: ${wall}`);
  return moment.toMillis();
};

export const on = (from: string, to: string, zone = CHINA): Interval => ({
  from: at(from, zone),
  to: at(to, zone),
});

/** A layer in which the people named take turns of a day each, from eight to eight. */
export const aLayer = (people: string, change: Partial<Layer> = {}): Layer => ({
  name: '日常',
  participants: people.split(' '),
  shift: 'P1D',
  handoffAt: '08:00',
  startsOn: '2026-01-01',
  ...change,
});

export const aSchedule = (
  positions: Partial<Record<Position, readonly Layer[]>>,
  timeZone = CHINA,
): ScheduleRules => ({
  name: '总值班室',
  timeZone,
  positions: (Object.entries(positions) as [Position, readonly Layer[]][]).map(
    ([position, layers]) => ({ position, layers }),
  ),
});

/** A plan with one version of the rules, in force for ever. */
export const aPlan = (rules: ScheduleRules, change: Partial<Plan> = {}): Plan => ({
  versions: [inForce('2000-01-01 00:00', rules)],
  overrides: [],
  leaves: [],
  ...change,
});

export const inForce = (from: string, rules: ScheduleRules): RulesVersion => ({
  effectiveFrom: at(from),
  rules,
});

export const anOverride = (
  userId: string,
  from: string,
  to: string,
  change: Partial<Override> = {},
): Override => ({
  id: `${userId} ${from}`,
  position: 'officer',
  userId,
  via: 'override',
  ...on(from, to),
  ...change,
});

export const aLeave = (userId: string, from: string, to: string): Leave => ({
  userId,
  ...on(from, to),
});

/** `officer 11-02 08:00 – 11-03 08:00 甲`, and `(override)` or `(swap)` where it is not by a layer. */
export const readable = (shifts: readonly Shift[], zone = CHINA): string[] =>
  shifts.map(({ position, from, to, userId, via }) =>
    [
      `${position} ${wall(from, zone)} – ${wall(to, zone)} ${userId}`,
      via === 'layer' ? '' : ` (${via})`,
    ].join(''),
  );

const wall = (instant: Instant, zone = CHINA): string =>
  DateTime.fromMillis(instant, { zone }).toFormat('MM-dd HH:mm');
