const COUNT = /^(\d{1,15}(?:\.\d{1,6})?)(万|w|亿|千|k)?\+?$/i;
const TIMES: Readonly<Record<string, number>> = { 千: 1e3, k: 1e3, 万: 1e4, w: 1e4, 亿: 1e8 };

/** A whole number as sites write it (`12,345`, `1.2万`, `3亿`, `5000+`); null when it is none. */
export function readCount(text: string): number | null {
  const match = COUNT.exec(text.normalize('NFKC').trim().replace(/[,\s]/g, ''));
  if (match === null) return null;
  const [, digits = '', unit] = match;
  const value = Number(digits) * (unit === undefined ? 1 : (TIMES[unit.toLowerCase()] ?? 1));
  const whole = Math.round(value);
  return unit === undefined && whole !== value ? null : whole;
}
