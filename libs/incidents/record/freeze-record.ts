import { hashOf, readTimeline, sql } from '#platform';
import type { Tx } from '#platform';

/**
 * Keeps the incident as it stands: its columns, its facts, its mentions, and the end of its timeline, with the
 * SHA-256 of all that in canonical JSON (RFC 8785). Called inside the transaction that archives it.
 */
export async function freezeRecord(tx: Tx, incidentId: string, now: number): Promise<void> {
  const [incident] = await sql<Record<string, unknown> & { version: number }>(
    tx,
    `SELECT number, title, claim, kind, category, place, occurred_at, state, severity, verdict, unit_id, version,
       detected_at, mention_count, first_seen_at, last_seen_at, peak_rank FROM incidents WHERE id = $1`,
    [incidentId],
  );
  const [subject] = await sql<{ facts: unknown }>(tx, 'SELECT facts FROM subjects WHERE id = $1', [
    incidentId,
  ]);
  const mentions = await sql(
    tx,
    'SELECT id, source, url, text, seen_at, rank, views FROM mentions WHERE incident_id = $1 ORDER BY seen_at, id',
    [incidentId],
  );
  if (incident === undefined || subject === undefined)
    throw new Error(`incident ${incidentId} is not there`);
  const timeline = await readTimeline(tx, incidentId);
  const archivedAt = new Date(now).toISOString();
  // Through JSON once, so that the hash covers exactly what is stored (dates as text).
  const record: unknown = JSON.parse(
    JSON.stringify({
      id: incidentId,
      archivedAt,
      incident,
      facts: subject.facts,
      mentions,
      timelineHead: timeline.at(-1)?.hash ?? '',
    }),
  );
  await sql(
    tx,
    'INSERT INTO incident_records (incident_id, version, record, sha256, archived_at) VALUES ($1, $2, $3, $4, $5)',
    [incidentId, incident.version, JSON.stringify(record), hashOf(record), archivedAt],
  );
}
