import { sql } from '#platform';
import type { Tx } from '#platform';

export interface Watching {
  readonly watching: boolean;
  readonly muted: boolean;
}

/** What somebody has read and wants to hear of an incident. */
export interface OwnPlace extends Watching {
  /** The last entry that they have seen; null when they have never looked. */
  readonly seenSeq: number | null;
  readonly lastSeq: number;
}

export async function placeOf(tx: Tx, incidentId: string, userId: string): Promise<OwnPlace> {
  const [row] = await sql<OwnPlace>(
    tx,
    `SELECT coalesce(w.watching, false) AS watching, coalesce(w.muted, false) AS muted, r.seq AS "seenSeq",
       h.seq AS "lastSeq"
     FROM timeline_heads h
     LEFT JOIN incident_watchers w ON w.incident_id = h.subject_id AND w.user_id = $2
     LEFT JOIN incident_read_marks r ON r.incident_id = h.subject_id AND r.user_id = $2
     WHERE h.subject_id = $1`,
    [incidentId, userId],
  );
  return row ?? { watching: false, muted: false, seenSeq: null, lastSeq: 0 };
}

export async function setWatching(
  tx: Tx,
  incidentId: string,
  userId: string,
  { watching, muted }: Watching,
): Promise<void> {
  await sql(
    tx,
    `INSERT INTO incident_watchers (incident_id, user_id, watching, muted) VALUES ($1, $2, $3, $4)
     ON CONFLICT (incident_id, user_id) DO UPDATE SET watching = excluded.watching, muted = excluded.muted`,
    [incidentId, userId, watching, muted],
  );
}

/** Reading goes forward only, and not beyond what there is. */
export async function markRead(
  tx: Tx,
  incidentId: string,
  userId: string,
  seq: number,
): Promise<void> {
  await sql(
    tx,
    `INSERT INTO incident_read_marks (user_id, incident_id, seq)
     SELECT $2, subject_id, least(seq, $3) FROM timeline_heads WHERE subject_id = $1
     ON CONFLICT (user_id, incident_id)
     DO UPDATE SET seq = greatest(incident_read_marks.seq, excluded.seq)`,
    [incidentId, userId, seq],
  );
}

/**
 * Somebody acted: from now on they hear of it, and so do those whom they mentioned, unless they had said no; and they
 * have seen all there is. Answers whether anybody else wants to hear. One statement, since every command gives it.
 */
export async function joinByActing(
  tx: Tx,
  incidentId: string,
  actorId: string | null,
  mentioned: readonly string[],
): Promise<boolean> {
  const joining = actorId === null ? [...mentioned] : [actorId, ...mentioned];
  const [row] = await sql<{ heard: boolean }>(
    tx,
    `WITH joined AS (
       INSERT INTO incident_watchers (incident_id, user_id, watching)
       SELECT DISTINCT $1::uuid, id, true FROM unnest($2::uuid[]) AS u (id) ON CONFLICT DO NOTHING
     ), looked AS (
       INSERT INTO incident_read_marks (user_id, incident_id, seq)
       SELECT $3::uuid, subject_id, seq FROM timeline_heads WHERE subject_id = $1 AND $3::uuid IS NOT NULL
       ON CONFLICT (user_id, incident_id) DO UPDATE SET seq = excluded.seq
     )
     SELECT EXISTS (SELECT 1 FROM incident_watchers WHERE incident_id = $1 AND watching AND NOT muted
       AND user_id <> ALL($2)) AS heard`,
    [incidentId, joining, actorId],
  );
  return row?.heard ?? false;
}

/** Who wants to be told, without these. */
export async function listenersOf(
  tx: Tx,
  incidentId: string,
  except: readonly string[],
): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    tx,
    `SELECT user_id AS id FROM incident_watchers
     WHERE incident_id = $1 AND watching AND NOT muted AND user_id <> ALL($2) ORDER BY user_id`,
    [incidentId, except],
  );
  return rows.map(({ id }) => id);
}

/** How many entries are new to somebody, of the open incidents that they watch; those with none are missing. */
export async function unreadOf(
  tx: Tx,
  userId: string | null,
  incidentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (userId === null || incidentIds.length === 0) return new Map();
  const rows = await sql<{ id: string; unread: number }>(
    tx,
    `SELECT w.incident_id AS id, h.seq - coalesce(r.seq, 0) AS unread FROM incident_watchers w
     JOIN timeline_heads h ON h.subject_id = w.incident_id
     JOIN incidents i ON i.id = w.incident_id AND i.closed_at IS NULL
     LEFT JOIN incident_read_marks r ON r.incident_id = w.incident_id AND r.user_id = w.user_id
     WHERE w.user_id = $1 AND w.watching AND w.incident_id = ANY($2) AND h.seq > coalesce(r.seq, 0)`,
    [userId, incidentIds],
  );
  return new Map(rows.map(({ id, unread }) => [id, unread]));
}
