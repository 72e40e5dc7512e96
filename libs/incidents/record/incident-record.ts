import type { DeadlineView } from '#escalation';
import type { TimelineEntry, Words } from '#platform';
import type { FactItem, Facts } from '#workflow';

export const RECORD_FORMAT = 'mingbian.incident-record/2';

export interface RecordedMention {
  readonly id: string;
  readonly source: string;
  readonly seenAt: string;
  readonly rank: number | null;
  readonly views: number | null;
  /** SHA-256 over salt and wording, or null when the wording had gone before. Never the wording. */
  readonly wordingSha256: string | null;
}

export interface RecordedFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly addedBy: string;
  readonly addedAt: string;
}

export type RecordedEntry = Pick<
  TimelineEntry,
  'seq' | 'actor' | 'type' | 'data' | 'prevHash' | 'hash'
> & { readonly at: string };

export type RecordedDeadline = Pick<
  DeadlineView,
  'clock' | 'title' | 'legal' | 'basis' | 'startedAt' | 'dueAt' | 'state'
>;

/**
 * An incident as it stood when a chapter of its life was closed: enough to understand it years later without the
 * database, names of people and units included. Only the wording of mentions is outside, since that must go one day.
 */
export interface IncidentRecord {
  readonly format: typeof RECORD_FORMAT;
  readonly id: string;
  readonly number: string;
  readonly chapter: number;
  readonly archivedAt: string;
  readonly timeZone: string;
  /** What its category was called then; null for one that the configuration did not know. */
  readonly categoryName: Words | null;
  /** What lists know of it. */
  readonly incident: Readonly<Record<string, unknown>>;
  readonly closing: Facts;
  readonly judgements: readonly RecordedEntry[];
  readonly consultation: readonly RecordedEntry[];
  readonly evidence: readonly FactItem[];
  readonly plan: readonly FactItem[];
  readonly publications: readonly FactItem[];
  readonly upwardReports: readonly RecordedEntry[];
  readonly deadlines: readonly RecordedDeadline[];
  readonly mentions: readonly RecordedMention[];
  readonly attachments: readonly RecordedFile[];
  /** Everything that the rules knew, so that nothing a later version of them adds is left out. */
  readonly facts: Facts;
  readonly timeline: readonly RecordedEntry[];
  readonly timelineHead: string;
  /** Who and what stands behind the ids, as they were called then. */
  readonly people: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
}
