import type { ReportRow } from './report.repository.js';

/** Counted before its period was over. */
export const isProvisional = ({ to, asOf }: Pick<ReportRow, 'to' | 'asOf'>): boolean =>
  asOf.getTime() < to.getTime();
