import { sql } from '#platform';
import type { MomentKey, Tx } from '#platform';
import { binderOf } from '#workflow';
import { matterSight } from './matter-sight.js';
import type { Reader } from './matter-sight.js';

export const MATTER_STATES = [
  'draft',
  'reported',
  'received',
  'returned',
  'cancelled',
  'over',
] as const;
export type MatterState = (typeof MATTER_STATES)[number];

export const MATTER_KINDS = [
  'event',
  'policy',
  'works',
  'interruption',
  'enforcement',
  'other',
] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

/** A question that people will ask, and what will be answered. */
export interface PreparedAnswer {
  readonly question: string;
  readonly answer: string;
}

export interface MatterRow {
  readonly id: string;
  readonly unitId: string;
  readonly state: MatterState;
  readonly version: number;
  readonly title: string;
  readonly kind: MatterKind;
  /** A code of categories.yaml. */
  readonly category: string | null;
  readonly what: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly questions: readonly PreparedAnswer[];
  readonly contactUnitId: string;
  readonly question: string | null;
  readonly reason: string | null;
  readonly createdBy: string;
  readonly receivedBy: string | null;
  readonly reportedAt: Date | null;
  readonly receivedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const COLUMNS = `m.id, m.unit_id AS "unitId", m.state, m.version, m.title, m.kind, m.category, m.what, m.place,
  m.starts_at AS "startsAt", m.ends_at AS "endsAt", m.questions, m.contact_unit_id AS "contactUnitId", m.question,
  m.reason, m.created_by AS "createdBy", m.received_by AS "receivedBy", m.reported_at AS "reportedAt",
  m.received_at AS "receivedAt", m.created_at AS "createdAt", m.updated_at AS "updatedAt"`;

export async function findMatter(tx: Tx, id: string): Promise<MatterRow | null> {
  const [row] = await sql<MatterRow>(tx, `SELECT ${COLUMNS} FROM matters m WHERE m.id = $1`, [id]);
  return row ?? null;
}

export const mattersById = (tx: Tx, ids: readonly string[]): Promise<MatterRow[]> =>
  sql<MatterRow>(
    tx,
    `SELECT ${COLUMNS} FROM matters m WHERE m.id = ANY($1) ORDER BY m.starts_at, m.id`,
    [ids],
  );

export interface MatterSearch {
  /** Those that are not over, the next first; or those that are, the latest first. */
  readonly when: 'coming' | 'past';
  readonly state: MatterState | null;
  readonly reader: Reader;
  readonly after: MomentKey | null;
  readonly limit: number;
}

/** Reads one row more than asked, for `pageOf`. */
export function listMatters(tx: Tx, search: MatterSearch, now: number): Promise<MatterRow[]> {
  const { when, state, reader, after, limit } = search;
  const parameters: unknown[] = [
    ...[new Date(now), state, after?.at ?? null, after?.id ?? null, limit + 1],
  ];
  const sight = matterSight(reader)('m.id', binderOf(parameters));
  const isComing = when === 'coming';
  const [order, beyond] = isComing ? ['ASC', '>'] : ['DESC', '<'];
  const time = isComing
    ? "m.ends_at > $1 AND m.state <> 'cancelled'"
    : "(m.ends_at <= $1 OR m.state = 'cancelled')";
  return sql<MatterRow>(
    tx,
    `SELECT ${COLUMNS} FROM matters m WHERE ${time} AND ($2::text IS NULL OR m.state = $2)
       AND ($3::timestamptz IS NULL OR (m.starts_at, m.id) ${beyond} ($3, $4::uuid)) AND ${sight}
     ORDER BY m.starts_at ${order}, m.id ${order} LIMIT $5`,
    parameters,
  );
}

/** More than a county has going on in two months. */
const MOST_AT_A_TIME = 500;

/** Those that have been reported and touch a span, by their beginning. */
export function mattersBetween(
  tx: Tx,
  { from, to }: { readonly from: number; readonly to: number },
  reader: Reader,
): Promise<MatterRow[]> {
  const parameters: unknown[] = [new Date(from), new Date(to), MOST_AT_A_TIME];
  const sight = matterSight(reader)('m.id', binderOf(parameters));
  return sql<MatterRow>(
    tx,
    `SELECT ${COLUMNS} FROM matters m WHERE m.ends_at > $1 AND m.starts_at < $2
       AND m.state IN ('reported', 'received', 'returned', 'over') AND ${sight}
     ORDER BY m.starts_at, m.id LIMIT $3`,
    parameters,
  );
}

export async function saveMatter(tx: Tx, row: MatterRow): Promise<void> {
  await sql(
    tx,
    `INSERT INTO matters (id, unit_id, state, version, title, kind, category, what, place, starts_at, ends_at,
       questions, contact_unit_id, question, reason, created_by, received_by, reported_at, received_at, created_at,
       updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, version = excluded.version, title = excluded.title,
       kind = excluded.kind, category = excluded.category, what = excluded.what, place = excluded.place,
       starts_at = excluded.starts_at, ends_at = excluded.ends_at, questions = excluded.questions,
       contact_unit_id = excluded.contact_unit_id, question = excluded.question, reason = excluded.reason,
       received_by = excluded.received_by, reported_at = excluded.reported_at, received_at = excluded.received_at,
       updated_at = excluded.updated_at`,
    [
      ...[row.id, row.unitId, row.state, row.version, row.title, row.kind, row.category, row.what],
      ...[row.place, row.startsAt, row.endsAt, JSON.stringify(row.questions), row.contactUnitId],
      ...[row.question, row.reason, row.createdBy, row.receivedBy, row.reportedAt, row.receivedAt],
      ...[row.createdAt, row.updatedAt],
    ],
  );
}
