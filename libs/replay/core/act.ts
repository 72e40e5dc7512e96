import type {
  IncidentKind,
  Instant,
  OfficeRole,
  RatedSeverity,
  Severity,
  Verdict,
} from './values.js';

export type ActionKind =
  'verify' | 'clarify' | 'reply' | 'adopt' | 'fix' | 'correct' | 'refer' | 'watch';

/** Levels from 1 to 5. */
export interface Likelihood {
  readonly spread: number;
  readonly believability: number;
  readonly timing: number;
}
export interface Consequence {
  readonly safety: number;
  readonly livelihood: number;
  readonly disruption: number;
  readonly trust: number;
}

export interface JudgeParams {
  readonly likelihood: Likelihood;
  readonly consequence: Consequence;
  readonly severity: RatedSeverity;
  readonly decision: 'dispose' | 'observe' | 'dismiss';
  readonly unitId: string;
  readonly reason?: string;
}

export interface PlannedAction {
  readonly title: string;
  readonly kind: ActionKind;
  readonly basis?: string;
  readonly dueAt: Instant;
}

export interface EvidenceItem {
  readonly text: string;
  readonly url?: string;
}

/** Who looks at a text in joint review: the unit that it comes from, or whoever keeps the channels. */
export type Seat = 'unit' | 'publicity';

/** Parameters by command, as in api.md; times are instants. The last four are about the incident's answer. */
export interface OfficeParams {
  report: { readonly severity: Severity };
  acknowledge: { readonly note?: string };
  judge: JudgeParams;
  concur: { readonly note?: string };
  observe: { readonly until: Instant };
  'start-disposal': { readonly actions: readonly PlannedAction[] };
  'complete-action': { readonly actionId: string; readonly result: string };
  'waive-action': { readonly actionId: string; readonly reason: string };
  'set-verdict': {
    readonly verdict: Verdict;
    readonly evidence: readonly EvidenceItem[];
    /** What is true is no rumour, so whoever says so says what it is. */
    readonly kind?: Exclude<IncidentKind, 'rumour'>;
  };
  'complete-disposal': { readonly responseNotNeeded?: string };
  return: { readonly reason: string };
  archive: { readonly summary: string; readonly lessons: string };
  dismiss: { readonly reason: string };
  merge: { readonly intoId: string };
  reopen: { readonly reason: string };
  regrade: { readonly severity: RatedSeverity; readonly reason: string };
  note: { readonly text: string };
  'record-upward-report': {
    readonly type: 'initial' | 'follow-up' | 'final';
    readonly text: string;
  };
  'settle-press-conference': { readonly outcome: 'held' | 'waived'; readonly note: string };
  'draft-answer': { readonly title: string; readonly body: string };
  'submit-answer': Readonly<Record<string, never>>;
  'review-answer': { readonly seat: Seat };
  'publish-answer': Readonly<Record<string, never>>;
}

export type OfficeCommand = keyof OfficeParams;

/** Who does what, and when. `handler` and `reviewer` are of the responsible unit. */
export type Act = {
  readonly [C in OfficeCommand]: {
    readonly command: C;
    readonly params: OfficeParams[C];
    readonly role: OfficeRole;
    readonly at: Instant;
  };
}[OfficeCommand];
