import type { Report, ReportState } from '../../../api/report-types';

const APPROVED: ReadonlySet<ReportState> = new Set(['approved', 'issued', 'replaced']);

/** Who stands for a report; nobody does for one that was returned since. */
export const approverOf = ({
  state,
  approvedBy,
}: Pick<Report, 'state' | 'approvedBy'>): Report['approvedBy'] =>
  APPROVED.has(state) ? approvedBy : null;
