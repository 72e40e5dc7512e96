import type {
  Deadline,
  IncidentState,
  IncidentSummary,
  Person,
  Severity,
  Unit,
  Verdict,
} from './types';

/** Shapes of what is told about incidents (libs/incidents: list, page, timeline). */

export interface MentionStats {
  readonly count: number;
  readonly firstSeenAt: string | null;
  readonly lastSeenAt: string | null;
  /** The best place on any list; 1 is the top. */
  readonly peakRank: number | null;
  readonly peakViews: number | null;
}

export interface IncidentRow extends IncidentSummary {
  readonly claim: string;
  readonly place: string | null;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly mentions: MentionStats;
}

/** A condition that is unmet whatever the form says. */
export interface Need {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
}

export type FieldType =
  'text' | 'enum' | 'id' | 'ids' | 'time' | 'number' | 'boolean' | 'clock' | 'list';

/** A field of a command's form, as the workflow declares it. */
export interface FormField {
  readonly name: string;
  readonly type: FieldType;
  readonly label: string;
  readonly required: boolean;
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  /** Of a list: the fields of one row. */
  readonly item?: readonly FormField[];
}

/** A command that this person may give now. */
export interface Allowed {
  readonly command: string;
  readonly label: string;
  readonly needs: readonly Need[];
  readonly fields: readonly FormField[];
}

/** What somebody may do about one action. */
export type ActionAct = 'complete-action' | 'change-action' | 'waive-action';

export interface Action {
  readonly id: string;
  readonly title: string;
  readonly kind: string | null;
  readonly basis: string | null;
  readonly unit: Unit | null;
  readonly owner: Person | null;
  readonly dueAt: string | null;
  /** Returned: still open when its unit handed the incident back. */
  readonly status: 'open' | 'done' | 'waived' | 'returned';
  /** What came of it, or why it was waived or returned. */
  readonly result: string | null;
  readonly closedBy: Person | null;
  readonly closedAt: string | null;
  readonly evidence: readonly Evidence[];
  /** Owned by the reader, or nobody’s by name and their unit’s. */
  readonly mine: boolean;
  readonly acts: readonly ActionAct[];
}

/** 督办: a leader watches over it. */
interface Supervision {
  readonly by: Person | null;
  readonly at: string | null;
  readonly reason: string;
  readonly every: string;
}

interface ProgressReport {
  readonly id: string;
  readonly text: string;
  readonly unit: Unit | null;
  readonly by: Person | null;
  readonly at: string | null;
}

interface HandedBack {
  readonly id: string;
  readonly unit: Unit | null;
  readonly by: Person | null;
  readonly reason: string;
  readonly at: string | null;
}

/** 预案模板, with the times that its actions would have from now on. */
export interface OfferedPlan {
  readonly id: string;
  readonly name: string;
  readonly note: string | null;
  readonly actions: readonly {
    readonly title: string;
    readonly kind: string;
    readonly basis: string | null;
    readonly unitId: string | null;
    readonly dueAt: string;
  }[];
}

export interface Evidence {
  readonly id: string;
  readonly text: string;
  readonly url: string | null;
  readonly attachmentId: string | null;
  readonly file: Pick<Attachment, 'id' | 'name' | 'bytes' | 'sha256'> | null;
  readonly verdict: Verdict | null;
  readonly addedBy: Person | null;
  readonly addedAt: string | null;
}

/** A judgement, or a change of severity, that waits for a leader. */
export interface Proposal {
  readonly kind: 'judgement' | 'regrade';
  readonly by: Person | null;
  readonly severity: Severity | null;
  readonly decision: Decision | null;
  readonly unit: Unit | null;
  readonly riskScore: number | null;
}

/** What a unit wrote when it was consulted. */
export interface ViewGiven {
  readonly id: string;
  readonly unit: Unit | null;
  readonly by: Person | null;
  readonly at: string;
  readonly text: string;
}

/** The latest time that units were asked for their view. */
export interface Consultation {
  readonly isOpen: boolean;
  readonly question: string;
  readonly by: Person | null;
  readonly askedAt: string;
  readonly dueAt: string | null;
  readonly units: readonly Unit[];
  readonly awaited: readonly Unit[];
  readonly views: readonly ViewGiven[];
  readonly summary: string | null;
}

export type Decision = 'dispose' | 'observe' | 'dismiss';

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly addedBy: Person | null;
  readonly addedAt: string;
}

export interface LinkedIncident {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: IncidentState;
}

/** GET /incidents/:id: the whole page in one answer. */
export interface IncidentPage extends IncidentRow {
  readonly occurredAt: string | null;
  /** All deadlines, also those that have stopped; running ones first. */
  readonly deadlines: readonly Deadline[];
  readonly allowed: readonly Allowed[];
  readonly acknowledgedBy: Person | null;
  readonly acknowledgedAt: string | null;
  readonly decision: Decision | null;
  readonly riskScore: number | null;
  readonly judgedBy: Person | null;
  readonly proposal: Proposal | null;
  readonly observeUntil: string | null;
  /** Null when nobody has ever been consulted. */
  readonly consultation: Consultation | null;
  readonly actions: readonly Action[];
  readonly supervision: Supervision | null;
  readonly progress: readonly ProgressReport[];
  readonly handedBack: readonly HandedBack[];
  readonly evidence: readonly Evidence[];
  /** Something is published that rests on a verdict which has changed since. */
  readonly correctionOwed: boolean;
  readonly responseNotNeeded: string | null;
  readonly summary: string | null;
  readonly lessons: string | null;
  readonly review: string | null;
  /** 1 to 5; null when nobody was asked. */
  readonly satisfaction: number | null;
  readonly satisfactionAsked: string | null;
  /** Counts from 1; reopening begins the next. */
  readonly chapter: number;
  readonly mergedInto: LinkedIncident | null;
  readonly absorbed: readonly LinkedIncident[];
  readonly attachments: readonly Attachment[];
  readonly serverTime: string;
}

export interface Mention {
  readonly id: string;
  readonly source: string;
  readonly url: string | null;
  readonly text: string;
  /** When the wording went, its time being over; null while it is kept. */
  readonly wordingRemovedAt: string | null;
  readonly seenAt: string;
  readonly rank: number | null;
  readonly views: number | null;
}

export interface TimelineItem {
  /** Counts from 1 without gaps. */
  readonly seq: number;
  readonly at: string;
  readonly actor: {
    readonly kind: 'user' | 'system';
    readonly id: string | null;
    readonly name: string | null;
  };
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly prevHash: string;
  readonly hash: string;
}

export interface Timeline {
  readonly items: readonly TimelineItem[];
  /** Names of the people whose ids occur in the items. */
  readonly names: Readonly<Record<string, string>>;
}

/** A frozen record, as lists tell of it. */
export interface RecordLine {
  /** Each archiving closes a chapter; reopening begins the next. */
  readonly chapter: number;
  /** SHA-256 of the frozen record in canonical JSON. */
  readonly sha256: string;
  readonly archivedAt: string;
  readonly summary: string | null;
}
