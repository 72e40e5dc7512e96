import type { Tx } from '#platform';
import type { Accepted } from '#workflow';
import { REPORT_STATES } from '../core/index.js';
import type { ReportState } from '../core/index.js';
import { updateReport } from './report.repository.js';
import type { ReportRow } from './report.repository.js';
import { tellPages } from './tell-pages.js';

/** The columns that lists and pages read, from what the rules have decided. */
export async function saveDecision(
  tx: Tx,
  row: ReportRow,
  decision: Accepted,
  now: number,
): Promise<void> {
  const { state, version, facts } = decision.subject;
  const text = (name: string): string | null => {
    const value = facts[name];
    return typeof value === 'string' ? value : null;
  };
  const isIssued = decision.events.some(({ type }) => type === 'report-issued');
  await updateReport(
    tx,
    {
      ...{ ...row, state: stateOf(state), version, sha256: text('sha256') },
      ...{ submittedBy: text('submittedBy'), approvedBy: text('approvedBy') },
      issuedAt: isIssued ? new Date(now) : row.issuedAt,
    },
    now,
  );
  await tellPages(tx, decision, now);
}

const stateOf = (state: string): ReportState =>
  REPORT_STATES.find((one) => one === state) ?? 'draft';
