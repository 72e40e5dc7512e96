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

/** A file that shows something: what it is called, and by which hash its content is known. */
export class EvidenceFile {
  id: string;
  name: string;
  bytes: number;
  sha256: string;
}

export class EvidenceView {
  id: string;
  text: string;
  url: string | null;
  attachmentId: string | null;
  file: EvidenceFile | null;
  verdict: string | null;
  addedBy: PersonRef | null;
  addedAt: string | null;
}

export class ActionView {
  id: string;
  title: string;
  kind: string | null;
  basis: string | null;
  unit: UnitRef | null;
  owner: PersonRef | null;
  dueAt: string | null;
  /** open, done, waived, or returned: still open when its unit handed the incident back. */
  status: string;
  /** What came of it, or why it was waived or returned. */
  result: string | null;
  closedBy: PersonRef | null;
  closedAt: string | null;
  evidence: EvidenceView[];
  /** Owned by who asks, or nobody’s by name and their unit’s. */
  mine: boolean;
  /** The commands that who asks may give about it. */
  acts: string[];
}

/** 督办: a leader watches over it. */
export class SupervisionView {
  by: PersonRef | null;
  at: string | null;
  reason: string;
  /** How often the responsible unit reports: PT4H, PT12H, P1D, P2D or P7D. */
  every: string;
}

export class ProgressView {
  id: string;
  text: string;
  unit: UnitRef | null;
  by: PersonRef | null;
  at: string | null;
}

/** A unit that was given what is not its own, and gave it back. */
export class HandedBackView {
  id: string;
  unit: UnitRef | null;
  by: PersonRef | null;
  reason: string;
  at: string | null;
}

/** The plan and what surrounds it. */
export class DisposalView {
  actions: ActionView[];
  supervision: SupervisionView | null;
  progress: ProgressView[];
  handedBack: HandedBackView[];
}

/** A judgement or a change of severity to I or II that waits for a leader. */
export class ProposalView {
  kind: 'judgement' | 'regrade';
  by: PersonRef | null;
  severity: string | null;
  decision: string | null;
  unit: UnitRef | null;
  riskScore: number | null;
}

/** What a unit wrote when it was consulted. */
export class ViewGiven {
  id: string;
  unit: UnitRef | null;
  by: PersonRef | null;
  at: string;
  text: string;
}

/** 会商: the latest time that units were asked for their view. */
export class ConsultationView {
  isOpen: boolean;
  question: string;
  by: PersonRef | null;
  askedAt: string;
  dueAt: string | null;
  units: UnitRef[];
  /** Units that owe their view. */
  awaited: UnitRef[];
  /** Those of this consultation, oldest first. */
  views: ViewGiven[];
  summary: string | null;
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
  /** Null when nobody has ever been consulted. */
  consultation: ConsultationView | null;
  actions: ActionView[];
  supervision: SupervisionView | null;
  progress: ProgressView[];
  handedBack: HandedBackView[];
  evidence: EvidenceView[];
  /** Something is published that rests on a verdict which has changed since. */
  correctionOwed: boolean;
  responseNotNeeded: string | null;
  summary: string | null;
  lessons: string | null;
  /** What went well and what did not. */
  review: string | null;
  /** Of the person who raised it, 1 to 5; null when nobody was asked. */
  satisfaction: number | null;
  /** How they were asked: phone, visit, message or form. */
  satisfactionAsked: string | null;
  /** Counts from 1: each archiving closes one, and reopening begins the next. */
  chapter: number;
  mergedInto: LinkedIncident | null;
  /** Incidents that were merged into this one. */
  absorbed: LinkedIncident[];
  attachments: AttachmentView[];
  serverTime: string;
}
