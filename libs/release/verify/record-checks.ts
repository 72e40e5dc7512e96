import { findClarification } from '#knowledge';
import { readTimeline, sql } from '#platform';
import type { BrokenEntry, RecordCheck, Tx } from '#platform';
import { publicationsOf } from '../publication/publication.repository.js';
import { versionsOf } from '../texts/text.repository.js';
import { firstBrokenEntry } from './as-written.js';
import type { FiledRecord } from './as-written.js';

const PAGE = 200;

/** Every text, what the public is shown of it, and every filed record is as the timeline of its release says. */
const releases: RecordCheck = {
  async run(tx) {
    let checked = 0;
    let last: string | null = null;
    for (;;) {
      const ids: string[] = await releasesAfter(tx, last);
      for (const id of ids) {
        const broken = await brokenIn(tx, id);
        if (broken !== null) return { checked, firstBroken: broken };
        checked += 1;
      }
      last = ids.at(-1) ?? null;
      if (ids.length < PAGE) break;
    }
    const stray = await clarificationNobodyPublished(tx);
    return stray === null ? { checked } : { checked, firstBroken: stray };
  },
};

async function releasesAfter(tx: Tx, last: string | null): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    tx,
    `SELECT subject_id AS id FROM timeline_heads WHERE subject_type = 'release'
       AND ($1::uuid IS NULL OR subject_id > $1) ORDER BY subject_id LIMIT ${String(PAGE)}`,
    [last],
  );
  return rows.map(({ id }) => id);
}

async function brokenIn(tx: Tx, id: string): Promise<BrokenEntry | null> {
  const seq = firstBrokenEntry({
    entries: await readTimeline(tx, id),
    texts: await versionsOf(tx, id),
    publications: await publicationsOf(tx, id),
    records: await sql<FiledRecord>(
      tx,
      'SELECT record, sha256 FROM release_records WHERE release_id = $1',
      [id],
    ),
    clarification: await findClarification(tx, id),
  });
  return seq === null ? null : { subjectId: id, seq, reason: 'text does not match its entry' };
}

/** An answer that says it went out by a release, and no release has let it out, has been put in. */
async function clarificationNobodyPublished(tx: Tx): Promise<BrokenEntry | null> {
  const [row] = await sql<{ id: string }>(
    tx,
    `SELECT c.id FROM clarifications c WHERE (c.origin = 'release' OR c.public) AND NOT EXISTS (
       SELECT 1 FROM timeline t WHERE t.subject_id = c.id AND t.subject_type = 'release' AND t.type = 'published')
     ORDER BY c.id LIMIT 1`,
  );
  return row === undefined
    ? null
    : { subjectId: row.id, seq: 1, reason: 'text does not match its entry' };
}

export const releaseRecordChecks: readonly RecordCheck[] = [releases];
