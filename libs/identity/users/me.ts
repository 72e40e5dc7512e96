import { notFound, sql } from '#platform';
import type { Tx } from '#platform';
import { toLocale } from '../access/find-actor.js';
import { permissionsOf } from '../core/permissions.js';
import type { Permission } from '../core/permissions.js';
import { isRole } from '../core/roles.js';
import { ACCOUNT_COLUMNS } from '../sessions/session-store.js';
import type { AccountRow } from '../sessions/session-store.js';
import type { MeResponse } from './me.dto.js';

interface MeRow extends AccountRow {
  readonly unit_name: string | null;
}

/** How somebody sees themselves. `permissions` narrows what the roles give: that of a token. */
export async function describeMe(
  tx: Tx,
  userId: string,
  permissions?: readonly Permission[],
): Promise<MeResponse> {
  const [row] = await sql<MeRow>(
    tx,
    `SELECT ${ACCOUNT_COLUMNS}, n.name AS unit_name
     FROM users u LEFT JOIN units n ON n.id = u.unit_id WHERE u.id = $1`,
    [userId],
  );
  if (row === undefined) throw notFound('The user');
  const roles = row.roles.filter(isRole);
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    roles,
    unit:
      row.unit_id === null || row.unit_name === null
        ? null
        : { id: row.unit_id, name: row.unit_name },
    permissions: [...(permissions ?? permissionsOf(roles))],
    locale: toLocale(row.locale),
  };
}
