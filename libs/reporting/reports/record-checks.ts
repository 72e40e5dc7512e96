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

/** A report that is approved or out, with the last entry that says its hash. */
interface Sealed {
  readonly id: string;
  readonly seq: number;
  readonly sha256: string;
  readonly state: string;
}

const brokenAt = (subjectId: string, seq: number): BrokenEntry => ({
  ...{ subjectId, seq, reason: 'text does not match its entry' },
});

/** From the timeline, so that a report that was taken away is missed. */
const sealedAfter = (tx: Tx, last: string | null): Promise<Sealed[]> =>
  sql<Sealed>(
    tx,
    `SELECT s.id, e.seq, e.sha256, s.state FROM subjects s CROSS JOIN LATERAL (
       SELECT seq, data->'params'->>'sha256' AS sha256 FROM timeline
       WHERE subject_id = s.id AND type IN ('report-approved', 'report-issued') ORDER BY seq DESC LIMIT 1) e
     WHERE s.type = 'report' AND s.state IN ('approved', 'issued', 'replaced')
       AND ($1::uuid IS NULL OR s.id > $1) ORDER BY s.id LIMIT ${String(PAGE)}`,
    [last],
  );

async function isAsWritten(tx: Tx, { id, sha256, state }: Sealed): Promise<boolean> {
  const row = await findReport(tx, id);
  return (
    row !== null && row.state === state && row.sha256 === sha256 && hashOfReport(row) === sha256
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
