import { isRole } from '#identity';
import { sql } from '#platform';
import type { Tx } from '#platform';
import { maySee } from '../sight/sight.js';

/** Of these people, the active ones who may know of the incident. */
export async function whoSees(
  tx: Tx,
  incidentId: string,
  userIds: readonly string[],
): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const people = await sql<{ id: string; roles: string[]; unitId: string | null }>(
    tx,
    'SELECT id, roles, unit_id AS "unitId" FROM users WHERE id = ANY($1) AND disabled_at IS NULL',
    [userIds],
  );
  const seeing = new Set<string>();
  for (const { id, roles, unitId } of people)
    if (await maySee(tx, incidentId, { id, roles: roles.filter(isRole), unitId })) seeing.add(id);
  return seeing;
}
