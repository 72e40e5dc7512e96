import { newId, sql } from '#platform';
import type { Tx } from '#platform';
import type { Instant } from '../core/index.js';
import type { Words } from '../core/words.js';
import type { Finding, FindingCode } from './findings.js';

/** What comes back so soon never went away: it goes on under the finding it had. */
const SAME_WITHIN_MS = 10 * 60_000;
/** Whoever was told and could not mend it yet is reminded. */
const TELL_AGAIN_AFTER_MS = 3_600_000;
const KEPT_MS = 90 * 24 * 3_600_000;
const RECENT_MS = 24 * 3_600_000;
const RECENT_AT_MOST = 20;

/** A finding as it is kept. */
export interface KeptFinding {
  readonly id: string;
  readonly code: FindingCode;
  readonly message: Words;
  readonly since: Date;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly firstSeen: Date;
  readonly resolvedAt: Date | null;
  /** How often administrators were told of it. */
  readonly told: number;
}

const FIELDS = `id, code, message, since, subject_type AS "subjectType", subject_id AS "subjectId",
  first_seen AS "firstSeen", resolved_at AS "resolvedAt", told`;

/** Opens what is new, goes on with what is known, and resolves what was not found any more. */
export async function keepFindings(
  tx: Tx,
  findings: readonly Finding[],
  now: Instant,
): Promise<void> {
  const codes = findings.map(({ code }) => code);
  const keys = findings.map(({ key }) => key);
  await sql(
    tx,
    `UPDATE engine_findings kept SET resolved_at = $3 WHERE resolved_at IS NULL AND NOT EXISTS (
       SELECT FROM unnest($1::text[], $2::text[]) AS found (code, key)
       WHERE found.code = kept.code AND found.key = kept.key)`,
    [codes, keys, new Date(now)],
  );
  await sql(
    tx,
    `UPDATE engine_findings SET resolved_at = NULL WHERE id IN (
       SELECT DISTINCT ON (code, key) id FROM engine_findings kept
       JOIN unnest($1::text[], $2::text[]) AS found (code, key) USING (code, key)
       WHERE resolved_at >= $3 AND NOT EXISTS (
         SELECT FROM engine_findings open
         WHERE open.code = kept.code AND open.key = kept.key AND open.resolved_at IS NULL)
       ORDER BY code, key, resolved_at DESC)`,
    [codes, keys, new Date(now - SAME_WITHIN_MS)],
  );
  await sql(
    tx,
    `INSERT INTO engine_findings (id, code, key, message, since, subject_type, subject_id, first_seen, last_seen)
     SELECT id, code, key, message, since, subject_type, subject_id, $8, $8
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[], $5::timestamptz[], $6::text[], $7::uuid[])
       AS found (id, code, key, message, since, subject_type, subject_id)
     ON CONFLICT (code, key) WHERE resolved_at IS NULL
     DO UPDATE SET last_seen = excluded.last_seen, message = excluded.message`,
    [
      findings.map(() => newId()),
      codes,
      keys,
      findings.map(({ message }) => JSON.stringify(message)),
      findings.map(({ since }) => new Date(since)),
      findings.map(({ subject }) => subject?.type ?? null),
      findings.map(({ subject }) => subject?.id ?? null),
      new Date(now),
    ],
  );
}

/** Takes those that people are to be told of now: new ones, and those that are open an hour after the last time. */
export async function takeUntold(tx: Tx, now: Instant): Promise<KeptFinding[]> {
  return sql<KeptFinding>(
    tx,
    `UPDATE engine_findings SET told = told + 1, told_at = $1
     WHERE resolved_at IS NULL AND (told_at IS NULL OR told_at <= $2) RETURNING ${FIELDS}`,
    [new Date(now), new Date(now - TELL_AGAIN_AFTER_MS)],
  );
}

/** What is open now, the oldest first. */
export async function openFindings(tx: Tx): Promise<KeptFinding[]> {
  return sql<KeptFinding>(
    tx,
    `SELECT ${FIELDS} FROM engine_findings WHERE resolved_at IS NULL ORDER BY first_seen, id`,
  );
}

/** What was resolved in the last day, the latest first. */
export async function recentlyResolved(tx: Tx, now: Instant): Promise<KeptFinding[]> {
  return sql<KeptFinding>(
    tx,
    `SELECT ${FIELDS} FROM engine_findings WHERE resolved_at >= $1
     ORDER BY resolved_at DESC, id LIMIT ${String(RECENT_AT_MOST)}`,
    [new Date(now - RECENT_MS)],
  );
}

/** Forgets what was resolved long ago. */
export async function trimFindings(tx: Tx, now: Instant): Promise<void> {
  await sql(tx, 'DELETE FROM engine_findings WHERE resolved_at < $1', [new Date(now - KEPT_MS)]);
}
