import { PERIOD_TYPES } from '../period/period.js';

/** What a report is: on a period of its own kind, on one incident (专报), or on one unit over a period. */
export const REPORT_TYPES = [...PERIOD_TYPES, 'special', 'scorecard'] as const;
export type ReportType = (typeof REPORT_TYPES)[number];

export const REPORT_STATES = [
  ...(['draft', 'submitted', 'approved', 'issued', 'replaced', 'discarded'] as const),
] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What was once issued: everybody may read it, and it does not change any more. */
export const isOut = (state: ReportState): boolean => state === 'issued' || state === 'replaced';
