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
