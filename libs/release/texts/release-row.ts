import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Subject } from '#workflow';
import type { ReleaseState } from '../core/index.js';
import { textFact, numberFact } from './facts.js';

export interface ReleaseRow {
  readonly id: string;
  readonly incidentId: string | null;
  readonly title: string;
  readonly state: ReleaseState;
  readonly version: number;
  readonly severity: string;
  readonly unitId: string;
  readonly draftedBy: string;
  readonly textVersion: number;
  readonly publishedVersion: number | null;
  readonly publishAt: Date | null;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const RELEASE_COLUMNS = `r.id, r.incident_id AS "incidentId", r.title, r.state, r.version, r.severity,
  r.unit_id AS "unitId", r.drafted_by AS "draftedBy", r.text_version AS "textVersion",
  r.published_version AS "publishedVersion", r.publish_at AS "publishAt", r.published_at AS "publishedAt",
  r.withdrawn_at AS "withdrawnAt", r.created_at AS "createdAt", r.updated_at AS "updatedAt"`;

export async function findRelease(tx: Tx, id: string): Promise<ReleaseRow | null> {
  const [row] = await sql<ReleaseRow>(
    tx,
    `SELECT ${RELEASE_COLUMNS} FROM releases r WHERE r.id = $1`,
    [id],
  );
  return row ?? null;
}

/** The columns that lists read, from what the rules have decided. */
export async function saveRelease(
  tx: Tx,
  { id, state, version, facts }: Subject,
  title: string,
  now: number,
): Promise<void> {
  const date = (name: string): Date | null => {
    const at = numberFact(facts, name);
    return at === null ? null : new Date(at);
  };
  const columns = [
    ...[id, textFact(facts, 'incidentId'), title, state, version, textFact(facts, 'severity')],
    ...['unitId', 'publicityUnitId', 'draftedBy'].map((name) => textFact(facts, name)),
    ...[numberFact(facts, 'textVersion'), numberFact(facts, 'publishedVersion')],
    ...[textFact(facts, 'unitApprovedBy'), textFact(facts, 'publicityApprovedBy')],
    ...[date('publishAt'), date('publishedAt'), state === 'withdrawn' ? new Date(now) : null],
    new Date(now),
  ];
  await sql(
    tx,
    `INSERT INTO releases (id, incident_id, title, state, version, severity, unit_id, publicity_unit_id, drafted_by,
       text_version, published_version, first_approved_by, second_approved_by, publish_at, published_at, withdrawn_at,
       updated_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, state = excluded.state, version = excluded.version,
       severity = excluded.severity, unit_id = excluded.unit_id, text_version = excluded.text_version,
       published_version = excluded.published_version, first_approved_by = excluded.first_approved_by,
       second_approved_by = excluded.second_approved_by, publish_at = excluded.publish_at,
       published_at = excluded.published_at, withdrawn_at = excluded.withdrawn_at, updated_at = excluded.updated_at`,
    columns,
  );
}
