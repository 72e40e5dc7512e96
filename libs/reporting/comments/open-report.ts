import type { RequestActor } from '#identity';
import { notFound, sql } from '#platform';
import type { Tx } from '#platform';

/** A report as those see it who write in its margin. */
export interface OpenReport {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly draftedBy: string | null;
  readonly issuedAt: Date | null;
  readonly sectionKeys: readonly string[];
}

type Reader = Pick<RequestActor, 'roles'>;

const WRITERS: readonly string[] = ['officer', 'analyst', 'leader'];

/** Drafts are for those who write them and sign them; what was issued is for everybody who may read reports. */
const seesDrafts = ({ roles }: Reader): boolean => roles.some((role) => WRITERS.includes(role));

/** 404 when there is none that the reader may open. */
export async function openReport(tx: Tx, id: string, reader: Reader): Promise<OpenReport> {
  const [row] = await sql<OpenReport>(
    tx,
    `SELECT id, title, state, drafted_by AS "draftedBy", issued_at AS "issuedAt",
       jsonb_path_query_array(content, '$.sections[*].key') AS "sectionKeys"
     FROM reports WHERE id = $1 AND ($2::boolean OR issued_at IS NOT NULL)`,
    [id, seesDrafts(reader)],
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
  const rows = await sql<{ id: string; title: string }>(
    tx,
    'SELECT id, title FROM reports WHERE id = ANY($1) AND ($2::boolean OR issued_at IS NOT NULL)',
    [[...new Set(ids)], seesDrafts(reader)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
