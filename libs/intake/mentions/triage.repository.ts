import { addToStream, newId, sql } from '#platform';
import type { Tx } from '#platform';

/** Where a mention of the inbox stands. */
export type Place =
  | { readonly state: 'inbox' }
  | { readonly state: 'grouped'; readonly incidentId: string }
  | { readonly state: 'discarded'; readonly reason: string };

export interface Move {
  readonly mentionId: string;
  readonly from: Place;
  readonly to: Place;
}

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.state === b.state && incidentOf(a) === incidentOf(b);

export const incidentOf = (place: Place): string | null =>
  place.state === 'grouped' ? place.incidentId : null;

/** Where these mentions stand, locked until the end of the transaction. Those that do not exist are missing. */
export async function lockPlaces(tx: Tx, ids: readonly string[]): Promise<Map<string, Place>> {
  const rows = await sql<{
    id: string;
    state: Place['state'];
    incident_id: string | null;
    reason: string | null;
  }>(
    tx,
    `SELECT id, state, incident_id, reason FROM inbox_mentions WHERE id = ANY($1::uuid[])
     ORDER BY id FOR NO KEY UPDATE`,
    [ids],
  );
  return new Map(
    rows.map(({ id, state, incident_id: incidentId, reason }) => [
      id,
      placeOf(state, incidentId ?? '', reason ?? ''),
    ]),
  );
}

function placeOf(state: Place['state'], incidentId: string, reason: string): Place {
  switch (state) {
    case 'inbox':
      return { state };
    case 'grouped':
      return { state, incidentId };
    case 'discarded':
      return { state, reason };
  }
}

/** Puts mentions in their new places. */
export async function moveMentions(tx: Tx, moves: readonly Move[], now: number): Promise<void> {
  await sql(
    tx,
    `UPDATE inbox_mentions m SET state = p.state, incident_id = p.incident_id, reason = p.reason, changed_at = $5
     FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[]) AS p (id, state, incident_id, reason)
     WHERE m.id = p.id`,
    [
      moves.map(({ mentionId }) => mentionId),
      moves.map(({ to }) => to.state),
      moves.map(({ to }) => incidentOf(to)),
      moves.map(({ to }) => (to.state === 'discarded' ? to.reason : null)),
      new Date(now),
    ],
  );
  await addToStream(
    tx,
    [{ type: 'inbox.changed', userId: null, data: { moved: moves.length } }],
    now,
  );
}

export type TriageKind = 'group' | 'discard' | 'restore';

export interface TriageAct {
  readonly id: string;
  readonly kind: TriageKind;
  readonly moves: readonly Move[];
  /** The incident that was made by it. */
  readonly newIncidentId: string | null;
  readonly isUndone: boolean;
}

export async function keepAct(
  tx: Tx,
  act: Pick<TriageAct, 'kind' | 'moves' | 'newIncidentId'>,
  by: string,
  now: number,
): Promise<string> {
  const id = newId();
  await sql(
    tx,
    `INSERT INTO triage_acts (id, kind, moves, new_incident_id, done_by, done_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, act.kind, JSON.stringify(act.moves), act.newIncidentId, by, new Date(now)],
  );
  return id;
}

/** The act, locked; null when there is none. */
export async function lockAct(tx: Tx, id: string): Promise<TriageAct | null> {
  const [row] = await sql<{
    kind: TriageKind;
    moves: Move[];
    new_incident_id: string | null;
    undone_at: Date | null;
  }>(
    tx,
    'SELECT kind, moves, new_incident_id, undone_at FROM triage_acts WHERE id = $1 FOR NO KEY UPDATE',
    [id],
  );
  if (row === undefined) return null;
  const { kind, moves, new_incident_id: newIncidentId, undone_at: undoneAt } = row;
  return { id, kind, moves, newIncidentId, isUndone: undoneAt !== null };
}

export async function markUndone(tx: Tx, id: string, by: string, now: number): Promise<void> {
  await sql(tx, 'UPDATE triage_acts SET undone_by = $2, undone_at = $3 WHERE id = $1', [
    id,
    by,
    new Date(now),
  ]);
}

/** One time that a mention was seen, as an incident keeps it. */
export interface KeptSighting {
  readonly sightingId: string;
  readonly mentionId: string;
  /** The incident that the mention belongs to now. */
  readonly incidentId: string | null;
  readonly source: string;
  readonly url: string | null;
  readonly text: string;
  /** Epoch milliseconds. */
  readonly seenAt: number;
  readonly rank: number | null;
  readonly views: number | null;
}

const KEPT = `SELECT s.id, s.mention_id, m.incident_id, coalesce(m.outlet, o.name) AS source, coalesce(s.url, m.url) AS url,
    m.text, s.seen_at, s.rank, s.views
  FROM sightings s JOIN inbox_mentions m ON m.id = s.mention_id JOIN sources o ON o.id = m.source_id`;

/** All sightings of these mentions, oldest first. */
export const sightingsOfMentions = (
  tx: Tx,
  mentionIds: readonly string[],
): Promise<KeptSighting[]> =>
  kept(tx, `${KEPT} WHERE s.mention_id = ANY($1::uuid[]) ORDER BY s.seen_at, s.id`, mentionIds);

export const sightingsById = (tx: Tx, ids: readonly string[]): Promise<KeptSighting[]> =>
  kept(tx, `${KEPT} WHERE s.id = ANY($1::uuid[]) ORDER BY s.seen_at, s.id`, ids);

interface KeptRow {
  readonly id: string;
  readonly mention_id: string;
  readonly incident_id: string | null;
  readonly source: string;
  readonly url: string | null;
  readonly text: string;
  readonly seen_at: Date;
  readonly rank: number | null;
  readonly views: string | null;
}

async function kept(tx: Tx, text: string, ids: readonly string[]): Promise<KeptSighting[]> {
  const rows = await sql<KeptRow>(tx, text, [ids]);
  return rows.map((row) => ({
    sightingId: row.id,
    mentionId: row.mention_id,
    incidentId: row.incident_id,
    source: row.source,
    url: row.url,
    text: row.text,
    seenAt: row.seen_at.getTime(),
    rank: row.rank,
    views: row.views === null ? null : Number(row.views),
  }));
}
