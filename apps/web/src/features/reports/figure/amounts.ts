import type { FigureUnit } from '../../../api/report-types';
import type { Language } from '../../../settings/settings';
import { durationWords } from '../../../time/remaining';

const MINUTE = 60_000;
/** Below so many a share misleads more than it tells; the drafted sentences keep the same rule. */
const FEWEST_FOR_A_SHARE = 10;
export const NO_BASE = '–';

const UNITS: Record<Language, Record<'incidents' | 'times', string>> = {
  zh: { incidents: '件', times: '次' },
  en: { incidents: '', times: '' },
};

/** "12 件", "83.3%", "3 小时"; a dash where there is nothing to take a share or a median of. */
export function amountWords(value: number | null, unit: FigureUnit, language: Language): string {
  if (value === null) return NO_BASE;
  switch (unit) {
    case 'share':
      return `${percent(value)}%`;
    case 'minutes':
      return durationWords(value * MINUTE, language);
    case 'incidents':
    case 'times':
      return `${grouped(value)} ${UNITS[language][unit]}`.trim();
  }
}

/** How a number compares with another: "+3 件（+25.0%）", "−1.2 个百分点", "持平"; a dash where there is no base. */
export function changeWords(
  value: number | null,
  base: number | null,
  unit: FigureUnit,
  language: Language,
): string {
  if (value === null || base === null) return NO_BASE;
  const difference = value - base;
  if (isSame(difference, unit)) return language === 'zh' ? '持平' : 'unchanged';
  const sign = difference > 0 ? '+' : '−';
  const size = Math.abs(difference);
  if (unit === 'share')
    return `${sign}${percent(size)}${language === 'zh' ? ' 个百分点' : ' points'}`;
  const amount = `${sign}${amountWords(size, unit, language)}`;
  if (base < FEWEST_FOR_A_SHARE || unit === 'minutes') return amount;
  const share = `${sign}${percent(size / base)}%`;
  return language === 'zh' ? `${amount}（${share}）` : `${amount} (${share})`;
}

/** Less than what is shown is no difference. */
const isSame = (difference: number, unit: FigureUnit): boolean =>
  Math.abs(difference) < (unit === 'share' ? 0.0005 : unit === 'minutes' ? 1 / 60 : 0.5);

const percent = (share: number): string => (share * 100).toFixed(1);

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
