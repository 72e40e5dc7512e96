import { hashOf, sql } from '#platform';
import type { RecordCheck } from '#platform';

interface Row {
  readonly subject_id: string;
  readonly seq: number;
  readonly said: string;
  readonly record: unknown;
}

const PAGE = 200;

/** What each judgement was made on is there, and as the timeline says. */
export const judgementCheck: RecordCheck = {
  async run(tx) {
    let checked = 0;
    let last: Row | undefined;
    for (;;) {
      const rows: Row[] = await sql<Row>(
        tx,
        `SELECT t.subject_id, t.seq, t.data->'params'->>'seen' AS said, j.record FROM timeline t
         LEFT JOIN judgements j ON j.incident_id = t.subject_id AND j.sha256 = t.data->'params'->>'seen'
         WHERE t.subject_type = 'incident' AND t.type IN ('judged', 'judgement-proposed', 'dismissed')
           AND t.data->'params' ? 'seen' AND ($1::uuid IS NULL OR (t.subject_id, t.seq) > ($1, $2))
         ORDER BY t.subject_id, t.seq LIMIT ${String(PAGE)}`,
        [last?.subject_id ?? null, last?.seq ?? 0],
      );
      for (const row of rows) {
        if (row.record === null || hashOf(row.record) !== row.said) {
          const { subject_id: subjectId, seq } = row;
          const reason = 'record does not match its entry';
          return { checked, firstBroken: { subjectId, seq, reason } };
        }
        checked += 1;
        last = row;
      }
      if (rows.length < PAGE) return { checked };
    }
  },
};
