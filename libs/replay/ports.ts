import type {
  Act,
  Description,
  Instant,
  OfficeRole,
  RatedSeverity,
  Sighting,
  Situation,
  Truth,
} from './core/index.js';

/** What is written down on opening an incident, with the sightings that led to it. */
export interface IncidentDraft extends Description {
  readonly place: string | null;
  readonly sightings: readonly Sighting[];
}

/** What the stream's author knows of a topic. */
export interface TopicNotes extends Description {
  readonly place: string | null;
  readonly truth: Truth | null;
  readonly gravity: RatedSeverity | null;
  readonly finding: string | null;
}

/** What only the product knows of an incident. The rest of a situation the replay keeps itself. */
export type IncidentView = Pick<
  Situation,
  | 'state'
  | 'severity'
  | 'verdict'
  | 'decision'
  | 'acknowledgedAt'
  | 'awaitsConcurrence'
  | 'observeUntil'
  | 'actions'
  | 'upwardReportedAt'
  | 'pressConference'
  | 'hasPublished'
  | 'answer'
  | 'clocks'
  | 'allowed'
>;

export interface StartedEscalation {
  readonly id: string;
  readonly incidentId: string;
  readonly clock: string;
  readonly startedAt: Instant;
}

export type Executed =
  { readonly ok: true } | { readonly ok: false; readonly codes: readonly string[] };

/**
 * The product, as far as a replay drives it. Everything goes through the same use cases as by hand; `setNow`
 * moves the clock that they read. `execute` finds a person of the act's role (of the responsible unit for a
 * handler, and not the one who acted before where two are needed) and uses the version that is current.
 */
export interface ReplayPorts {
  readonly setNow: (at: Instant) => void;
  readonly openIncident: (draft: IncidentDraft) => Promise<string>;
  readonly addSighting: (incidentId: string, sighting: Sighting) => Promise<void>;
  readonly viewOf: (incidentId: string) => Promise<IncidentView>;
  readonly execute: (incidentId: string, act: Act) => Promise<Executed>;
  /** When the next deadline or ladder step is due, if any is. */
  readonly nextDue: () => Promise<Instant | null>;
  /** Fires what is due by now; answers with the escalations that began to climb, or began again after a lapse. */
  readonly fireDue: () => Promise<readonly StartedEscalation[]>;
  /** Does nothing when the escalation is over already. */
  readonly acknowledge: (escalationId: string, role: OfficeRole) => Promise<void>;
}
