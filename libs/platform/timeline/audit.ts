import type { Tx } from '../database/tx.js';
import { sql } from '../database/tx.js';
import { madeUpCursor, readCursor, readMoment } from '../http/page.js';
import type { TimelineEntry } from './entry.js';
import { toEntry } from './read.js';
import type { TimelineRow } from './read.js';

/** The place of an entry among all of them: newest first, then by subject, then the latest of a subject first. */
export interface AuditKey {
  readonly at: Date;
  readonly subjectId: string;
  readonly seq: number;
}

export interface AuditFilter {
  readonly subjectId: string | undefined;
  readonly actorId: string | undefined;
  readonly from: Date | undefined;
  /** Exclusive. */
  readonly to: Date | undefined;
  readonly after: AuditKey | null;
  readonly limit: number;
}

/** Entries of all subjects, newest first. Reads one more than asked, for `pageOf`. */
export async function searchTimeline(tx: Tx, filter: AuditFilter): Promise<TimelineEntry[]> {
  const rows = await sql<TimelineRow>(
    tx,
    `SELECT * FROM timeline
     WHERE ($1::uuid IS NULL OR subject_id = $1) AND ($2::uuid IS NULL OR actor_id = $2)
       AND ($3::timestamptz IS NULL OR at >= $3) AND ($4::timestamptz IS NULL OR at < $4)
       AND ($5::timestamptz IS NULL OR (at <= $5
         AND (at < $5 OR subject_id > $6::uuid OR (subject_id = $6 AND seq < $7::int))))
     ORDER BY at DESC, subject_id, seq DESC LIMIT $8`,
    [
      filter.subjectId ?? null,
      filter.actorId ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.after?.at ?? null,
      filter.after?.subjectId ?? null,
      filter.after?.seq ?? null,
      filter.limit + 1,
    ],
  );
  return rows.map(toEntry);
}

export const auditKey = ({ at, subjectId, seq }: TimelineEntry): string[] => [
  new Date(at).toISOString(),
  subjectId,
  String(seq),
];

/** What `auditKey` put into a cursor; null on the first page. A made-up cursor is a 400. */
export function readAuditCursor(cursor: string | undefined): AuditKey | null {
  const key = readCursor(cursor, 3);
  if (key === null) return null;
  const [text = '', id = '', seq = ''] = key;
  if (!/^\d{1,9}$/.test(seq)) throw madeUpCursor();
  const { at, id: subjectId } = readMoment(text, id);
  return { at, subjectId, seq: Number(seq) };
}
