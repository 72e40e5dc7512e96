export { draftFields, titleOf } from './draft.js';
export { REPORT_FIELDS, REPORT_TYPES, missingFields } from './fields.js';
export type { ReportField, ReportFields, ReportType } from './fields.js';
export type {
  ActionOfPlan,
  IncidentRecord,
  MentionFigures,
  Publication,
} from './incident-record.js';
export { paperBlocks, plainText } from './text.js';
export type { ReportBlock, ReportContent, ReportPaper } from './text.js';
export { dayInWords } from './words.js';
