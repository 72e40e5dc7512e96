import { sql } from '#platform';
import type { Tx } from '#platform';
import { foldLife } from '../core/index.js';
import type { Instant, LifeEntry, Reading } from '../core/index.js';

/** A row of `lives`. */
export interface LifeRow {
  readonly incident_id: string;
  readonly logged_at: Date;
  readonly last_at: Date;
  readonly state: string;
  readonly is_closed: boolean;
  readonly kind: string;
  readonly category: string;
  readonly place: string | null;
  readonly source: string | null;
  readonly severity: string;
  readonly verdict: string;
  readonly unit_id: string | null;
}

/** A row of `happenings`. */
export interface HappeningRow {
  readonly incident_id: string;
  readonly what: string;
  readonly clock: string | null;
  readonly at: Date;
  readonly previous_at: Date | null;
  readonly ms: number | null;
}

export interface FoldedLives {
  readonly lives: readonly LifeRow[];
  readonly happenings: readonly HappeningRow[];
}

type EntryRow = Omit<LifeEntry, 'at'> & { readonly subject_id: string; readonly at: Date };

/** Incidents as they stood just before an instant, from their timelines: what comes at it may still be to come. */
export async function foldLives(
  tx: Tx,
  ids: readonly string[],
  asOf: Instant | null,
  reading: Reading,
): Promise<FoldedLives> {
  const rows = await sql<EntryRow>(
    tx,
    `SELECT subject_id, at, type, jsonb_build_object('from', data->'from', 'to', data->'to', 'params', data->'params',
       'set', data->'set', 'clock', data->'clock', 'escalationId', data->'escalationId') AS data
     FROM timeline WHERE subject_id = ANY($1::uuid[]) AND ($2::timestamptz IS NULL OR at < $2)
     ORDER BY subject_id, seq`,
    [ids, asOf === null ? null : new Date(asOf)],
  );
  const lives: LifeRow[] = [];
  const happenings: HappeningRow[] = [];
  for (const [id, entries] of bySubject(rows)) {
    const life = foldLife(entries, reading);
    if (life === null) continue;
    const { loggedAt, unitId, isClosed, happenings: happened, ...facts } = life;
    const lastAt = Math.max(...entries.map(({ at }) => at));
    lives.push({
      ...{ incident_id: id, logged_at: new Date(loggedAt), last_at: new Date(lastAt) },
      ...{ ...facts, is_closed: isClosed, unit_id: unitId },
    });
    happenings.push(
      ...happened.map(({ what, clock, at, previousAt, ms }) => ({
        ...{ incident_id: id, what, clock, at: new Date(at), ms },
        previous_at: previousAt === null ? null : new Date(previousAt),
      })),
    );
  }
  return { lives, happenings };
}

function bySubject(rows: readonly EntryRow[]): Map<string, LifeEntry[]> {
  const lives = new Map<string, LifeEntry[]>();
  for (const { subject_id, at, type, data } of rows) {
    const entries = lives.get(subject_id) ?? [];
    entries.push({ at: at.getTime(), type, data });
    lives.set(subject_id, entries);
  }
  return lives;
}

/** Takes incidents whose timeline went on; their marks are gone unless the transaction fails. */
export async function takeDue(tx: Tx, limit: number): Promise<string[]> {
  const rows = await sql<{ incident_id: string }>(
    tx,
    `DELETE FROM lives_due WHERE incident_id IN (
       SELECT incident_id FROM lives_due ORDER BY incident_id LIMIT $1 FOR UPDATE SKIP LOCKED)
     RETURNING incident_id`,
    [limit],
  );
  return rows.map(({ incident_id }) => incident_id);
}

/** Puts folded lives in the place of what was known of them. */
export async function keepLives(
  tx: Tx,
  ids: readonly string[],
  { lives, happenings }: FoldedLives,
): Promise<void> {
  await sql(tx, 'DELETE FROM happenings WHERE incident_id = ANY($1::uuid[])', [ids]);
  await sql(tx, 'DELETE FROM lives WHERE incident_id = ANY($1::uuid[])', [ids]);
  await sql(
    tx,
    'INSERT INTO lives SELECT * FROM jsonb_populate_recordset(NULL::lives, $1::jsonb)',
    [JSON.stringify(lives)],
  );
  await sql(
    tx,
    'INSERT INTO happenings SELECT * FROM jsonb_populate_recordset(NULL::happenings, $1::jsonb)',
    [JSON.stringify(happenings)],
  );
}

/** Marks every life when the rules differ from those by which lives were folded so far. */
export async function foldAnewUnder(tx: Tx, hash: string): Promise<void> {
  await sql(tx, 'LOCK TABLE lives_reading IN EXCLUSIVE MODE');
  const [known] = await sql<{ hash: string }>(tx, 'SELECT hash FROM lives_reading');
  if (known?.hash === hash) return;
  await sql(tx, 'DELETE FROM lives_reading');
  await sql(tx, 'INSERT INTO lives_reading VALUES ($1)', [hash]);
  if (known === undefined) return;
  await sql(
    tx,
    'INSERT INTO lives_due SELECT incident_id FROM lives ORDER BY 1 ON CONFLICT DO NOTHING',
  );
}
