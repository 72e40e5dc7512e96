import type { Language } from '../settings/settings';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type TimeState = 'on' | 'soon' | 'late';
type Unit = 'day' | 'hour' | 'minute' | 'second';
type Part = readonly [count: number, unit: Unit];

/** Share of the time used, 0–1. A deadline without length is used up. */
export function shareUsed(startedAt: number, dueAt: number, now: number): number {
  if (dueAt <= startedAt) return 1;
  return Math.min(1, Math.max(0, (now - startedAt) / (dueAt - startedAt)));
}

/** By the moments that the deadline itself has for warning and for being late. */
export function timeState(warnAt: number, dueAt: number, now: number): TimeState {
  if (now >= dueAt) return 'late';
  return now >= warnAt ? 'soon' : 'on';
}

/**
 * The parts worth saying. Far away one unit is enough; the nearer, the finer:
 * days, hours below two days, hours and minutes below three hours, minutes, and seconds in the last ten.
 * Counts are rounded down, so that nobody is told of more time than there is.
 */
function partsOf(ms: number): readonly Part[] {
  if (ms >= 2 * DAY) return [[Math.floor(ms / DAY), 'day']];
  if (ms >= 3 * HOUR) return [[Math.floor(ms / HOUR), 'hour']];
  if (ms >= HOUR) return [wholeHours(ms), [Math.floor((ms % HOUR) / MINUTE), 'minute']];
  if (ms >= 10 * MINUTE) return [[Math.floor(ms / MINUTE), 'minute']];
  if (ms >= MINUTE)
    return [
      [Math.floor(ms / MINUTE), 'minute'],
      [Math.floor((ms % MINUTE) / SECOND), 'second'],
    ];
  return [[Math.floor(ms / SECOND), 'second']];
}

function wholeHours(ms: number): Part {
  return [Math.floor(ms / HOUR), 'hour'];
}

const UNITS: Record<Language, Record<Unit, string>> = {
  zh: { day: '天', hour: '小时', minute: '分', second: '秒' },
  en: { day: 'd', hour: 'h', minute: 'min', second: 's' },
};

function spoken(parts: readonly Part[], language: Language): string {
  return parts
    .filter(([count], index) => index === 0 || count > 0)
    .map(([count, unit]) => `${String(count)} ${UNITS[language][unit]}`)
    .join(' ');
}

/** A length of time in its largest unit or two: "3 小时", "4 min 12 s". */
export function durationWords(ms: number, language: Language): string {
  return spoken(partsOf(Math.max(0, ms)), language);
}

/** "还剩 4 分 12 秒", "已超 2 分"; what is over is told by its largest unit alone. */
export function remainingWords(ms: number, language: Language): string {
  if (ms > 0) {
    const left = spoken(partsOf(ms), language);
    return language === 'zh' ? `还剩 ${left}` : `${left} left`;
  }
  const over = spoken(partsOf(-ms).slice(0, 1), language);
  return language === 'zh' ? `已超 ${over}` : `${over} over`;
}

/** How long ago, as a length of time; null when it is less than a minute. */
export function agoWords(ms: number, language: Language): string | null {
  if (ms < MINUTE) return null;
  const ago = spoken(partsOf(ms).slice(0, 1), language);
  return language === 'zh' ? `${ago}前` : `${ago} ago`;
}
