import { isId, sql } from '#platform';
import type { Tx } from '#platform';

export interface AttachedFile {
  readonly id: string;
  readonly incidentId: string;
  readonly name: string;
  readonly sha256: string;
}

/** Files of incidents by id; what does not exist is missing. */
export async function filesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AttachedFile>> {
  const rows = await sql<AttachedFile>(
    tx,
    'SELECT id, incident_id AS "incidentId", name, sha256 FROM attachments WHERE id = ANY($1::uuid[])',
    [ids.filter(isId)],
  );
  return new Map(rows.map((file) => [file.id, file]));
}
