import type { Instant } from '../values.js';

/** An incident that a brief tells of, as it stood. */
export interface TopicFacts {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly severity: string;
  readonly verdict: string;
  readonly state: string;
  readonly place: string | null;
  readonly mentions: number;
  /** 1 is the highest; null when it was on no list. */
  readonly peakRank: number | null;
  readonly loggedAt: Instant;
}

/** A day or days of the period ahead on which people will talk. */
export interface DateAhead {
  readonly title: string;
  /** Local days, ISO 8601; both included. */
  readonly from: string;
  readonly to: string;
}

/** A risk that the register knows; likelihood and consequence from 1 to 5. */
export interface RiskAhead {
  readonly title: string;
  readonly place: string | null;
  readonly category: string | null;
  readonly likelihood: number;
  readonly consequence: number;
}

/** What is still to be done about a cause. */
export interface Remedy {
  readonly incidentNumber: string;
  readonly title: string;
  readonly unit: string | null;
  readonly dueAt: Instant;
  readonly isDone: boolean;
}

/** A term that was missed in the period. */
export interface LateTerm {
  readonly incidentNumber: string;
  readonly title: string;
  readonly clock: string;
  readonly missedAt: Instant;
  /** When it was met after all; null while it is not. */
  readonly doneAt: Instant | null;
  /** What people gave as a reason while it ran: for a pause, a return, a hand-back. */
  readonly reason: string | null;
}

/** What a brief is made of besides figures. Times are written by whoever knows the zone. */
export interface BriefFacts {
  readonly topics: readonly TopicFacts[];
  readonly dates: readonly DateAhead[];
  readonly risks: readonly RiskAhead[];
  readonly remedies: readonly Remedy[];
  /** The first so many, by when they were missed. */
  readonly late: readonly LateTerm[];
  /** The local day of an instant, `2026-03-01`. */
  readonly dayOf: (at: number) => string;
  /** The local minute, `2026-03-01 09:30`. */
  readonly minuteOf: (at: number) => string;
  /** The weeks of the period, and the one in which an instant lies, as figures name them: `2026-W09`. */
  readonly weeks: readonly string[];
  readonly weekOf: (at: number) => string;
  /** The moment as of which all was counted, in words. */
  readonly asOf: string;
}
