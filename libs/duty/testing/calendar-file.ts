import type { Interval } from '../core/schedule.js';

export interface CalendarEvent extends Interval {
  readonly id: string;
}

/** The events of an iCalendar file (RFC 5545) with times in UTC, as little as a calendar program needs of it. */
export function eventsOf(file: string): CalendarEvent[] {
  // Long lines are folded: a line break and a space stand for nothing.
  const lines = file.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  const events: CalendarEvent[] = [];
  let properties = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (line === 'BEGIN:VEVENT') properties = new Map();
    else if (line === 'END:VEVENT')
      events.push({
        id: properties.get('UID') ?? '',
        from: timeOf(properties.get('DTSTART')),
        to: timeOf(properties.get('DTEND')),
      });
    else properties.set(line.slice(0, colon), line.slice(colon + 1));
  }
  return events;
}

const UTC_TIME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

function timeOf(text = ''): number {
  if (!UTC_TIME.test(text)) throw new RangeError(`not a time in UTC: ${text}`);
  return Date.parse(text.replace(UTC_TIME, '$1-$2-$3T$4:$5:$6Z'));
}
