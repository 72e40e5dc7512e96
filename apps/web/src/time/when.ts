import type { Language } from '../settings/settings';
import { calendarDay, clockTime, wallTime, weekday } from './zone';

const DAY = 86_400_000;

/** Calendar days from one instant's date to another's, in the organisation's zone. */
function daysBetween(from: number, to: number): number {
  const dayOf = (instant: number) => {
    const { year, month, day } = wallTime(instant);
    return Date.UTC(year, month - 1, day) / DAY;
  };
  return dayOf(to) - dayOf(from);
}

const NEAR: Record<Language, Readonly<Record<number, string>>> = {
  zh: { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};
const NEXT_DAY: Record<Language, string> = { zh: '次日', en: 'next day' };

/** "明天", and from further away "3月2日 周一", "Mon 2 Mar". */
function dayWords(instant: number, language: Language, now: number): string {
  const near = NEAR[language][daysBetween(now, instant)];
  if (near !== undefined) return near;
  const day = calendarDay(instant, language, now);
  const name = weekday(instant, language);
  return language === 'zh' ? `${day} ${name}` : `${name} ${day}`;
}

/** "明天 08:00" */
export function whenWords(instant: number, language: Language, now: number): string {
  return `${dayWords(instant, language, now)} ${clockTime(instant)}`;
}

/** "今天 08:00–20:00", "3月2日 周一 20:00 – 次日 08:00", "3月2日 周一 08:00 – 3月9日 周一 08:00" */
export function spanWords(from: number, to: number, language: Language, now: number): string {
  const start = whenWords(from, language, now);
  switch (daysBetween(from, to)) {
    case 0:
      return `${start}–${clockTime(to)}`;
    case 1:
      return `${start} – ${NEXT_DAY[language]} ${clockTime(to)}`;
    default:
      return `${start} – ${whenWords(to, language, now)}`;
  }
}

/** Whole days as people speak of leave: the end is the first instant after the last day. */
export function daysWords(from: number, to: number, language: Language, now: number): string {
  const [first, last] = [dayWords(from, language, now), dayWords(to - 1, language, now)];
  return first === last ? first : `${first} – ${last}`;
}
