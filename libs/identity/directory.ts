import { Injectable } from '@nestjs/common';
import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Role } from './core/roles.js';

interface UnitCircle {
  readonly role?: Role;
  readonly leadOnly?: boolean;
}

/** Who is who, for the other rooms. Finds active people only, in the order in which they joined. */
@Injectable()
export class Directory {
  usersByRole(tx: Tx, role: Role): Promise<string[]> {
    return idsWhere(tx, 'roles @> ARRAY[$1]', [role]);
  }

  /** By user name (in any case) or by id. */
  usersByUsername(tx: Tx, names: readonly string[]): Promise<string[]> {
    const wanted = names.map((name) => name.toLowerCase());
    return idsWhere(tx, '(lower(username) = ANY($1) OR id::text = ANY($1))', [wanted]);
  }

  usersInUnit(
    tx: Tx,
    unitId: string,
    { role, leadOnly = false }: UnitCircle = {},
  ): Promise<string[]> {
    return idsWhere(
      tx,
      'unit_id = $1 AND ($2::text IS NULL OR roles @> ARRAY[$2]) AND (is_unit_lead OR NOT $3)',
      [unitId, role ?? null, leadOnly],
    );
  }

  /** Names by id, of people who have left too: the record goes on naming them. */
  async names(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await sql<{ id: string; name: string }>(
      tx,
      'SELECT id, name FROM users WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async unitNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await sql<{ id: string; name: string }>(
      tx,
      'SELECT id, name FROM units WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Telephone numbers at work by id, of those who gave one: whom to call on the duty desk. */
  async phones(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await sql<{ id: string; phone: string }>(
      tx,
      `SELECT id, jsonb_path_query_first(contacts, '$[*] ? (@.channel == "phone").address') #>> '{}' AS phone
       FROM users WHERE id = ANY($1) AND disabled_at IS NULL
         AND contacts @> '[{"channel": "phone"}]'`,
      [ids],
    );
    return new Map(rows.map(({ id, phone }) => [id, phone]));
  }
}

async function idsWhere(
  tx: Tx,
  condition: string,
  parameters: readonly unknown[],
): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    tx,
    `SELECT id FROM users WHERE disabled_at IS NULL AND ${condition} ORDER BY id`,
    parameters,
  );
  return rows.map(({ id }) => id);
}
