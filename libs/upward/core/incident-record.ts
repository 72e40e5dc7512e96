/** What the record knows of an incident when a report is drafted. Instants are epoch milliseconds; null is not known. */
export interface IncidentRecord {
  readonly title: string;
  readonly claim: string;
  readonly kind: string;
  /** As people call it, not its code. */
  readonly category: string;
  readonly place: string | null;
  readonly occurredAt: number | null;
  readonly detectedAt: number;
  readonly state: string;
  readonly severity: string;
  readonly verdict: string;
  /** The name of the responsible unit. */
  readonly unit: string | null;
  readonly acknowledgedAt: number | null;
  readonly judgedAt: number | null;
  readonly mentions: MentionFigures;
  readonly actions: readonly ActionOfPlan[];
  readonly publications: readonly Publication[];
  readonly pressConference: 'held' | 'waived' | null;
}

export interface MentionFigures {
  readonly count: number;
  /** Seen in the 24 hours before the draft, and in the 24 before those. */
  readonly lastDay: number;
  readonly dayBefore: number;
  readonly firstSeenAt: number | null;
  /** Those with the most sightings first, at most a few. */
  readonly sources: readonly string[];
  readonly sourceCount: number;
  readonly peakRank: number | null;
  readonly peakViews: number | null;
}

export interface ActionOfPlan {
  readonly title: string;
  readonly unit: string | null;
  readonly status: 'open' | 'done' | 'waived';
  readonly result: string | null;
}

export interface Publication {
  readonly title: string;
  readonly status: string;
  readonly publishedAt: number | null;
}
