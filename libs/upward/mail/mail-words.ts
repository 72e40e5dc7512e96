import type { ReportRow } from '../report.repository.js';

/** What leaves the house: number and title, who reports, and the link. The report itself is behind the link. */
export function mailOf(report: ReportRow, number: string, secret: string, address: string) {
  const { title, senderName, receiverName } = report;
  return {
    locale: 'zh' as const,
    title: `${number} ${title}`.trim(),
    text: `${receiverName ?? ''}：\n${senderName}向您上报，请打开链接阅读并签收。链接 5 日内有效，签收后失效。`,
    link: null,
    ackLink: new URL(`/received/${secret}`, address).href,
    severity: null,
  };
}
