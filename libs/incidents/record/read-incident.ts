import type { DeadlineView } from '#escalation';
import { sql } from '#platform';
import type { TimelineEntry, Tx } from '#platform';
import type {
  RecordedDeadline,
  RecordedEntry,
  RecordedFile,
  RecordedMention,
} from './incident-record.js';
import { commitmentTo } from './wording.js';

/** The columns that lists read, as text and numbers. */
export async function columnsOf(tx: Tx, incidentId: string): Promise<Record<string, unknown>> {
  const [row] = await sql<Record<string, unknown>>(
    tx,
    `SELECT number, title, claim, kind, category, place, occurred_at AS "occurredAt", state, severity, verdict,
       unit_id AS "unitId", assignee_id AS "assigneeId", version, detected_at AS "detectedAt",
       mention_count AS "mentionCount", first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt",
       peak_rank AS "peakRank", peak_views::float8 AS "peakViews" FROM incidents WHERE id = $1`,
    [incidentId],
  );
  if (row === undefined) throw new Error(`incident ${incidentId} is not there`);
  return row;
}

interface MentionRow extends Omit<RecordedMention, 'wordingSha256' | 'seenAt'> {
  readonly seen_at: Date;
  readonly text: string;
  readonly url: string | null;
  readonly salt: string | null;
}

/** Mentions, each with a commitment to its wording in its place. The wordings have their salts already. */
export async function mentionsOf(tx: Tx, incidentId: string): Promise<RecordedMention[]> {
  const rows = await sql<MentionRow>(
    tx,
    `SELECT id, source, seen_at, rank, views::float8 AS views, text, url, wording_salt AS salt
     FROM mentions WHERE incident_id = $1 ORDER BY seen_at, id`,
    [incidentId],
  );
  return rows.map(({ id, source, seen_at, rank, views, text, url, salt }) => ({
    ...{ id, source, rank, views },
    seenAt: seen_at.toISOString(),
    wordingSha256: salt === null ? null : commitmentTo(salt, { text, url }),
  }));
}

export async function filesOf(tx: Tx, incidentId: string): Promise<RecordedFile[]> {
  const rows = await sql<Omit<RecordedFile, 'addedAt'> & { added_at: Date }>(
    tx,
    `SELECT id, name, media_type AS "mediaType", bytes, sha256, added_by AS "addedBy", added_at
     FROM attachments WHERE incident_id = $1 ORDER BY added_at, id`,
    [incidentId],
  );
  return rows.map(({ added_at, ...file }) => ({ ...file, addedAt: added_at.toISOString() }));
}

export const recordedEntry = ({
  at,
  seq,
  actor,
  type,
  data,
  prevHash,
  hash,
}: TimelineEntry): RecordedEntry => ({
  ...{ seq, actor, type, data, prevHash, hash },
  at: new Date(at).toISOString(),
});

export const recordedDeadline = ({
  clock,
  title,
  legal,
  basis,
  startedAt,
  dueAt,
  state,
}: DeadlineView): RecordedDeadline => ({ clock, title, legal, basis, startedAt, dueAt, state });

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Every id in a value that may be of a person or a unit; those that are not are simply not found. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return ID.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(idsIn);
}
