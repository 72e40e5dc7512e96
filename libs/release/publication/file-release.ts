import { hashOf, readTimeline, sql } from '#platform';
import type { Given, Prepared } from '../commands/prepared.js';
import { versionsOf } from '../texts/text.repository.js';
import { publicationsOf } from './publication.repository.js';

/** The release with all its texts, reviews and publications, as it is filed: anybody can compute its hash again. */
export async function prepareFiling({ tx, loaded, now }: Given): Promise<Prepared> {
  const { id, facts, version } = loaded.subject;
  const timeline = await readTimeline(tx, id);
  const record = asJson({
    release: { id, facts },
    texts: await versionsOf(tx, id),
    publications: await publicationsOf(tx, id),
    timeline: timeline.map(({ seq, at, type, hash }) => ({ seq, at: new Date(at), type, hash })),
    filedAt: new Date(now),
  });
  const recordSha256 = hashOf(record);
  return {
    params: { recordSha256 },
    write: async () => {
      await sql(
        tx,
        'INSERT INTO release_records (release_id, version, record, sha256, filed_at) VALUES ($1, $2, $3, $4, $5)',
        [id, version + 1, JSON.stringify(record), recordSha256, new Date(now)],
      );
    },
  };
}

/** As jsonb will give it back: dates as text. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
