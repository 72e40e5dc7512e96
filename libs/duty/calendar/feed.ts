import ical, { ICalCalendarMethod } from 'ical-generator';
import type { ShiftRow } from '../shifts/shift.repository.js';

const POSITION_WORDS = {
  officer: { zh: '值班员', en: 'Duty officer' },
  deputy: { zh: '副班', en: 'Deputy' },
  leader: { zh: '带班领导', en: 'Leader on duty' },
} as const;

/** How often a calendar program should look again. */
const REFRESH_S = 3_600;

/** Somebody's shifts as iCalendar (RFC 5545), in UTC: a reader shows them in its own zone. */
export function feedOf(
  shifts: readonly ShiftRow[],
  schedules: ReadonlyMap<string, string>,
  locale: 'zh' | 'en',
): string {
  const calendar = ical({
    name: locale === 'zh' ? '我的值班' : 'My duty',
    prodId: { company: 'Mingbian', product: 'duty', language: locale === 'zh' ? 'ZH' : 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_S,
  });
  for (const shift of shifts) {
    const name = schedules.get(shift.scheduleId) ?? '';
    calendar.createEvent({
      id: shift.id,
      start: new Date(shift.from),
      end: new Date(shift.to),
      summary: `${POSITION_WORDS[shift.position][locale]} · ${name}`,
      // The same text at every fetch, so that an unchanged feed is the same bytes.
      stamp: new Date(shift.from),
    });
  }
  return calendar.toString();
}
