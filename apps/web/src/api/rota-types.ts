/** Shapes of the rota: rules of a schedule, and what they come to over a window of time. */
import type { Person, Position, Words } from './types';

export const POSITIONS = ['officer', 'deputy', 'leader'] as const satisfies readonly Position[];

/** One rotation. Dates and hours are those of the schedule's zone. */
export interface Layer {
  readonly name: string;
  /** In the order in which they take turns. */
  readonly participants: readonly string[];
  /** ISO 8601, as `P1D` or `PT8H`. */
  readonly shift: string;
  readonly handoffAt: string;
  readonly startsOn: string;
  /** The last duty day, inclusive. */
  readonly endsOn?: string;
  /** 1 is Monday; all days when left out. */
  readonly weekdays?: readonly number[];
  readonly holidays?: 'only' | 'except';
}

export interface PositionRules {
  readonly position: Position;
  /** Later ones win over earlier ones. */
  readonly layers: readonly Layer[];
}

export interface ScheduleRules {
  readonly name: string;
  readonly timeZone: string;
  readonly positions: readonly PositionRules[];
  readonly swapNeedsApproval: boolean;
}

export interface Schedule extends ScheduleRules {
  readonly id: string;
  readonly version: number;
  readonly people: readonly Person[];
  readonly archivedAt: string | null;
}

/** Half-open: `to` is the first instant that no longer belongs to it. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

interface PositionSpan extends Span {
  readonly position: Position;
}

export interface Segment extends PositionSpan {
  readonly userId: string;
  readonly via: 'layer' | 'override' | 'swap';
  readonly layer?: string;
  readonly overrideId?: string;
}

export interface Conflict extends Span {
  readonly kind: 'double-booked' | 'on-leave';
  readonly position: Position;
  /** The other position at the same time. */
  readonly alsoAs?: Position;
  readonly userId: string;
  readonly message: Words;
}

export interface Day {
  readonly date: string;
  readonly kind: 'workday' | 'weekend' | 'holiday';
  readonly name?: Words;
}

/** What a schedule comes to. */
export interface Coverage {
  readonly segments: readonly Segment[];
  readonly gaps: readonly PositionSpan[];
  readonly conflicts: readonly Conflict[];
  readonly people: readonly Person[];
  /** Of these, whom nothing but the application itself would reach. */
  readonly unreachable: readonly Person[];
  readonly days: readonly Day[];
}

/** Who gives way to whom; null is nobody. */
export interface Change extends PositionSpan {
  readonly before: string | null;
  readonly after: string | null;
}

export interface Preview extends Coverage {
  readonly changes?: readonly Change[];
}

export interface NewOverride extends PositionSpan {
  readonly userId: string;
  readonly reason?: string;
}

export interface Override extends PositionSpan {
  readonly id: string;
  readonly user: Person;
  readonly via: 'override' | 'swap';
  readonly reason: string | null;
  readonly createdBy: Person | null;
  readonly createdAt: string;
}

export interface PreviewQuestion extends Span {
  readonly schedule: ScheduleRules;
  /** Compared with what is in force there. */
  readonly scheduleId?: string;
  readonly override?: NewOverride;
}

export interface DutyWarning extends Span {
  readonly kind: 'gap' | 'no-channel' | Conflict['kind'];
  readonly scheduleId: string;
  readonly position?: Position;
  readonly user?: Person;
  readonly message: Words;
}

export interface Suggestion {
  readonly user: Person;
  readonly score: number;
  readonly reason: Words;
}

export const MEASURES = ['shifts', 'hours', 'nights', 'weekends', 'holidays'] as const;
export type Measure = (typeof MEASURES)[number];
export type Load = Readonly<Record<Measure, number>>;

export interface PersonalLoad extends Load {
  readonly user: Person;
  readonly position: Position;
  /** Above or below the mean, in the same units. */
  readonly versusMean: Load;
}

export interface Fairness {
  readonly people: readonly PersonalLoad[];
  readonly mean: readonly (Load & { readonly position: Position })[];
}
