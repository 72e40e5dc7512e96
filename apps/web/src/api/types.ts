/** Shapes of the public API (shared/design/api.md). Hand-written until they are generated from OpenAPI. */
import type { RiskMatrix } from './risk-types';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const ROLES = [
  'monitor',
  'officer',
  'analyst',
  'handler',
  'reviewer',
  'leader',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];
/** What the screens ask about; the server knows more. */
export type Permission =
  | 'incident.read'
  | 'judgement.read'
  | 'incident.log'
  | 'incident.act'
  | 'claim.match'
  | 'clarification.read'
  | 'clarification.enter'
  | 'escalation.ack'
  | 'release.read'
  | 'release.draft'
  | 'release.act'
  | 'register.read'
  | 'register.manage'
  | 'matter.read'
  | 'matter.write'
  | 'inbox.add'
  | 'inbox.read'
  | 'inbox.triage'
  | 'source.read'
  | 'source.manage'
  | 'figure.read'
  | 'report.read'
  | 'report.write'
  | 'report.act'
  | 'report.comment'
  | 'instruction.read'
  | 'instruction.act'
  | 'overview.read'
  | 'upward.read'
  | 'upward.send'
  | 'workflow.read'
  | 'workflow.check'
  | 'engine.read'
  | 'duty.read'
  | 'duty.own'
  | 'duty.manage'
  | 'channel.own'
  | 'user.read'
  | 'user.manage'
  | 'unit.manage'
  | 'audit.read'
  | 'audit.verify'
  | 'retention.read'
  | 'token.own';

export const KINDS = ['rumour', 'hot-topic', 'complaint', 'emergency'] as const;
export type Kind = (typeof KINDS)[number];
export const SEVERITIES = ['I', 'II', 'III', 'IV', 'unrated'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const VERDICTS = ['unverified', 'true', 'partly-true', 'false', 'unverifiable'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const STATES = [
  'detected',
  'reported',
  'judged',
  'observing',
  'disposing',
  'disposed',
  'archived',
  'dismissed',
  'merged',
] as const;
export type IncidentState = (typeof STATES)[number];
export type Position = 'officer' | 'deputy' | 'leader';

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export interface NotificationPage extends Page<Notification> {
  /** All that is unread, not only on this page. */
  readonly unread: number;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Unit {
  readonly id: string;
  readonly name: string;
}

export interface Me {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unit: Unit | null;
  readonly permissions: readonly Permission[];
  readonly locale: 'zh' | 'en';
}

export function may(me: Me, permission: Permission): boolean {
  return me.permissions.includes(permission);
}

export interface DemoUser {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface Category extends Words {
  readonly code: string;
  /** The code of the unit that usually answers for it. */
  readonly ownerUnit?: string;
}

export interface ClockMeta {
  readonly name: string;
  readonly title: Words;
  readonly basis: string;
  readonly legal: boolean;
}

/** GET /meta, public: what a screen must know before anybody has signed in. */
export interface Meta {
  readonly organisation: Words;
  readonly timeZone: string;
  readonly serverTime: string;
  readonly demo: boolean;
  readonly categories: readonly Category[];
  readonly kinds: readonly Kind[];
  readonly severities: readonly Severity[];
  readonly clocks: readonly ClockMeta[];
  readonly matrix: RiskMatrix;
}

export interface Deadline {
  readonly id: string;
  readonly clock: string;
  readonly title: Words;
  /** Set by law: nobody can pause it. */
  readonly legal: boolean;
  /** The rule it rests on. */
  readonly basis: string | null;
  readonly startedAt: string;
  /** Null while the clock has no due time at the present severity. */
  readonly dueAt: string | null;
  readonly warnAt: string | null;
  /** `running`, `warned`, `late` count on; `paused` stands still; `met`, `missed`, `stopped` are over. */
  readonly state:
    'running' | 'warned' | 'late' | 'paused' | 'dormant' | 'met' | 'missed' | 'lifted' | 'stopped';
  readonly remainingMs: number | null;
}

export interface IncidentSummary {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: Kind;
  readonly category: string;
  readonly state: IncidentState;
  readonly severity: Severity;
  readonly verdict: Verdict;
  readonly unit: Unit | null;
  readonly assignee: Person | null;
  /** Since when a leader supervises it (督办); null: none does. */
  readonly supervisedAt: string | null;
  readonly version: number;
  readonly detectedAt: string;
  readonly deadlines: readonly Deadline[];
  /** Entries that are new to oneself; 0 for what one does not watch. */
  readonly unread: number;
}

export interface Incident extends IncidentSummary {
  readonly claim: string;
  readonly place: string | null;
  readonly mentions: {
    readonly count: number;
    readonly firstSeenAt: string | null;
    readonly lastSeenAt: string | null;
    readonly peakRank: number | null;
  };
}

export interface NewMention {
  readonly source: string;
  readonly url?: string;
  readonly text: string;
  readonly seenAt: string;
}

export interface NewIncident {
  readonly title: string;
  readonly claim: string;
  readonly kind: Kind;
  readonly category: string;
  readonly place?: string;
  readonly severity?: Severity;
  readonly mentions: readonly NewMention[];
}

export interface EscalationSummary {
  readonly id: string;
  readonly clock: string;
  readonly step: number;
  readonly round: number;
  readonly startedAt: string;
  readonly nextStepAt: string | null;
}

/** One line of the desk. `act` is the command that is waited for. */
export interface DeskItem {
  readonly incident: IncidentSummary;
  readonly escalation: EscalationSummary | null;
  readonly deadline: Deadline | null;
  readonly act: string | null;
}

export interface OnDuty {
  readonly position: Position;
  readonly users: readonly (Person & { readonly phone?: string | null })[];
}

export interface Desk {
  readonly now: readonly DeskItem[];
  readonly mine: readonly DeskItem[];
  readonly watching: readonly DeskItem[];
  readonly summary: { readonly open: number; readonly late: number; readonly soon: number };
  readonly onDuty: readonly OnDuty[];
  readonly serverTime: string;
}

/** The words are made here, in the reader's language, from the topic and what it is about. */
export interface Notification {
  readonly id: string;
  readonly createdAt: string;
  readonly readAt: string | null;
  readonly topic: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** What it is about, by name; null when that is not an incident. */
  readonly subject?: { readonly number: string; readonly title: string } | null;
  readonly escalationId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** RFC 9457, with the product's stable `code`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: string;
  readonly requestId?: string;
  /** Of `report.exists`: the one that is there. */
  readonly existing?: { readonly id: string };
  readonly errors?: readonly FieldError[];
  readonly reasons?: readonly {
    readonly code: string;
    readonly message: string | Words;
    readonly path?: string;
  }[];
}
