import { useText } from './text';

const NAME = /^(\d{4})-?([QHW]?)(\d*)$/;

/** 2026Q1 as people say it: "2026 年第 1 季度". */
export function usePeriodWords(): (name: string) => string {
  const t = useText();
  return (name) => {
    const [, year = name, part = '', digits = ''] = NAME.exec(name) ?? [];
    const n = Number(digits);
    if (part === 'Q') return t('period.quarter', { year, n });
    if (part === 'H') return t(n === 1 ? 'period.half.1' : 'period.half.2', { year });
    if (part === 'W') return t('period.week', { year, n });
    return digits === '' ? t('period.year', { year }) : t('period.month', { year, n });
  };
}
