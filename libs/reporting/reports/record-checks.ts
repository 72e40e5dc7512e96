import { sql } from '#platform';
import type { BrokenEntry, RecordCheck, Tx } from '#platform';
import { hashOfReport } from './frozen.js';
import { findReport } from './report.repository.js';

const PAGE = 200;

/** Every report that was approved is, to the letter, what its timeline says was approved and issued. */
const reports: RecordCheck = {
  async run(tx) {
    let checked = 0;
    let last: string | null = null;
    for (;;) {
      const page: Sealed[] = await sealedAfter(tx, last);
      for (const sealed of page) {
        if (!(await isAsWritten(tx, sealed)))
          return { checked, firstBroken: brokenAt(sealed.id, sealed.seq) };
        checked += 1;
      }
      last = page.at(-1)?.id ?? null;
      if (page.length < PAGE) break;
    }
    const stray = await reportNobodyIssued(tx);
    return stray === null ? { checked } : { checked, firstBroken: brokenAt(stray, 1) };
  },
};

/** A report that is approved or out, with what the last entries about that say. */
interface Sealed {
  readonly id: string;
  readonly seq: number;
  readonly sha256: string;
  readonly state: string;
  readonly approvedBy: string;
  /** Null while it is not out. */
  readonly issuedAt: Date | null;
}

const brokenAt = (subjectId: string, seq: number): BrokenEntry => ({
  ...{ subjectId, seq, reason: 'text does not match its entry' },
});

/** From the timeline, so that a report that was taken away is missed. */
const sealedAfter = (tx: Tx, last: string | null): Promise<Sealed[]> =>
  sql<Sealed>(
    tx,
    `SELECT s.id, coalesce(i.seq, a.seq) AS seq, coalesce(i.sha256, a.sha256) AS sha256, s.state,
       a.by AS "approvedBy", i.at AS "issuedAt"
     FROM subjects s CROSS JOIN LATERAL (
       SELECT seq, data->'params'->>'sha256' AS sha256, actor_id AS by FROM timeline
       WHERE subject_id = s.id AND type = 'report-approved' ORDER BY seq DESC LIMIT 1) a
     LEFT JOIN LATERAL (
       SELECT seq, data->'params'->>'sha256' AS sha256, at FROM timeline
       WHERE subject_id = s.id AND type = 'report-issued') i ON true
     WHERE s.type = 'report' AND s.state IN ('approved', 'issued', 'replaced')
       AND ($1::uuid IS NULL OR s.id > $1) ORDER BY s.id LIMIT ${String(PAGE)}`,
    [last],
  );

async function isAsWritten(tx: Tx, sealed: Sealed): Promise<boolean> {
  const row = await findReport(tx, sealed.id);
  if (row === null) return false;
  return (
    row.state === sealed.state &&
    row.approvedBy === sealed.approvedBy &&
    row.issuedAt?.getTime() === sealed.issuedAt?.getTime() &&
    row.sha256 === sealed.sha256 &&
    hashOfReport(row) === sealed.sha256
  );
}

/** One that says it is out, and that no entry has let out, has been put in. */
async function reportNobodyIssued(tx: Tx): Promise<string | null> {
  const [row] = await sql<{ id: string }>(
    tx,
    `SELECT r.id FROM reports r WHERE r.state IN ('issued', 'replaced') AND NOT EXISTS (
       SELECT 1 FROM timeline t WHERE t.subject_id = r.id AND t.subject_type = 'report' AND t.type = 'report-issued')
     ORDER BY r.id LIMIT 1`,
  );
  return row?.id ?? null;
}

export const reportRecordChecks: readonly RecordCheck[] = [reports];
