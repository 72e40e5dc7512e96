/** The usual fields of an upward report, in the order in which they are written. */
export const REPORT_FIELDS = [
  'receivedAt',
  'source',
  'timeAndPlace',
  'nature',
  'scope',
  'harm',
  'trend',
  'measures',
  'leaders',
] as const;

export type ReportField = (typeof REPORT_FIELDS)[number];
export type ReportFields = Readonly<Record<ReportField, string>>;

export const REPORT_TYPES = ['initial', 'follow-up', 'final'] as const;
export type ReportType = (typeof REPORT_TYPES)[number];

/** What stands where nobody knows yet: to be verified. The one who reads the report sees it, too. */
export const TO_VERIFY = '待核';

/** Official reports are written in Chinese, whatever language their writer reads. */
export const FIELD_NAMES: ReportFields = {
  receivedAt: '接报时间',
  source: '信息来源',
  timeAndPlace: '时间地点',
  nature: '事件性质',
  scope: '影响范围',
  harm: '危害情况',
  trend: '发展趋势',
  measures: '已采取措施',
  leaders: '现场指挥领导',
};

/** What stays open: fields that are empty, or say themselves that something has to be verified. */
export const missingFields = (fields: ReportFields): ReportField[] =>
  REPORT_FIELDS.filter((field) => isOpen(fields[field]));

export const isOpen = (text: string): boolean => text.trim() === '' || text.includes(TO_VERIFY);
