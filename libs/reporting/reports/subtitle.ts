import { DateTime } from 'luxon';
import { daysOf } from '../core/index.js';
import { isProvisional } from './provisional.js';
import type { ReportRow } from './report.repository.js';

/** The days of the period, and as of when it was counted. */
export function subtitleOf(row: ReportRow, zone: string): string {
  const { from, to } = daysOf({ from: row.from.getTime(), to: row.to.getTime() }, zone);
  const asOf = DateTime.fromJSDate(row.asOf, { zone }).toFormat('yyyy-MM-dd HH:mm');
  const early = isProvisional(row);
  return row.language === 'zh'
    ? `统计期 ${from} 至 ${to}，统计时点 ${asOf}${early ? '（统计期未结束，数据未定）' : ''}`
    : `${from} to ${to}, as of ${asOf}${early ? ' (before the end of the period: provisional)' : ''}`;
}
