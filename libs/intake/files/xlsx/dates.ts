/** Formats for dates and times that have a number instead of a code (ECMA-376, 18.8.30), the East Asian ones included. */
const isBuiltIn = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** Whether a number format shows a date or a time. Quoted text and colours in brackets are no part of it. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltIn(id);
  return /[ymdhs年月日时]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) && code !== 'General';
}

const DAY_MS = 86_400_000;
/** 1970-01-01 in days since the day before 1900, with the leap day that Lotus 1-2-3 thought 1900 had. */
const EPOCH_DAY = 25_569;
const DAYS_FROM_1900_TO_1904 = 1_462;

/** A day number as a cell holds it, written as local date and time; the number itself when it is no day. */
export function dateText(serial: string, from1904: boolean): string {
  const days = Number(serial) + (from1904 ? DAYS_FROM_1900_TO_1904 : 0);
  const at = new Date(Math.round(((days - EPOCH_DAY) * DAY_MS) / 1000) * 1000);
  if (Number.isNaN(at.getTime()) || days < 1 || days > 2_958_465) return serial;
  return at.toISOString().slice(0, 19).replace('T', ' ');
}
