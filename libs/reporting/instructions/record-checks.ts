import { sql } from '#platform';
import type { RecordCheck } from '#platform';

/** What pages show of an instruction, beside what its timeline says that was given and reported. */
const COMPARED = `
  (SELECT id, state FROM subjects WHERE type = 'instruction') s FULL JOIN instructions i ON i.id = s.id
  LEFT JOIN LATERAL (SELECT data->'params'->>'text' AS text FROM timeline
    WHERE subject_id = s.id AND type = 'given' ORDER BY seq LIMIT 1) given ON true
  LEFT JOIN LATERAL (SELECT data->'params'->>'result' AS result FROM timeline
    WHERE subject_id = s.id AND type = 'done' ORDER BY seq DESC LIMIT 1) done ON true`;

/** Every instruction says what the leader wrote and what the unit reported last, and stands where its rules left it. */
const instructions: RecordCheck = {
  async run(tx) {
    const [counted] = await sql<{ checked: number }>(
      tx,
      'SELECT count(*)::int AS checked FROM instructions',
    );
    const [broken] = await sql<{ id: string }>(
      tx,
      `SELECT coalesce(s.id, i.id) AS id FROM ${COMPARED}
       WHERE s.id IS NULL OR i.id IS NULL OR i.state <> s.state
         OR i.text IS DISTINCT FROM given.text OR i.result IS DISTINCT FROM done.result
       ORDER BY 1 LIMIT 1`,
    );
    const checked = counted?.checked ?? 0;
    if (broken === undefined) return { checked };
    return {
      checked,
      firstBroken: { subjectId: broken.id, seq: 1, reason: 'text does not match its entry' },
    };
  },
};

export const instructionRecordChecks: readonly RecordCheck[] = [instructions];
