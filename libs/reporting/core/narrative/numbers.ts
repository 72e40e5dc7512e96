import type { Words } from '../values.js';

export type Language = keyof Words;

/** Below so many, a share is told as a count of a count: one of three is no 33 %. */
export const FEWEST_FOR_A_SHARE = 10;

const THOUSANDS = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export const inDigits = (count: number): string => THOUSANDS.format(count);

/** A share of 0 to 1 in per cent, to one place; what is neither none nor all is told as neither. */
export function inPercent(share: number): string {
  if (share <= 0) return '0%';
  if (share >= 1) return '100%';
  return `${Math.min(99.9, Math.max(0.1, Math.round(share * 1000) / 10)).toString()}%`;
}

/** Minutes in the two largest units that fit: 45 分钟, 2 小时 5 分, 3 天 4 小时. Rounded to the smaller one. */
export function inTime(minutes: number, language: Language): string {
  const whole = Math.round(minutes);
  if (whole < 60) return whole < 1 ? LESS[language] : amount(whole, 'minute', language);
  const hours = Math.round(minutes / 60);
  if (whole < 24 * 60) return pair(Math.floor(whole / 60), 'hour', whole % 60, 'minutes', language);
  return pair(Math.floor(hours / 24), 'day', hours % 24, 'hours', language);
}

const LESS: Words = { zh: '不到 1 分钟', en: 'less than a minute' };

const UNITS = {
  minute: { zh: '分钟', en: 'minute' },
  hour: { zh: '小时', en: 'hour' },
  day: { zh: '天', en: 'day' },
} as const satisfies Record<string, Words>;

const amount = (count: number, unit: keyof typeof UNITS, language: Language): string =>
  language === 'zh'
    ? `${inDigits(count)} ${UNITS[unit].zh}`
    : `${inDigits(count)} ${UNITS[unit].en}${count === 1 ? '' : 's'}`;

function pair(
  large: number,
  unit: 'hour' | 'day',
  small: number,
  rest: 'minutes' | 'hours',
  language: Language,
): string {
  const first = amount(large, unit, language);
  if (small === 0) return first;
  if (language === 'zh') return `${first} ${String(small)} ${rest === 'minutes' ? '分' : '小时'}`;
  return `${first} ${amount(small, rest === 'minutes' ? 'minute' : 'hour', language)}`;
}

export type Comparison = 'previous' | 'yearBefore';

const COMPARED: Readonly<Record<Comparison, Words>> = {
  previous: { zh: '环比', en: 'on the period before' },
  yearBefore: { zh: '同比', en: 'on the year before' },
};

/**
 * How a count compares with that of an earlier period: the difference, and in per cent where the base is large enough for
 * it not to mislead. Null where there is no base.
 */
export function change(
  value: number,
  base: number | null,
  comparison: Comparison,
  language: Language,
): string | null {
  if (base === null) return null;
  const said = COMPARED[comparison][language];
  const difference = value - base;
  if (difference === 0) return language === 'zh' ? `${said}持平` : `unchanged ${said}`;
  const by = inDigits(Math.abs(difference));
  const isMore = difference > 0;
  const showsShare = base >= FEWEST_FOR_A_SHARE;
  if (language === 'zh') {
    const verb = isMore ? '增加' : '减少';
    return `${said}${verb} ${by} 件${showsShare ? `（${growth(difference, base, language)}）` : ''}`;
  }
  return `${by} ${isMore ? 'more' : 'fewer'} ${said}${showsShare ? ` (${growth(difference, base, language)})` : ''}`;
}

/** Signed per cent to one place; it may be more than a hundred. */
function growth(difference: number, base: number, language: Language): string {
  const percent = Math.round((Math.abs(difference) / base) * 1000) / 10;
  const sign = difference > 0 ? '+' : '−';
  if (percent === 0) return `${sign}${language === 'zh' ? '不到 0.1%' : 'less than 0.1%'}`;
  return `${sign}${percent.toString()}%`;
}
