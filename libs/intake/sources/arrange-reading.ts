import { sql } from '#platform';
import type { Tx } from '#platform';
import { RHYTHM } from '../core/index.js';
import type { SourceRow, SourceSettings } from './source.repository.js';

/** Whether the program itself goes and reads it. */
const isRead = ({ kind, url, active }: SourceSettings): boolean =>
  kind === 'rss' && url !== null && active;

/**
 * Sets when a source is read next, after somebody has set it up or changed it. What is read from another place or by
 * another rule is read anew at once, without asking for changes only; a new rhythm counts from now.
 */
export async function arrangeReading(
  tx: Tx,
  source: SourceRow,
  before: SourceSettings | null,
  now: number,
): Promise<void> {
  const { id, url, every_minutes } = source;
  if (url === null || !isRead(source)) {
    await sql(tx, 'UPDATE source_readings SET next_read_at = NULL WHERE source_id = $1', [id]);
    return;
  }
  const { host } = new URL(url);
  const isAnew =
    before === null ||
    !isRead(before) ||
    before.url !== url ||
    before.keyword_rule !== source.keyword_rule;
  await sql(
    tx,
    'INSERT INTO feed_hosts (host, free_at) VALUES ($1, $2) ON CONFLICT (host) DO NOTHING',
    [host, new Date(now)],
  );
  const latest = new Date(now + (every_minutes ?? RHYTHM.usual) * 60_000);
  await sql(
    tx,
    `INSERT INTO source_readings AS r (source_id, host, next_read_at) VALUES ($1, $2, $3)
     ON CONFLICT (source_id) DO UPDATE SET host = $2, leased_until = NULL,
       next_read_at = CASE WHEN $4 THEN $3 ELSE least(r.next_read_at, $5) END,
       etag = CASE WHEN $4 THEN NULL ELSE r.etag END,
       last_modified = CASE WHEN $4 THEN NULL ELSE r.last_modified END,
       failures = CASE WHEN $4 THEN 0 ELSE r.failures END,
       problem = CASE WHEN $4 THEN NULL ELSE r.problem END`,
    [id, host, new Date(now), isAnew, latest],
  );
}

/** Reads it as soon as its host may be asked, whatever the rhythm. False when it is not a source that is read. */
export async function readSoon(tx: Tx, id: string, now: number): Promise<boolean> {
  const rows = await sql(
    tx,
    `UPDATE source_readings SET next_read_at = $2 WHERE source_id = $1 AND next_read_at IS NOT NULL RETURNING source_id`,
    [id, new Date(now)],
  );
  return rows.length > 0;
}
