import type { Language } from '../settings/settings';

/** Wall-clock time in the organisation's zone. Months count from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** Until the server has said which zone the organisation keeps. */
let organisationZone = 'Asia/Shanghai';

export function setOrganisationZone(zone: string): void {
  organisationZone = zone;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Building an Intl format costs far more than using it, so each is built once. */
function format(
  locale: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: 'h23', ...options });
  formats.set(key, fresh);
  return fresh;
}

const DIGITS: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
};

export function wallTime(instant: number, zone: string = organisationZone): WallTime {
  const parts = format('en-US', zone, DIGITS).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
  };
}

function asUtc(wall: WallTime): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
}

/**
 * The instant at which the zone's clocks show this. The first guess takes the wall time as UTC; its
 * distance to what the zone then shows is the zone's offset. A second round settles changes of offset.
 */
export function instantOf(wall: WallTime, zone: string = organisationZone): number {
  const target = asUtc(wall);
  const first = target - (asUtc(wallTime(target, zone)) - target);
  return first - (asUtc(wallTime(first, zone)) - target);
}

const two = (value: number) => String(value).padStart(2, '0');

const LOCALE: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

/** "14:05" */
export function clockTime(instant: number): string {
  const { hour, minute } = wallTime(instant);
  return `${two(hour)}:${two(minute)}`;
}

/** "周一", "Mon" */
export function weekday(instant: number, language: Language): string {
  return format(LOCALE[language], organisationZone, { weekday: 'short' }).format(instant);
}

/** "3月2日", "2 Mar"; with the year when it is not this one. */
export function calendarDay(instant: number, language: Language, now: number): string {
  const sameYear = wallTime(instant).year === wallTime(now).year;
  return format(LOCALE[language], organisationZone, {
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(instant);
}

/** "14:05" today, "3月2日 14:05" this year, with the year otherwise. */
export function shortTime(instant: number, language: Language, now: number): string {
  const then = wallTime(instant);
  const today = wallTime(now);
  const isToday = then.day === today.day && then.month === today.month && then.year === today.year;
  return isToday
    ? clockTime(instant)
    : `${calendarDay(instant, language, now)} ${clockTime(instant)}`;
}

/** "2026-03-02 14:05": sortable, unambiguous, for records and tooltips. */
export function fullTime(instant: number): string {
  const { year, month, day, hour, minute } = wallTime(instant);
  return `${String(year)}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

/** The value of a `datetime-local` field, in the organisation's zone. */
export function toLocalInput(instant: number): string {
  return fullTime(instant).replace(' ', 'T');
}

/** ISO 8601 of a `datetime-local` value read in the organisation's zone; null when it is not a time. */
export function fromLocalInput(value: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(value);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  return new Date(instantOf({ year, month, day, hour, minute })).toISOString();
}
