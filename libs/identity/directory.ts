import { Injectable } from '@nestjs/common';
import { sql } from '#platform';
import type { Tx } from '#platform';
import type { Contact } from './core/contacts.js';
import type { Locale } from './core/locales.js';
import { isRole } from './core/roles.js';
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

  /** The language that somebody reads. */
  async localeOf(tx: Tx, id: string): Promise<Locale> {
    const [row] = await sql<{ locale: Locale }>(tx, 'SELECT locale FROM users WHERE id = $1', [id]);
    return row?.locale ?? 'zh';
  }

  /** Of these people, the active ones with a contact to which a message can be sent. */
  async withContact(tx: Tx, ids: readonly string[]): Promise<string[]> {
    return idsWhere(
      tx,
      `id = ANY($1) AND EXISTS (SELECT 1 FROM jsonb_array_elements(contacts) c
         WHERE c->>'channel' NOT IN ('app', 'phone'))`,
      [ids],
    );
  }

  /** How active people are reached, and in which language, by id. */
  async reach(
    tx: Tx,
    ids: readonly string[],
  ): Promise<Map<string, { readonly locale: Locale; readonly contacts: readonly Contact[] }>> {
    const rows = await sql<{ id: string; locale: Locale; contacts: Contact[] }>(
      tx,
      'SELECT id, locale, contacts FROM users WHERE id = ANY($1) AND disabled_at IS NULL',
      [ids],
    );
    return new Map(rows.map(({ id, locale, contacts }) => [id, { locale, contacts }]));
  }

  /** What an active person is in the office; null for nobody we know. */
  async placeOf(
    tx: Tx,
    id: string,
  ): Promise<{ readonly roles: readonly Role[]; readonly unitId: string | null } | null> {
    const [row] = await sql<{ roles: string[]; unit_id: string | null }>(
      tx,
      'SELECT roles, unit_id FROM users WHERE id = $1 AND disabled_at IS NULL',
      [id],
    );
    return row === undefined ? null : { roles: row.roles.filter(isRole), unitId: row.unit_id };
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
