import type { AuditEntry } from '../../../api/audit';
import { ROLES, type Role } from '../../../api/types';
import type { AdminText } from '../text';

type Data = AuditEntry['data'];

const CHANGED = [
  'name',
  'roles',
  'unitId',
  'isUnitLead',
  'contacts',
  'locale',
  'password',
  'disabled',
  'parentId',
  'isDutyOffice',
] as const;

export interface Teller {
  readonly t: AdminText;
  readonly role: (role: Role) => string;
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What was done to a user or a unit, in words; null for entries of other subjects. */
export function identitySentence(
  { type, data }: Pick<AuditEntry, 'type' | 'data'>,
  { t, role }: Teller,
): string | null {
  switch (type) {
    case 'user.created':
      return t('did.user.created', { roles: rolesIn(data).map(role).join(t('join')) });
    case 'user.changed':
      return userChange(data, t);
    case 'user.sign-in-slowed':
      return t('did.user.sign-in-slowed', { count: Number(data['failures']) });
    case 'setup.completed':
      return t('did.setup.completed');
    case 'token.created':
      return t('did.token.created');
    case 'token.revoked':
      return t('did.token.revoked');
    case 'unit.created':
      return t('did.unit.created', { code: String(data['code']) });
    case 'unit.changed':
      return t('did.unit.changed', { fields: fieldsIn(Object.keys(data), t) });
    default:
      return null;
  }
}

/** Ending and restoring an account are acts of their own, however they are stored. */
function userChange(data: Data, t: AdminText): string {
  const changed = listed(data['changed']);
  if (changed.length === 1 && changed[0] === 'disabled') {
    return t(data['disabled'] === true ? 'did.user.disabled' : 'did.user.enabled');
  }
  return t('did.user.changed', { fields: fieldsIn(changed, t) });
}

const rolesIn = (data: Data): readonly Role[] =>
  listed(data['roles']).flatMap((name) => ROLES.find((role) => role === name) ?? []);

/** A field that this client does not know stands for itself. */
function fieldsIn(names: readonly unknown[], t: AdminText): string {
  return names
    .map((name) => {
      const known = CHANGED.find((field) => field === name);
      return known ? t(`changed.${known}`) : String(name);
    })
    .join(t('join'));
}
