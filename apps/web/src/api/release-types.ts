import type { Deadline, Person, Severity, Verdict } from './types';

export const RELEASE_STATES = [
  'draft',
  'unit-review',
  'publicity-review',
  'urgent-review',
  'approved',
  'published',
  'filed',
  'withdrawn',
  'discarded',
] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

export const CHECKS = ['political', 'legal', 'policy', 'secrecy', 'wording'] as const;
export type Check = (typeof CHECKS)[number];

export interface ReleaseRow {
  readonly id: string;
  readonly title: string;
  readonly state: ReleaseState;
  readonly incident: {
    readonly id: string;
    readonly number: string;
    readonly title: string;
  } | null;
  readonly severity: Severity;
  readonly unit: Person;
  readonly draftedBy: Person;
  readonly version: number;
  readonly textVersion: number;
  readonly publishedVersion: number | null;
  /** It waits for me. */
  readonly waits: boolean;
  readonly publishAt: string | null;
  readonly publishedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deadlines: readonly Deadline[];
}

export interface ReleaseVersion {
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly sha256: string;
  /** How many pieces of each kind the redactor took out. */
  readonly redacted: Readonly<Record<string, number>>;
  readonly writtenBy: Person;
  readonly writtenAt: string;
}

export interface ReleaseAllowed {
  readonly command: string;
  readonly label: string;
  readonly needs: readonly { readonly code: string; readonly message: string }[];
}

export interface Review {
  readonly version: number;
  readonly seat: 'unit' | 'publicity';
  readonly outcome: 'approved' | 'returned';
  readonly by: Person;
  readonly note: string | null;
  readonly at: string;
}

export interface ReleaseLink {
  readonly channelId: string;
  readonly channel: string;
  readonly url: string;
}

export interface Publication {
  readonly kind: 'published' | 'corrected' | 'withdrawn';
  readonly version: number;
  readonly links: readonly ReleaseLink[];
  readonly reason: string | null;
  readonly captureId: string | null;
  readonly captureText: string | null;
  readonly captureSha256: string | null;
  readonly by: Person;
  readonly at: string;
}

export interface ReleaseEvent {
  readonly seq: number;
  readonly type: string;
  readonly by: Person | null;
  readonly at: string;
  readonly said: string | null;
  readonly version: number | null;
  readonly hash: string;
}

export interface ShownEvidence {
  readonly text: string;
  readonly url: string | null;
  readonly file: { readonly name: string; readonly sha256: string } | null;
}

export interface ReleasePage extends ReleaseRow {
  readonly versions: readonly ReleaseVersion[];
  readonly allowed: readonly ReleaseAllowed[];
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly active: boolean;
  }[];
  readonly claim: {
    readonly claim: string;
    readonly verdict: Verdict;
    readonly evidence: readonly ShownEvidence[];
  } | null;
  readonly reviews: readonly Review[];
  readonly seen: readonly { readonly version: number; readonly by: Person; readonly at: string }[];
  readonly history: readonly ReleaseEvent[];
  /** What I have ticked on the newest text. */
  readonly ticks: readonly { readonly check: Check; readonly at: string }[];
  readonly publications: readonly Publication[];
  readonly issuedBy: string;
  /** I wrote some of it, and so do not review it. */
  readonly wrote: boolean;
  readonly correctionReason: string | null;
  readonly withdrawalAskedBy: Person | null;
  readonly recordSha256: string | null;
  readonly serverTime: string;
}

export interface NewRelease {
  readonly incidentId?: string;
  readonly title: string;
  readonly body: string;
  readonly channelIds: readonly string[];
  readonly publishAt?: string;
}

/** An official outlet that is registered. */
export interface RegisteredChannel {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

export interface ReleaseRoutes {
  'GET /releases': {
    query: {
      readonly state?: string;
      readonly waiting?: boolean;
      readonly mine?: boolean;
      readonly incidentId?: string;
      readonly limit?: number;
      readonly cursor?: string;
    };
    result: { readonly items: readonly ReleaseRow[]; readonly nextCursor: string | null };
  };
  'POST /releases': { body: NewRelease; result: ReleasePage };
  'GET /releases/:id': { params: { readonly id: string }; result: ReleasePage };
  'POST /releases/:id/commands/:command': {
    params: { readonly id: string; readonly command: string };
    body: { readonly expectedVersion: number };
    result: ReleasePage;
  };
  'POST /releases/:id/seen': {
    params: { readonly id: string };
    body: { readonly version: number };
    result: undefined;
  };
  'PUT /releases/:id/checks/:check': {
    params: { readonly id: string; readonly check: Check };
    body: { readonly version: number; readonly ticked: boolean };
    result: undefined;
  };
}
