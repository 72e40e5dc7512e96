import { DateTime, Duration } from 'luxon';
import { POSITIONS } from '../core/schedule.js';
import type {
  Instant,
  Interval,
  IsHoliday,
  Layer,
  Plan,
  Position,
  ScheduleRules,
  Shift,
} from '../core/schedule.js';

/**
 * The rules of the rota, written a second time and for one instant only: slow, without arithmetic on days or
 * offsets, and near to the words of the domain. It shares no code with what it is compared with.
 */

/** Who is on duty at an instant, and since when that turn or override runs, whoever stood in before. */
interface Holder {
  readonly userId: string;
  readonly via: Shift['via'];
  readonly since: Instant;
}

/** `null` in a gap, `undefined` where the schedule does not have the position. */
export function slowOnDuty(
  plan: Plan,
  position: Position,
  at: Instant,
  isHoliday: IsHoliday,
): Holder | null | undefined {
  const version = plan.versions.filter(({ effectiveFrom }) => effectiveFrom <= at).at(-1);
  const layers = version?.rules.positions.find((of) => of.position === position)?.layers;
  if (version === undefined || layers === undefined) return undefined;
  const override = plan.overrides
    .filter((one) => one.position === position && one.from <= at && at < one.to)
    .at(-1);
  if (override !== undefined) {
    const { userId, via, from } = override;
    return { userId, via, since: from };
  }
  for (const layer of [...layers].reverse()) {
    const holder = inLayer(layer, version.rules, at, isHoliday);
    if (holder !== null && !isOnLeave(plan, holder.userId, at)) return holder;
  }
  return null;
}

const isOnLeave = (plan: Plan, userId: string, at: Instant): boolean =>
  plan.leaves.some((leave) => leave.userId === userId && leave.from <= at && at < leave.to);

/** Walks the duty days and the turns of a layer, from its first day to the ones in which the instant lies. */
function inLayer(
  layer: Layer,
  { timeZone }: ScheduleRules,
  at: Instant,
  isHoliday: IsHoliday,
): Holder | null {
  const { day, turn } = calendarOf(layer)(timeZone);
  if (at < day(0)) return null;
  let today = 0;
  while (day(today + 1) <= at) today += 1;
  if (!isCovered(layer, today, isHoliday)) return null;
  let k = 0;
  while (turn(k + 1) <= at) k += 1;
  let since = today;
  while (day(since) > turn(k) && isCovered(layer, since - 1, isHoliday)) since -= 1;
  return {
    userId: layer.participants[k % layer.participants.length] ?? '',
    via: 'layer',
    since: Math.max(turn(k), day(since)),
  };
}

function isCovered(layer: Layer, index: number, isHoliday: IsHoliday): boolean {
  const { date, weekday } = dateAfter(layer.startsOn, index);
  if (date > (layer.endsOn ?? '9999-12-31')) return false;
  if (layer.weekdays !== undefined && !layer.weekdays.includes(weekday)) return false;
  if (layer.holidays === undefined) return true;
  return layer.holidays === 'only' ? isHoliday(date) : !isHoliday(date);
}

/** When the nth duty day and the nth turn of a layer begin, counted from its first day. */
interface LayerCalendar {
  day(index: number): Instant;
  turn(index: number): Instant;
}

const calendarOf = remembered((layer: Layer) =>
  remembered((timeZone: string): LayerCalendar => ({
    day: remembered((index: number) => dayBegins(layer, timeZone, index)),
    turn: remembered((index: number) => turnBegins(layer, timeZone, index)),
  })),
);

function turnBegins(layer: Layer, timeZone: string, turn: number): Instant {
  const hours = Duration.fromISO(layer.shift).as('hours');
  if (hours % 24 === 0) return dayBegins(layer, timeZone, (turn * hours) / 24);
  if (24 % hours !== 0) return dayBegins(layer, timeZone, 0) + turn * hours * 3_600_000;
  const perDay = 24 / hours;
  const hoursLater = (turn % perDay) * hours;
  const wall = wallHandoff(layer, Math.floor(turn / perDay)).plus({ hours: hoursLater });
  return firstShowing(timeZone)(wall.toMillis());
}

const dayBegins = (layer: Layer, timeZone: string, index: number): Instant =>
  firstShowing(timeZone)(wallHandoff(layer, index).toMillis());

/** The wall clock's time as a moment in UTC, where days have 24 hours. */
function wallHandoff({ startsOn, handoffAt }: Layer, index: number): DateTime {
  const [hours = 0, minutes = 0] = handoffAt.split(':').map(Number);
  return dateOf(startsOn).plus({ days: index, hours, minutes });
}

const dateOf = (date: string): DateTime => DateTime.fromISO(date, { zone: 'utc' });

const datesAfter = remembered((date: string) =>
  remembered((days: number) => {
    const day = dateOf(date).plus({ days });
    return { date: day.toFormat('yyyy-MM-dd'), weekday: day.weekday };
  }),
);

const dateAfter = (date: string, days: number): { date: string; weekday: number } =>
  datesAfter(date)(days);

/** The clocks of all zones in the tests are moved at, and by, a multiple of this. */
export const GRID_MS = 15 * 60_000;

const WALL = "yyyy-MM-dd'T'HH:mm";

/**
 * The first instant at which the clock of the zone shows a wall time or a later one, found by looking at the
 * clock every quarter of an hour. The wall time is given as the moment at which a clock in UTC shows it.
 */
const firstShowing = remembered((timeZone: string) =>
  remembered((utc: Instant): Instant => {
    const wall = DateTime.fromMillis(utc, { zone: 'utc' });
    const wanted = wall.toFormat(WALL);
    // Two hours before what luxon takes for it: no clock is moved by as much.
    const near = wall.setZone(timeZone, { keepLocalTime: true }).minus({ hours: 2 }).toMillis();
    let instant = near;
    const shows = (): string => DateTime.fromMillis(instant, { zone: timeZone }).toFormat(WALL);
    while (shows() < wanted) instant += GRID_MS;
    return instant;
  }),
);

/** The walk begins at the first day of a layer for every instant, so what was found on the way is kept. */
function remembered<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const old = known.get(key);
    if (old !== undefined) return old;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}

type Held = Interval & Pick<Shift, 'position' | 'userId' | 'via'>;
type Unheld = Interval & { readonly position: Position };

/** What `coverageOf` ought to say of a window, from asking for every quarter of an hour. */
export function slowCoverage(
  plan: Plan,
  window: Interval,
  isHoliday: IsHoliday,
): { readonly segments: Held[]; readonly gaps: Unheld[] } {
  const segments: Held[] = [];
  const gaps: Unheld[] = [];
  for (const position of POSITIONS) {
    for (let from = window.from; from < window.to; from += GRID_MS) {
      const to = from + GRID_MS;
      const holder = slowOnDuty(plan, position, from, isHoliday);
      if (holder === null) lengthen(gaps, { position, from, to }, true);
      if (holder) {
        const { userId, via, since } = holder;
        lengthen(segments, { position, from, to, userId, via }, since !== from);
      }
    }
  }
  return { segments, gaps };
}

/** Puts a step to the last of a list if it goes on with the same, or begins a new one. */
function lengthen<T extends Unheld & Partial<Held>>(list: T[], step: T, goesOn: boolean): void {
  const last = list.at(-1);
  const isSame =
    last?.position === step.position &&
    last.to === step.from &&
    last.userId === step.userId &&
    last.via === step.via;
  if (isSame && goesOn) list[list.length - 1] = { ...last, to: step.to };
  else list.push(step);
}
