import { REPORT_STATES } from './report.repository.js';
import type { ReportState } from './report.repository.js';

export const stateOf = (state: string): ReportState =>
  REPORT_STATES.find((one) => one === state) ?? 'draft';
