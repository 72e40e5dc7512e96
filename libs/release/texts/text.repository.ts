import { hashOf, sql } from '#platform';
import type { Tx } from '#platform';

/** A text as it would be read. */
export interface ReleaseText {
  readonly title: string;
  readonly body: string;
}

export interface TextVersion extends ReleaseText {
  readonly version: number;
  readonly sha256: string;
  readonly redacted: Readonly<Record<string, number>>;
  readonly writtenBy: string;
  readonly writtenAt: Date;
}

/** SHA-256 of the exact title and body, in canonical JSON (RFC 8785): what the timeline holds of a text. */
export const hashOfText = ({ title, body }: ReleaseText): string => hashOf({ title, body });

const COLUMNS =
  'version, title, body, sha256, redacted, written_by AS "writtenBy", written_at AS "writtenAt"';

/** Every version, oldest first. */
export const versionsOf = (tx: Tx, releaseId: string): Promise<TextVersion[]> =>
  sql<TextVersion>(
    tx,
    `SELECT ${COLUMNS} FROM release_versions WHERE release_id = $1 ORDER BY version`,
    [releaseId],
  );

export async function versionOf(
  tx: Tx,
  releaseId: string,
  version: number | null,
): Promise<TextVersion | null> {
  const [row] = await sql<TextVersion>(
    tx,
    `SELECT ${COLUMNS} FROM release_versions WHERE release_id = $1 AND version = $2`,
    [releaseId, version],
  );
  return row ?? null;
}

/** The number of the newest version ever written: a dropped correction used one up. */
export async function lastVersion(tx: Tx, releaseId: string): Promise<number> {
  const [row] = await sql<{ last: number | null }>(
    tx,
    'SELECT max(version) AS last FROM release_versions WHERE release_id = $1',
    [releaseId],
  );
  return row?.last ?? 0;
}

export async function addVersion(
  tx: Tx,
  releaseId: string,
  { version, title, body, sha256, redacted, writtenBy, writtenAt }: TextVersion,
): Promise<void> {
  await sql(
    tx,
    `INSERT INTO release_versions (release_id, version, title, body, sha256, redacted, written_by, written_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [releaseId, version, title, body, sha256, JSON.stringify(redacted), writtenBy, writtenAt],
  );
}
