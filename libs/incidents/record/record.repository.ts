import { sql } from '#platform';
import type { Tx } from '#platform';
import type { IncidentRecord } from './incident-record.js';

export interface KeptRecord {
  readonly chapter: number;
  readonly record: IncidentRecord;
  readonly sha256: string;
  readonly archivedAt: Date;
}

/** The record of a chapter, or of the last one; null when there is none. */
export async function findRecord(
  tx: Tx,
  incidentId: string,
  chapter?: number,
): Promise<KeptRecord | null> {
  const [row] = await sql<KeptRecord>(
    tx,
    `SELECT chapter, record, sha256, archived_at AS "archivedAt" FROM incident_records
     WHERE incident_id = $1 AND ($2::int IS NULL OR chapter = $2) ORDER BY chapter DESC LIMIT 1`,
    [incidentId, chapter ?? null],
  );
  return row ?? null;
}

export interface RecordLine {
  readonly chapter: number;
  readonly sha256: string;
  readonly archivedAt: Date;
  readonly summary: string | null;
}

/** As many chapters as anybody will look through. */
const MOST = 100;

export const listRecords = (tx: Tx, incidentId: string): Promise<RecordLine[]> =>
  sql<RecordLine>(
    tx,
    `SELECT chapter, sha256, archived_at AS "archivedAt",
       coalesce(record->'closing'->>'summary', record->'facts'->>'summary') AS summary
     FROM incident_records WHERE incident_id = $1 ORDER BY chapter DESC LIMIT ${String(MOST)}`,
    [incidentId],
  );
