import type { Act, Given, Instant, OfficeCommand, Situation, Topic } from './core/index.js';
import { countGiven } from './core/index.js';
import type { IncidentView, TopicNotes } from './ports.js';

/** What the replay itself knows of an incident that it has opened. */
export interface CaseFile {
  readonly id: string;
  readonly topic: Topic;
  readonly notes: TopicNotes;
  readonly isOpen: boolean;
  /** The topic most like it when it was opened. */
  readonly likeKey: string | null;
  readonly changedAt: Instant;
  readonly given: Given;
  readonly refused: ReadonlySet<OfficeCommand>;
  /** Only the latest plan counts; an older one that is still queued is void. */
  readonly plan: number;
}

export function situationOf(
  file: CaseFile,
  view: IncidentView,
  likeIncidentId: string | null,
): Situation {
  const { topic, notes, changedAt, given, refused } = file;
  const { key, peakRank, lastSeenAt } = topic;
  const { title, kind, category, truth, gravity, finding } = notes;
  const known = { key, title, kind, category, truth, gravity, finding, peakRank, lastSeenAt };
  return { ...view, ...known, likeIncidentId, changedAt, given, refused };
}

export function accepted(file: CaseFile, act: Act, at: Instant): CaseFile {
  return { ...file, changedAt: at, given: countGiven(file.given, act), refused: new Set() };
}

export function refusedTo(file: CaseFile, act: Act): CaseFile {
  return { ...file, refused: new Set([...file.refused, act.command]) };
}
