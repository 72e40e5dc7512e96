import { sql } from '#platform';
import type { MomentKey, Tx } from '#platform';
import { binderOf } from '#workflow';
import type { ReportFields, ReportType } from './core/index.js';
import { reportSight } from './report-sight.js';
import type { Reader } from './report-sight.js';

export const REPORT_STATES = ['draft', 'sent', 'acknowledged', 'returned', 'withdrawn'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

export interface ReportRow {
  readonly id: string;
  readonly incidentId: string;
  readonly type: ReportType;
  /** Of follow-ups: 1, 2, … */
  readonly number: number | null;
  readonly state: ReportState;
  readonly version: number;
  readonly senderName: string;
  readonly receiverUnitId: string | null;
  /** Of a body that is written to by e-mail. */
  readonly receiverCode: string | null;
  /** Null while nobody above is known. */
  readonly receiverName: string | null;
  readonly title: string;
  readonly fields: ReportFields | null;
  readonly body: string | null;
  readonly sentText: string | null;
  readonly sha256: string | null;
  readonly question: string | null;
  readonly draftedBy: string;
  readonly sentBy: string | null;
  readonly answeredBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly sentAt: Date | null;
  readonly answeredAt: Date | null;
}

const COLUMNS = `id, incident_id AS "incidentId", type, number, state, version, sender_name AS "senderName",
  receiver_unit_id AS "receiverUnitId", receiver_code AS "receiverCode", receiver_name AS "receiverName", title, fields,
  body, sent_text AS "sentText", sha256, question, drafted_by AS "draftedBy", sent_by AS "sentBy",
  answered_by AS "answeredBy", created_at AS "createdAt", updated_at AS "updatedAt", sent_at AS "sentAt",
  answered_at AS "answeredAt"`;

export async function findReport(tx: Tx, id: string): Promise<ReportRow | null> {
  const [row] = await sql<ReportRow>(tx, `SELECT ${COLUMNS} FROM upward_reports WHERE id = $1`, [
    id,
  ]);
  return row ?? null;
}

/** All of an incident but those that were discarded, oldest first. */
export const reportsOf = (tx: Tx, incidentId: string): Promise<ReportRow[]> =>
  sql<ReportRow>(
    tx,
    `SELECT ${COLUMNS} FROM upward_reports WHERE incident_id = $1 AND state <> 'withdrawn' ORDER BY created_at, id`,
    [incidentId],
  );

export interface ReportSearch {
  readonly incidentId: string | null;
  readonly state: ReportState | null;
  /** Only what the reader's own unit was sent. */
  readonly received: boolean;
  readonly reader: Reader;
  readonly after: MomentKey | null;
  readonly limit: number;
}

/** The newest first, of those that the reader may know of. Reads one row more than asked, for `pageOf`. */
export function listReports(tx: Tx, search: ReportSearch): Promise<ReportRow[]> {
  const { incidentId, state, received, reader, after, limit } = search;
  const parameters: unknown[] = [
    ...[incidentId, state, received, reader.unitId, after?.at ?? null, after?.id ?? null],
    limit + 1,
  ];
  const sight = reportSight(reader)('id', binderOf(parameters));
  return sql<ReportRow>(
    tx,
    `SELECT ${COLUMNS} FROM upward_reports
     WHERE ($1::uuid IS NULL OR incident_id = $1)
       AND CASE WHEN $2::text IS NULL THEN state <> 'withdrawn' ELSE state = $2 END
       AND (NOT $3::boolean OR receiver_unit_id = $4::uuid)
       AND ($5::timestamptz IS NULL OR (created_at, id) < ($5, $6::uuid))
       AND ${sight}
     ORDER BY created_at DESC, id DESC LIMIT $7`,
    parameters,
  );
}

/** Writes a report as it is now; its words only while it is a draft (the caller sees to that). */
export async function saveReport(tx: Tx, row: ReportRow): Promise<void> {
  await sql(
    tx,
    `INSERT INTO upward_reports (id, incident_id, type, number, state, version, sender_name, receiver_unit_id,
       receiver_code, receiver_name, title, fields, body, sent_text, sha256, question, drafted_by, sent_by, answered_by,
       created_at, updated_at, sent_at, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
     ON CONFLICT (id) DO UPDATE SET number = excluded.number, state = excluded.state, version = excluded.version,
       receiver_unit_id = excluded.receiver_unit_id, receiver_code = excluded.receiver_code,
       receiver_name = excluded.receiver_name, title = excluded.title, fields = excluded.fields, body = excluded.body,
       sent_text = excluded.sent_text, sha256 = excluded.sha256, question = excluded.question,
       sent_by = excluded.sent_by, answered_by = excluded.answered_by, updated_at = excluded.updated_at,
       sent_at = excluded.sent_at, answered_at = excluded.answered_at`,
    [
      ...[row.id, row.incidentId, row.type, row.number, row.state, row.version, row.senderName],
      ...[row.receiverUnitId, row.receiverCode, row.receiverName, row.title],
      ...[row.fields === null ? null : JSON.stringify(row.fields), row.body, row.sentText],
      ...[row.sha256, row.question, row.draftedBy, row.sentBy, row.answeredBy],
      ...[row.createdAt, row.updatedAt, row.sentAt, row.answeredAt],
    ],
  );
}
