import type { ReportLanguage, ReportSection } from '../../../api/report-types';

type Named = Pick<ReportSection, 'key' | 'number' | 'title'>;

/** 一、总体态势; 附：数据说明. In English the notes at the end need no number. */
export function headingOf({ key, number, title }: Named, language: ReportLanguage): string {
  const isNotes = key === 'notes';
  if (language === 'zh') return `${number}${isNotes ? '：' : '、'}${title}`;
  return isNotes ? title : `${number}. ${title}`;
}
