import { z } from 'zod';
import type { Parsed } from './values.js';

/**
 * A length of time: elapsed time in milliseconds, or whole work days. The two cannot be converted into each
 * other without a calendar and a start, so they stay apart until `dueAt` has both.
 */
export type Duration = { readonly ms: number } | { readonly workdays: number };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY_MS = 24 * HOUR;

/** Ten years. Nothing a public body promises is longer, and a slip of a few zeros is caught. */
const LONGEST_DAYS = 3_650;

const WORK_DAYS = /^P(\d{1,6})WD$/;
const WEEKS = /^P(\d{1,6})W$/;
const ELAPSED =
  /^P(?=.)(?:(\d{1,6})D)?(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?)?$/;
const YEARS_OR_MONTHS = /^P\d+[YM]/;

/** Reads `PT5M`, `PT1.5S`, `P3DT12H`, `P2W`, and work days as `P7WD`. Never throws. */
export function parseDuration(text: string): Parsed<Duration> {
  const value = workDays(text) ?? weeks(text) ?? elapsed(text);
  if (value === null) return { ok: false, reason: whyNotADuration(text) };
  if ('workdays' in value && value.workdays === 0) {
    return { ok: false, reason: `${text} is no time: a work day count starts at P1WD` };
  }
  if (isTooLong(value)) return { ok: false, reason: `${text} is longer than ten years` };
  return { ok: true, value };
}

function workDays(text: string): Duration | null {
  const match = WORK_DAYS.exec(text);
  return match ? { workdays: Number(match[1]) } : null;
}

function weeks(text: string): Duration | null {
  const match = WEEKS.exec(text);
  return match ? { ms: Number(match[1]) * 7 * DAY_MS } : null;
}

function elapsed(text: string): Duration | null {
  const match = ELAPSED.exec(text);
  if (!match) return null;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  // Rounded, since 1.001 × 1000 is 1000.9999999999999 in binary floating point.
  const ms = Math.round(Number(seconds) * SECOND);
  return { ms: Number(days) * DAY_MS + Number(hours) * HOUR + Number(minutes) * MINUTE + ms };
}

function isTooLong(duration: Duration): boolean {
  return 'ms' in duration ? duration.ms > LONGEST_DAYS * DAY_MS : duration.workdays > LONGEST_DAYS;
}

function whyNotADuration(text: string): string {
  if (text.includes('-')) return `${text} is negative; a duration runs forward`;
  if (YEARS_OR_MONTHS.test(text)) {
    return `${text} has years or months, whose length varies; write days (P30D) or work days (P20WD)`;
  }
  return `${JSON.stringify(text)} is not a duration; write for example PT5M, PT1.5S, P3D, or P7WD for work days`;
}

/** The shortest ISO 8601 form: `{ ms: 172800000 }` is `P2D`. `parseDuration` reads it back to the same value. */
export function formatDuration(duration: Duration): string {
  if ('workdays' in duration) return `P${String(duration.workdays)}WD`;
  const days = part(Math.floor(duration.ms / DAY_MS), 'D');
  const hours = part(Math.floor((duration.ms % DAY_MS) / HOUR), 'H');
  const minutes = part(Math.floor((duration.ms % HOUR) / MINUTE), 'M');
  const seconds = part((duration.ms % MINUTE) / SECOND, 'S');
  const time = hours + minutes + seconds;
  if (days + time === '') return 'PT0S';
  return time === '' ? `P${days}` : `P${days}T${time}`;
}

const part = (count: number, unit: string): string =>
  count === 0 ? '' : `${String(count)}${unit}`;

/** A duration in a configuration file. */
export const durationSchema = z.string().transform((text, context): Duration => {
  const parsed = parseDuration(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: parsed.reason });
  return z.NEVER;
});

/** A duration in a configuration file where work days make no sense; its value is milliseconds. */
export const elapsedSchema = durationSchema.transform((duration, context): number => {
  if ('ms' in duration) return duration.ms;
  context.addIssue({
    code: 'custom',
    message: 'work days make no sense here; write elapsed time such as PT8H',
  });
  return z.NEVER;
});
