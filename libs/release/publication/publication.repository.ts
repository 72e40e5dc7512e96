import { sql } from '#platform';
import type { Tx } from '#platform';

export interface PublishedAt {
  readonly channelId: string;
  readonly channel: string;
  readonly url: string;
}

export interface Publication {
  readonly id: string;
  readonly kind: 'published' | 'corrected' | 'withdrawn';
  readonly version: number;
  readonly links: readonly PublishedAt[];
  readonly reason: string | null;
  readonly captureId: string | null;
  readonly captureText: string | null;
  readonly captureSha256: string | null;
  readonly recordSha256: string | null;
  readonly byId: string;
  readonly at: Date;
}

const COLUMNS = `id, kind, version, links, reason, capture_id AS "captureId", capture_text AS "captureText",
  capture_sha256 AS "captureSha256", record_sha256 AS "recordSha256", by_id AS "byId", at`;

/** Everything that went out of a release, oldest first. */
export const publicationsOf = (tx: Tx, releaseId: string): Promise<Publication[]> =>
  sql<Publication>(
    tx,
    `SELECT ${COLUMNS} FROM release_publications WHERE release_id = $1 ORDER BY at, id`,
    [releaseId],
  );

export async function addPublication(
  tx: Tx,
  releaseId: string,
  publication: Publication,
): Promise<void> {
  const { id, kind, version, links, reason, captureId, captureText, captureSha256 } = publication;
  await sql(
    tx,
    `INSERT INTO release_publications (id, release_id, kind, version, links, reason, capture_id, capture_text,
       capture_sha256, record_sha256, by_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[id, releaseId, kind, version, JSON.stringify(links), reason, captureId, captureText],
      ...[captureSha256, publication.recordSha256, publication.byId, publication.at],
    ],
  );
}
