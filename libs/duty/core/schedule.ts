/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

/** A day on the wall calendar, `2026-02-14`. It becomes instants only with a time zone. */
export type LocalDate = string;

/** The posts of a shift: 值班员, 副班, 带班领导. */
export const POSITIONS = ['officer', 'deputy', 'leader'] as const;
export type Position = (typeof POSITIONS)[number];

/** A stretch of time, half-open: `[from, to)`. Whoever hands over at eight is no longer on duty at eight. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

/** A text that people see, in the two languages of the product. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A rotation: people take turns in their order. A later layer of a position wins over an earlier one. */
export interface Layer {
  readonly name: string;
  /** Ids of users. Turn k belongs to participant `k mod n`; somebody may stand here more than once. */
  readonly participants: readonly string[];
  /** How long a turn is, ISO 8601: PT8H, PT12H, P1D, P7D. */
  readonly shift: string;
  /** Wall clock `HH:MM` at which duty days, and with them turns, begin. */
  readonly handoffAt: string;
  /** The first duty day, from which turns are counted. */
  readonly startsOn: LocalDate;
  /** The last duty day; it ends at the hand-off of the day after. */
  readonly endsOn?: LocalDate;
  /** The duty days that it covers, 1 = Monday … 7 = Sunday. All of them where it is left out. */
  readonly weekdays?: readonly number[];
  /** Whether it covers holidays only, or all days but these. */
  readonly holidays?: 'only' | 'except';
}

export interface PositionRules {
  readonly position: Position;
  readonly layers: readonly Layer[];
}

export interface ScheduleRules {
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly positions: readonly PositionRules[];
  readonly swapNeedsApproval?: boolean;
}

/** Rules in force from an instant until those of the next version are. */
export interface RulesVersion {
  readonly effectiveFrom: Instant;
  readonly rules: ScheduleRules;
}

/** Somebody is on duty in place of whom the layers name. A later one in a list wins over an earlier one. */
export interface Override extends Interval {
  readonly id: string;
  readonly position: Position;
  readonly userId: string;
  readonly via: 'override' | 'swap';
}

export interface Leave extends Interval {
  readonly userId: string;
}

/** All that decides who is on duty in one schedule. */
export interface Plan {
  /** Ascending by `effectiveFrom`. Before the first there is no duty, and so no gap either. */
  readonly versions: readonly RulesVersion[];
  readonly overrides: readonly Override[];
  readonly leaves: readonly Leave[];
}

/** One turn of one person in one position, after layers, leaves and overrides. */
export interface Shift extends Interval {
  readonly position: Position;
  readonly userId: string;
  readonly via: 'layer' | 'override' | 'swap';
  /** The name of the layer in which it begins; only with `via: 'layer'`. */
  readonly layer?: string;
  /** The override with which it begins; not with `via: 'layer'`. */
  readonly overrideId?: string;
}

/** A shift, or as much of it as lies in the window that was asked for. */
export type Segment = Shift;

/** Whether a date is a holiday for the organisation: statutory, or its own. */
export type IsHoliday = (date: LocalDate) => boolean;
