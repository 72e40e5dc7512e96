import { DateTime } from 'luxon';

const WRITTEN =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:：时点](?:(\d{1,2})(?:[:：分](\d{1,2})(?:\.(\d{1,9}))?秒?|分?))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const EPOCH = /^\d{10}(\d{3})?$/;

/**
 * The moment that a cell means, in epoch milliseconds; null when it is none. Takes ISO 8601, what spreadsheets and
 * Chinese sites write (`2026/3/2 9:05`, `2026年3月2日 9时5分`) and Unix time. Without an offset it is local to `zone`.
 */
export function readMoment(text: string, zone: string): number | null {
  const trimmed = text.trim();
  if (EPOCH.test(trimmed)) return Number(trimmed) * (trimmed.length === 10 ? 1000 : 1);
  const match = WRITTEN.exec(trimmed);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const parts = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Number((fraction ?? '').slice(0, 3).padEnd(3, '0')),
  };
  const local = DateTime.fromObject(parts, { zone: offset === undefined ? zone : 'utc' });
  if (!local.isValid) return null;
  return local.toMillis() - offsetMs(offset);
}

function offsetMs(offset: string | undefined): number {
  if (offset === undefined || /^z$/i.test(offset)) return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
