import { DAY_MS, HOUR_MS, MINUTE_MS } from './local-date.js';
import type { Words } from './schedule.js';

/**
 * How long a turn is, and what it is bound to:
 * - `days`: it begins at the hand-off time of a day, however many hours the days between have;
 * - `parts`: a day has so many turns, and all begin at the same wall clock times every day;
 * - `elapsed`: time passed; with PT10H the hand-off comes ten hours later each time, as is meant.
 */
export type ShiftLength =
  | { readonly kind: 'days'; readonly days: number; readonly ms: number }
  | { readonly kind: 'parts'; readonly perDay: number; readonly ms: number }
  | { readonly kind: 'elapsed'; readonly ms: number };

type Read =
  | { readonly ok: true; readonly value: ShiftLength }
  | {
      readonly ok: false;
      readonly code: 'shift-unreadable' | 'shift-too-short' | 'shift-too-long';
      readonly message: Words;
    };

const SHORTEST_MS = HOUR_MS;
const LONGEST_DAYS = 62;

const WEEKS = /^P(\d{1,4})W$/;
const DAYS_AND_TIME = /^P(?=.)(?:(\d{1,4})D)?(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,6})M)?)?$/;

/** Reads PT8H, PT90M, P1D, P1DT12H, P1W. Never throws. */
export function parseShiftLength(text: string): Read {
  const ms = millisecondsOf(text);
  if (ms === null) {
    return refused('shift-unreadable', {
      zh: `无法识别班次时长“${text}”，请按 PT8H（8 小时）、PT12H、P1D（1 天）、P7D（7 天）的形式填写`,
      en: `“${text}” is not a shift length; write for example PT8H, PT12H, P1D or P7D`,
    });
  }
  if (ms < SHORTEST_MS) {
    return refused('shift-too-short', {
      zh: '班次时长至少为 1 小时',
      en: 'A shift lasts at least 1 hour',
    });
  }
  if (ms > LONGEST_DAYS * DAY_MS) {
    return refused('shift-too-long', {
      zh: `班次时长最多为 ${LONGEST_DAYS} 天`,
      en: `A shift lasts at most ${LONGEST_DAYS} days`,
    });
  }
  return { ok: true, value: lengthOf(ms) };
}

/** The length of a shift that `scheduleProblems` has let pass; RangeError for any other. */
export function shiftLength(text: string): ShiftLength {
  const read = parseShiftLength(text);
  if (!read.ok) throw new RangeError(read.message.en);
  return read.value;
}

function lengthOf(ms: number): ShiftLength {
  if (ms % DAY_MS === 0) return { kind: 'days', days: ms / DAY_MS, ms };
  if (DAY_MS % ms === 0) return { kind: 'parts', perDay: DAY_MS / ms, ms };
  return { kind: 'elapsed', ms };
}

function millisecondsOf(text: string): number | null {
  const weeks = WEEKS.exec(text);
  if (weeks) return Number(weeks[1]) * 7 * DAY_MS;
  const match = DAYS_AND_TIME.exec(text);
  if (!match) return null;
  const [, days = '0', hours = '0', minutes = '0'] = match;
  return Number(days) * DAY_MS + Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
}

const refused = (
  code: 'shift-unreadable' | 'shift-too-short' | 'shift-too-long',
  message: Words,
): Read => ({ ok: false, code, message });
