import { notFound, sql } from '#platform';
import type { Tx } from '#platform';
import { binderOf } from '#workflow';
import type { ReportState } from '../core/index.js';
import { reportSight } from '../reports/report-sight.js';
import type { Reader } from '../reports/report-sight.js';

/** A report as those see it who write in its margin. */
export interface OpenReport {
  readonly id: string;
  readonly title: string;
  readonly state: ReportState;
  readonly draftedBy: string | null;
  readonly sectionKeys: readonly string[];
}

/** 404 when there is none that the reader may open. */
export async function openReport(tx: Tx, id: string, reader: Reader): Promise<OpenReport> {
  const parameters: unknown[] = [id];
  const sight = reportSight(reader)?.('r.id', binderOf(parameters)) ?? 'true';
  const [row] = await sql<OpenReport>(
    tx,
    `SELECT r.id, r.title, r.state, r.drafted_by AS "draftedBy",
       jsonb_path_query_array(r.content, '$.sections[*].key') AS "sectionKeys"
     FROM reports r WHERE r.id = $1 AND ${sight}`,
    parameters,
  );
  if (row === undefined) throw notFound('This report');
  return row;
}

/** Of these reports, those that the reader may open, by id. */
export async function reportsToOpen(
  tx: Tx,
  ids: readonly string[],
  reader: Reader,
): Promise<ReadonlyMap<string, { readonly id: string; readonly title: string }>> {
  const parameters: unknown[] = [[...new Set(ids)]];
  const sight = reportSight(reader)?.('r.id', binderOf(parameters)) ?? 'true';
  const rows = await sql<{ id: string; title: string }>(
    tx,
    `SELECT r.id, r.title FROM reports r WHERE r.id = ANY($1) AND ${sight}`,
    parameters,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
