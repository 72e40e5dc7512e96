import { type DeadlineView } from '#escalation';
import { IncidentRow, type PersonRef, type UnitRef } from '../list/incident-row.dto.js';

/** A condition that is still unmet whatever the form says. */
export class NeedView {
  code: string;
  message: string;
  path?: string;
}

/** A field of a command's form. */
export class FieldView {
  name: string;
  type: string;
  label: string;
  required: boolean;
  values?: string[];
  min?: number;
  max?: number;
  integer?: boolean;
  /** Of a list: the fields of one row. */
  item?: FieldView[];
}

/** A command that this user may give now. */
export class AllowedView {
  command: string;
  label: string;
  needs: NeedView[];
  fields: FieldView[];
}

export class ActionView {
  id: string;
  title: string;
  kind: string | null;
  basis: string | null;
  unit: UnitRef | null;
  owner: PersonRef | null;
  dueAt: string | null;
  status: string;
  result: string | null;
}

export class EvidenceView {
  id: string;
  text: string;
  url: string | null;
  attachmentId: string | null;
  verdict: string | null;
  addedBy: PersonRef | null;
  addedAt: string | null;
}

/** A judgement or a change of severity to I or II that waits for a leader. */
export class ProposalView {
  kind: 'judgement' | 'regrade';
  by: PersonRef | null;
  severity: string | null;
  decision: string | null;
}

export class AttachmentView {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  addedBy: PersonRef | null;
  addedAt: string;
}

export class LinkedIncident {
  id: string;
  number: string;
  title: string;
  state: string;
}

/** The whole incident page in one answer. */
export class IncidentPageView extends IncidentRow {
  occurredAt: string | null;
  /** All deadlines, also those that have stopped; running ones first. */
  declare deadlines: DeadlineView[];
  allowed: AllowedView[];
  acknowledgedBy: PersonRef | null;
  acknowledgedAt: string | null;
  decision: string | null;
  riskScore: number | null;
  judgedBy: PersonRef | null;
  proposal: ProposalView | null;
  observeUntil: string | null;
  actions: ActionView[];
  evidence: EvidenceView[];
  responseNotNeeded: string | null;
  summary: string | null;
  lessons: string | null;
  mergedInto: LinkedIncident | null;
  /** Incidents that were merged into this one. */
  absorbed: LinkedIncident[];
  attachments: AttachmentView[];
  serverTime: string;
}
