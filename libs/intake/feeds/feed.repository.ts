import { sha256, sql } from '#platform';
import type { Tx } from '#platform';
import type { Validators } from './exchange.js';
import type { FeedProblem } from './feed-problem.js';

/** A feed that is ours to read until the lease ends. */
export interface LeasedFeed {
  readonly sourceId: string;
  readonly host: string;
  readonly url: string;
  readonly rule: string | null;
  readonly everyMinutes: number;
  readonly failures: number;
  readonly validators: Validators;
  readonly leasedUntil: Date;
}

/** Longer than the longest exchange, with time to store what came. */
const LEASE_MS = 60_000;
/** Between two requests to one host. */
const HOST_PAUSE_MS = 2_000;

interface ClaimedRow {
  readonly source_id: string;
  readonly host: string;
  readonly url: string;
  readonly keyword_rule: string | null;
  readonly every_minutes: number;
  readonly failures: number;
  readonly etag: string | null;
  readonly last_modified: string | null;
}

/**
 * The feed that has waited longest, now ours. Its host is locked with it, and belongs to nobody else until we give it
 * back or the lease ends: two workers never ask the same host at once. Whoever is killed holds it no longer than that.
 */
export async function claimFeed(tx: Tx, now: number): Promise<LeasedFeed | null> {
  const [row] = await sql<ClaimedRow>(
    tx,
    `SELECT r.source_id, r.host, s.url, s.keyword_rule, s.every_minutes, r.failures, r.etag, r.last_modified
     FROM source_readings r JOIN feed_hosts h ON h.host = r.host JOIN sources s ON s.id = r.source_id
     WHERE r.next_read_at <= $1 AND (r.leased_until IS NULL OR r.leased_until <= $1) AND h.free_at <= $1
     ORDER BY r.next_read_at, r.source_id LIMIT 1 FOR UPDATE OF r, h SKIP LOCKED`,
    [new Date(now)],
  );
  if (row === undefined) return null;
  const leasedUntil = new Date(now + LEASE_MS);
  await sql(tx, 'UPDATE source_readings SET leased_until = $2 WHERE source_id = $1', [
    row.source_id,
    leasedUntil,
  ]);
  await sql(tx, 'UPDATE feed_hosts SET free_at = $2 WHERE host = $1', [row.host, leasedUntil]);
  return {
    ...{ sourceId: row.source_id, host: row.host, url: row.url, rule: row.keyword_rule },
    ...{ everyMinutes: row.every_minutes, failures: row.failures, leasedUntil },
    validators: { etag: row.etag, lastModified: row.last_modified },
  };
}

/** When a feed that can be claimed comes up next; null when none ever does. */
export async function nextFeedAt(tx: Tx): Promise<number | null> {
  const [row] = await sql<{ at: Date | null }>(
    tx,
    `SELECT min(greatest(r.next_read_at, r.leased_until, h.free_at)) AS at
     FROM source_readings r JOIN feed_hosts h ON h.host = r.host WHERE r.next_read_at IS NOT NULL`,
  );
  return row?.at?.getTime() ?? null;
}

/** Unless somebody else has it by now. */
const freeHost = (tx: Tx, { host, leasedUntil }: LeasedFeed, at: number): Promise<unknown[]> =>
  sql(tx, 'UPDATE feed_hosts SET free_at = $3 WHERE host = $1 AND free_at = $2', [
    ...[host, leasedUntil, new Date(at)],
  ]);

/** Whether it is still ours, locked: not taken over by another since, not set up anew by a person. */
export async function isStillOurs(tx: Tx, feed: LeasedFeed): Promise<boolean> {
  const rows = await sql(
    tx,
    'SELECT source_id FROM source_readings WHERE source_id = $1 AND leased_until = $2 FOR UPDATE',
    [feed.sourceId, feed.leasedUntil],
  );
  return rows.length > 0;
}

export interface Ending {
  readonly nextReadAt: number;
  /** Null: it went well. */
  readonly problem: FeedProblem | null;
  /** Null: they stay. */
  readonly validators: Validators | null;
  readonly takenIn: number;
  readonly leftOut: number;
}

/** Gives the feed back, and the host after its pause. */
export async function endReading(
  tx: Tx,
  feed: LeasedFeed,
  ending: Ending,
  now: number,
): Promise<void> {
  const { nextReadAt, problem, validators, takenIn, leftOut } = ending;
  await sql(
    tx,
    `UPDATE source_readings SET leased_until = NULL, next_read_at = $2, last_read_at = $3,
       last_good_at = CASE WHEN $4::jsonb IS NULL THEN $3 ELSE last_good_at END,
       failures = CASE WHEN $4::jsonb IS NULL THEN 0 ELSE failures + 1 END, problem = $4::jsonb,
       etag = CASE WHEN $5 THEN $6 ELSE etag END, last_modified = CASE WHEN $5 THEN $7 ELSE last_modified END,
       taken_in = taken_in + $8, left_out = left_out + $9
     WHERE source_id = $1`,
    [
      ...[feed.sourceId, new Date(nextReadAt), new Date(now)],
      problem === null ? null : JSON.stringify({ zh: problem.zh, en: problem.en }),
      ...[validators !== null, validators?.etag ?? null, validators?.lastModified ?? null],
      ...[takenIn, leftOut],
    ],
  );
  // What it asks for holds for all that is read from it.
  await freeHost(tx, feed, Math.max(now + HOST_PAUSE_MS, problem?.notBefore ?? 0));
}

/** Nothing came of it: whoever comes next reads it. */
export async function giveBack(tx: Tx, feed: LeasedFeed, now: number): Promise<void> {
  await sql(
    tx,
    'UPDATE source_readings SET leased_until = NULL WHERE source_id = $1 AND leased_until = $2',
    [feed.sourceId, feed.leasedUntil],
  );
  await freeHost(tx, feed, now + HOST_PAUSE_MS);
}

/** As 128 bits in the form of a UUID: 16 bytes in the database. */
export const entryKey = (identity: string): string =>
  sha256(identity)
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** When each of these entries was first read: now, of those that are new. */
export async function rememberEntries(
  tx: Tx,
  sourceId: string,
  keys: readonly string[],
  now: number,
): Promise<Map<string, number>> {
  const rows = await sql<{ key: string; first_read_at: Date }>(
    tx,
    `INSERT INTO feed_entries AS e (source_id, key, first_read_at, last_read_at)
     SELECT DISTINCT $1::uuid, key, $3::timestamptz, $3::timestamptz FROM unnest($2::uuid[]) AS k (key)
     ON CONFLICT (source_id, key) DO UPDATE SET last_read_at = $3 RETURNING e.key, e.first_read_at`,
    [sourceId, keys, new Date(now)],
  );
  return new Map(rows.map(({ key, first_read_at }) => [key, first_read_at.getTime()]));
}

const KEPT_MS = 60 * 24 * 3_600_000;

/** Forgets entries that no feed has had for two months. */
export async function trimFeedEntries(tx: Tx, now: number): Promise<void> {
  await sql(tx, 'DELETE FROM feed_entries WHERE last_read_at < $1', [new Date(now - KEPT_MS)]);
}
