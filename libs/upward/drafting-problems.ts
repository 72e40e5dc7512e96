import type { RequestActor } from '#identity';
import type { IncidentReading } from '#incidents';
import { REPORT_TYPES } from './core/index.js';
import type { ReportType } from './core/index.js';
import {
  CLOSED,
  DRAFT_ALREADY,
  INITIAL_ALREADY,
  INITIAL_MISSING,
  NOT_YOUR_UNIT,
} from './report-problems.js';
import type { ReportProblem } from './report-problems.js';
import type { ReportRow } from './report.repository.js';

type Incident = Pick<IncidentReading, 'state' | 'unitId' | 'facts'>;
type Reporter = Pick<RequestActor, 'roles' | 'unitId'>;
type Reports = readonly Pick<ReportRow, 'state'>[];

const CLOSED_STATES: readonly string[] = ['archived', 'dismissed', 'merged'];
/** A handler who is something else besides drafts as that. */
const DESK_ROLES: readonly string[] = ['officer', 'analyst', 'leader'];

/** What speaks against drafting a report of this type now, all of it at once. */
export function draftingProblems(
  { state, unitId, facts }: Incident,
  type: ReportType,
  reports: Reports,
  { roles, unitId: own }: Reporter,
): ReportProblem[] {
  // Told by hand or by the program: the incident remembers both.
  const hasInitial = typeof facts['upwardReportedAt'] === 'number';
  const isOfDesk = roles.some((role) => DESK_ROLES.includes(role));
  return [
    ...(CLOSED_STATES.includes(state) ? [CLOSED] : []),
    ...(type === 'initial' && hasInitial ? [INITIAL_ALREADY] : []),
    ...(type !== 'initial' && !hasInitial ? [INITIAL_MISSING] : []),
    ...(reports.some((report) => report.state === 'draft') ? [DRAFT_ALREADY] : []),
    ...(isOfDesk || (own !== null && own === unitId) ? [] : [NOT_YOUR_UNIT]),
  ];
}

/** The types that this person may draft now. */
export function draftableTypes(incident: Incident, reports: Reports, user: Reporter): ReportType[] {
  const mayDraft = user.roles.some((role) => role === 'handler' || DESK_ROLES.includes(role));
  if (!mayDraft) return [];
  return REPORT_TYPES.filter(
    (type) => draftingProblems(incident, type, reports, user).length === 0,
  );
}
