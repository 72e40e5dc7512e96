import { sql } from '#platform';
import type { MomentKey, Tx } from '#platform';
import { binderOf } from '#workflow';
import type {
  Language,
  ReportContent,
  ReportState,
  ReportType,
  SectionEdits,
} from '../core/index.js';
import { reportSight } from './report-sight.js';
import type { Reader } from './report-sight.js';

/** What lists show of a report. */
export interface ReportHead {
  readonly id: string;
  readonly type: ReportType;
  readonly from: Date;
  readonly to: Date;
  readonly incidentId: string | null;
  readonly unitId: string | null;
  readonly language: Language;
  readonly title: string;
  readonly periodName: string;
  readonly asOf: Date;
  readonly edition: number;
  readonly previousId: string | null;
  /** Why the edition before had to be put right. */
  readonly reason: string | null;
  readonly state: ReportState;
  readonly version: number;
  readonly sha256: string | null;
  readonly draftedAt: Date;
  /** Null: the program itself. */
  readonly draftedBy: string | null;
  readonly submittedBy: string | null;
  readonly approvedBy: string | null;
  readonly issuedAt: Date | null;
}

export interface ReportRow extends ReportHead {
  /** What it is about: of the same thing there is one draft at a time. */
  readonly about: string;
  readonly content: ReportContent;
  readonly edits: SectionEdits;
}

/** Which report, and how far it is. */
export interface ReportRef {
  readonly id: string;
  readonly state: ReportState;
}

const HEAD = `r.id, r.type, r.period_from AS "from", r.period_to AS "to", r.incident_id AS "incidentId",
  r.unit_id AS "unitId", r.language, r.title, r.period_name AS "periodName", r.as_of AS "asOf", r.edition,
  r.previous_id AS "previousId", r.reason, r.state, r.version, r.sha256, r.drafted_at AS "draftedAt",
  r.drafted_by AS "draftedBy", r.submitted_by AS "submittedBy", r.approved_by AS "approvedBy",
  r.issued_at AS "issuedAt"`;
const WHOLE = `${HEAD}, r.about, r.content, r.edits`;

export async function findReport(tx: Tx, id: string): Promise<ReportRow | null> {
  const [row] = await sql<ReportRow>(tx, `SELECT ${WHOLE} FROM reports r WHERE r.id = $1`, [id]);
  return row ?? null;
}

/** The next edition of a report, whether it is out or not. */
export async function findNextEdition(tx: Tx, id: string): Promise<ReportRef | null> {
  const [row] = await sql<ReportRef>(
    tx,
    "SELECT id, state FROM reports WHERE previous_id = $1 AND state <> 'discarded' LIMIT 1",
    [id],
  );
  return row ?? null;
}

/** Of what there is about the same thing: the open draft before what was issued. */
const ABOUT = `SELECT id, state FROM reports WHERE about = $1 AND state NOT IN ('discarded', 'replaced')
  ORDER BY state = 'issued', edition DESC LIMIT 1`;

export async function findAbout(tx: Tx, about: string): Promise<ReportRef | null> {
  const [row] = await sql<ReportRef>(tx, ABOUT, [about]);
  return row ?? null;
}

/** The same, after whoever is just changing it. */
export async function lockAbout(tx: Tx, about: string): Promise<ReportRef | null> {
  const [row] = await sql<ReportRef>(tx, `${ABOUT} FOR UPDATE`, [about]);
  return row ?? null;
}

/** False when there is an open draft about the same thing. Waits for whoever is just about to begin one. */
export async function insertReport(tx: Tx, row: ReportRow): Promise<boolean> {
  const rows = await sql(
    tx,
    `INSERT INTO reports (id, type, about, period_from, period_to, incident_id, unit_id, language, title, period_name,
       as_of, edition, previous_id, reason, state, version, content, edits, sha256, drafted_at, drafted_by, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $20)
     ON CONFLICT (about) WHERE state IN ('draft', 'submitted', 'approved') DO NOTHING RETURNING id`,
    [
      ...[row.id, row.type, row.about, row.from, row.to, row.incidentId, row.unitId, row.language],
      ...[row.title, row.periodName, row.asOf, row.edition, row.previousId, row.reason, row.state],
      ...[row.version, JSON.stringify(row.content), JSON.stringify(row.edits), row.sha256],
      ...[row.draftedAt, row.draftedBy],
    ],
  );
  return rows.length > 0;
}

/** What a command may change. */
export async function updateReport(tx: Tx, row: ReportRow, now: number): Promise<void> {
  await sql(
    tx,
    `UPDATE reports SET period_to = $2, as_of = $3, state = $4, version = $5, content = $6, edits = $7, sha256 = $8,
       submitted_by = $9, approved_by = $10, issued_at = $11, updated_at = $12, period_name = $13 WHERE id = $1`,
    [
      ...[row.id, row.to, row.asOf, row.state, row.version, JSON.stringify(row.content)],
      ...[JSON.stringify(row.edits), row.sha256, row.submittedBy, row.approvedBy, row.issuedAt],
      ...[new Date(now), row.periodName],
    ],
  );
}

export interface ReportSearch {
  readonly type: ReportType | null;
  readonly state: ReportState | null;
  readonly reader: Reader;
  readonly after: MomentKey | null;
  readonly limit: number;
}

/** The latest period first. Reads one row more than asked, for `pageOf`. */
export function listReports(tx: Tx, search: ReportSearch): Promise<ReportHead[]> {
  const { type, state, reader, after, limit } = search;
  const parameters: unknown[] = [type, state, after?.at ?? null, after?.id ?? null, limit + 1];
  const sight = reportSight(reader)?.('r.id', binderOf(parameters)) ?? 'true';
  return sql<ReportHead>(
    tx,
    `SELECT ${HEAD} FROM reports r WHERE ($1::text IS NULL OR r.type = $1)
       AND ($2::text IS NULL OR r.state = $2) AND ($2::text IS NOT NULL OR r.state <> 'discarded')
       AND ($3::timestamptz IS NULL OR (r.period_to, r.id) < ($3, $4::uuid)) AND ${sight}
     ORDER BY r.period_to DESC, r.id DESC LIMIT $5`,
    parameters,
  );
}
