import type { Tx } from '#platform';
import { LOCALES } from '../core/locales.js';
import type { Locale } from '../core/locales.js';
import { permissionsOf, permissionsOfToken } from '../core/permissions.js';
import type { Permission } from '../core/permissions.js';
import { isRole } from '../core/roles.js';
import { resumeSession } from '../sessions/session-store.js';
import type { AccountRow } from '../sessions/session-store.js';
import { findTokenAccount } from '../tokens/token-account.js';
import type { RequestActor } from './actor.js';
import { sessionCookieIn } from './session-cookie.js';

interface Credentials {
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
}

/** The token of an `Authorization: Bearer` header. */
export const bearerIn = (authorization: string | undefined): string | null =>
  /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;

/** Who sends these credentials; null when nobody we know. A token goes before a cookie. */
export async function findActor(
  tx: Tx,
  credentials: Credentials,
  now: number,
): Promise<RequestActor | null> {
  const token = bearerIn(credentials.authorization);
  if (token !== null) {
    const row = await findTokenAccount(tx, token, now);
    const roles = row?.roles.filter(isRole) ?? [];
    return row && toActor(row, permissionsOfToken(row.permissions, roles), 'token');
  }
  const secret = sessionCookieIn(credentials.cookie);
  const row = secret === null ? null : await resumeSession(tx, secret, now);
  return row && toActor(row, permissionsOf(row.roles.filter(isRole)), 'session');
}

const toActor = (
  row: AccountRow,
  permissions: readonly Permission[],
  via: RequestActor['via'],
): RequestActor => ({
  id: row.id,
  username: row.username,
  name: row.name,
  roles: row.roles.filter(isRole),
  unitId: row.unit_id,
  permissions,
  locale: toLocale(row.locale),
  via,
});

export const toLocale = (text: string): Locale =>
  LOCALES.find((locale) => locale === text) ?? LOCALES[0];
