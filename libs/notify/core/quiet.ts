import { DateTime } from 'luxon';
import { isGrave } from './severity.js';
import type { Severity } from './severity.js';

/** Wall-clock times of the organisation's zone, `22:00`. Past midnight when `to` is the earlier one. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

const DAY_MINUTES = 24 * 60;
const HOUR_MS = 3_600_000;

interface Matter {
  readonly severity: Severity;
  /** Of no use in the morning any more. */
  readonly atOnce: boolean;
}

/**
 * Until when a message is held because its person sleeps; null when it goes out now. Severity I and II, and what is
 * of no use later, wake people up.
 */
export function heldUntil(
  quiet: QuietHours | null,
  { severity, atOnce }: Matter,
  now: number,
  timeZone: string,
): number | null {
  if (quiet === null || atOnce || isGrave(severity)) return null;
  const local = DateTime.fromMillis(now, { zone: timeZone });
  return isWithin(quiet, local.hour * 60 + local.minute) ? endOf(quiet, local) : null;
}

function isWithin({ from, to }: QuietHours, minute: number): boolean {
  const sinceStart = (minute - minutesOf(from) + DAY_MINUTES) % DAY_MINUTES;
  const length = (minutesOf(to) - minutesOf(from) + DAY_MINUTES) % DAY_MINUTES;
  return sinceStart < length;
}

/** The next time the clock on the wall shows the end. When clocks go back it may show it twice. */
function endOf({ to }: QuietHours, local: DateTime): number {
  const [hour, minute] = [Math.floor(minutesOf(to) / 60), minutesOf(to) % 60];
  const today = local.set({ hour, minute, second: 0, millisecond: 0 });
  const again = today.plus(HOUR_MS);
  const tomorrow = local.plus({ days: 1 }).set({ hour, minute, second: 0, millisecond: 0 });
  const shown = again.hour === today.hour ? [today, again, tomorrow] : [today, tomorrow];
  return (shown.find((end) => end > local) ?? tomorrow).toMillis();
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
