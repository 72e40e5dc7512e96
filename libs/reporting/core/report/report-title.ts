import { DateTime } from 'luxon';
import { typeOf } from '../period/period.js';
import type { Period } from '../period/period.js';
import type { Language } from '../narrative/numbers.js';
import type { Instant } from '../values.js';
import type { ReportType } from './report-type.js';

const QUARTERS = {
  zh: ['一', '二', '三', '四'],
  en: ['first', 'second', 'third', 'fourth'],
} as const;

const dayOf = (at: Instant, zone: string): string =>
  DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd');

/** The first and the last day of a period, both of which belong to it. */
export function daysOf({ from, to }: Period, zone: string): { from: string; to: string } {
  return { from: dayOf(from, zone), to: dayOf(Math.max(from, to - 1), zone) };
}

/** `2026年第一季度`, `the first quarter of 2026`; of a span that is no calendar period its days. */
export function periodName(period: Period, zone: string, language: Language): string {
  const start = DateTime.fromMillis(period.from, { zone });
  const zh = language === 'zh';
  const year = start.toFormat('yyyy');
  switch (typeOf(period, zone)) {
    case 'weekly':
      return zh ? start.toFormat("kkkk'年第'W'周'") : start.toFormat("'week' W 'of' kkkk");
    case 'monthly':
      return zh ? start.toFormat("yyyy'年'L'月'") : start.setLocale('en').toFormat('LLLL yyyy');
    case 'quarterly':
      return zh
        ? `${year}年第${QUARTERS.zh[start.quarter - 1] ?? ''}季度`
        : `the ${QUARTERS.en[start.quarter - 1] ?? ''} quarter of ${year}`;
    case 'half-year':
      return zh
        ? `${year}年${start.month <= 6 ? '上' : '下'}半年`
        : `the ${start.month <= 6 ? 'first' : 'second'} half of ${year}`;
    case 'annual':
      return zh ? `${year}年` : year;
    case null: {
      const { from, to } = daysOf(period, zone);
      return zh ? `${from}至${to}` : `${from} to ${to}`;
    }
  }
}

/** What a report is called; a special one by its incident, a scorecard by its unit. */
export function reportTitle(
  type: ReportType,
  period: string,
  subject: string,
  language: Language,
): string {
  const zh = language === 'zh';
  switch (type) {
    case 'weekly':
      return zh ? `${period}舆情周通报` : `Weekly bulletin, ${period}`;
    case 'monthly':
      return zh ? `${period}舆情月通报` : `Monthly bulletin, ${period}`;
    case 'quarterly':
      return zh ? `${period}舆情分析报告` : `Public opinion in ${period}`;
    case 'half-year':
      return zh ? `${period}舆情专题分析报告` : `A study of ${period}`;
    case 'annual':
      return zh ? `${period.replace(/年$/u, '年度')}舆情分析报告` : `Public opinion in ${period}`;
    case 'special':
      return zh ? `关于“${subject}”的舆情专报` : `Special report: ${subject}`;
    case 'scorecard':
      return zh ? `${subject}${period}舆情处置情况` : `${subject}: scorecard for ${period}`;
  }
}
