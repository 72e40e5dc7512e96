import type { Act, OfficeCommand } from './act.js';
import type { Dice } from './draw.js';
import { diceOf } from './draw.js';
import type { IncidentKind, Instant, RatedSeverity, Severity, Truth, Verdict } from './values.js';

export interface SituationAction {
  readonly id: string;
  readonly title: string;
  readonly dueAt: Instant;
  readonly status: 'open' | 'done' | 'waived';
}

export interface RunningClock {
  readonly clock: string;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
}

export type IncidentState =
  | 'detected'
  | 'reported'
  | 'judged'
  | 'observing'
  | 'disposing'
  | 'disposed'
  | 'archived'
  | 'dismissed'
  | 'merged';

export const ANSWER_STATES = [
  ...(['draft', 'unit-review', 'publicity-review', 'urgent-review', 'approved'] as const),
  ...(['published', 'filed', 'withdrawn', 'discarded'] as const),
] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** How often each command has been accepted; the final upward report is counted apart. */
export type Given = Readonly<Partial<Record<OfficeCommand | 'final-report', number>>>;

export function countGiven(given: Given, act: Act): Given {
  const isFinal = act.command === 'record-upward-report' && act.params.type === 'final';
  return {
    ...given,
    [act.command]: (given[act.command] ?? 0) + 1,
    ...(isFinal && { 'final-report': (given['final-report'] ?? 0) + 1 }),
  };
}

/** One incident as its office sees it: the facts of the workflow, and what has been seen and done so far. */
export interface Situation {
  /** The topic's key. Chance hangs on it, so that a run does not depend on ids. */
  readonly key: string;
  readonly title: string;
  readonly kind: IncidentKind;
  readonly category: string;
  readonly state: IncidentState;
  readonly severity: Severity;
  readonly verdict: Verdict | 'unverified';
  readonly decision: 'dispose' | 'observe' | 'dismiss' | null;
  readonly acknowledgedAt: Instant | null;
  /** A judgement or a regrade waits for a leader. */
  readonly awaitsConcurrence: boolean;
  readonly observeUntil: Instant | null;
  readonly actions: readonly SituationAction[];
  readonly upwardReportedAt: Instant | null;
  readonly pressConference: 'held' | 'waived' | null;
  readonly hasPublished: boolean;
  /** Where its answer is in joint review; null when nobody has begun one. */
  readonly answer: AnswerState | null;
  /** Deadlines that run now. */
  readonly clocks: readonly RunningClock[];
  readonly peakRank: number;
  readonly lastSeenAt: Instant;
  /** When the last command was accepted (the creation counts). */
  readonly changedAt: Instant;
  /** Commands that the state permits to anyone. */
  readonly allowed: ReadonlySet<string>;
  readonly given: Given;
  /** Commands that were refused since the last accepted one: not tried again. */
  readonly refused: ReadonlySet<OfficeCommand>;
  /** An open incident on a topic like this one. */
  readonly likeIncidentId: string | null;
  /** What is really the case, where the stream's author wrote it down. */
  readonly truth: Truth | null;
  /** How serious it is, where the stream's author wrote it down. */
  readonly gravity: RatedSeverity | null;
  /** What checking it showed, in the author's words. */
  readonly finding: string | null;
}

export interface OfficeUnit {
  readonly id: string;
  /** Codes of the categories that it answers for. */
  readonly categories: readonly string[];
}

/** Highest score of each severity, as in config/risk-matrix.yaml. */
export type Bands = Readonly<Record<RatedSeverity, number>>;

export interface Office {
  readonly seed: number;
  readonly timeZone: string;
  readonly units: readonly [OfficeUnit, ...OfficeUnit[]];
  readonly bands: Bands;
}

export const DEFAULT_BANDS: Bands = { IV: 4, III: 9, II: 15, I: 25 };

/** A situation with the chance that belongs to it: what every track of the office is asked about. */
export interface Desk {
  readonly office: Office;
  readonly now: Situation;
  readonly dice: Dice;
}

export function deskOf(office: Office, now: Situation): Desk {
  return { office, now, dice: diceOf(office.seed, now.key) };
}

export const timesGiven = ({ now }: Desk, command: keyof Given): number => now.given[command] ?? 0;

/** Which round of the life this is: a reopened or returned incident draws anew. */
export function roundOf({ now }: Desk): string {
  return `round ${(now.given.reopen ?? 0) + (now.given.return ?? 0)}`;
}
