import { ProblemError, invalid } from '#platform';
import type { Tx } from '#platform';
import { hashPassword } from '../access/passwords.js';
import type { Contact } from '../core/contacts.js';
import type { Locale } from '../core/locales.js';
import { passwordProblem } from '../core/password-rule.js';
import type { Role } from '../core/roles.js';
import { userProblems } from '../core/user-rules.js';
import { record } from '../record.js';
import type { Deed } from '../record.js';
import { endSessionsOf } from '../sessions/session-store.js';
import { requireUnit } from '../units/units.repository.js';
import { UserEntity } from './user.entity.js';
import { lockWithAdmins } from './users.repository.js';

/** What to change; what is left out stays as it is. */
export interface UserChanges {
  readonly name?: string;
  readonly roles?: readonly Role[];
  readonly unitId?: string | null;
  readonly isUnitLead?: boolean;
  readonly contacts?: readonly Contact[];
  readonly locale?: Locale;
  readonly disabled?: boolean;
  readonly password?: string;
}

/** Changes a user. A new password and disabling both sign the user out everywhere. */
export async function updateUser(
  tx: Tx,
  deed: Deed,
  id: string,
  changes: UserChanges,
): Promise<UserEntity> {
  const { user, otherAdmins } = await lockWithAdmins(tx, id);
  rejectWrongFields(user, changes);
  await requireUnit(tx, changes.unitId, 'unitId');
  const wasAdmin = isActiveAdmin(user);
  const before = describe(user);
  apply(user, changes, deed.at);
  if (wasAdmin && !isActiveAdmin(user) && otherAdmins === 0) throw lastAdmin();
  if (changes.password !== undefined) user.passwordHash = await hashPassword(changes.password);
  await tx.save(UserEntity, user, { transaction: false });
  if (changes.password !== undefined || user.disabledAt !== null) await endSessionsOf(tx, id);
  await recordChange(tx, deed, user, { before, after: describe(user) });
  return user;
}

function rejectWrongFields(user: UserEntity, changes: UserChanges): void {
  const weak =
    changes.password === undefined ? null : passwordProblem(changes.password, user.username);
  const problems = [
    ...userProblems(changes),
    ...(weak === null ? [] : [{ path: 'password', message: weak }]),
  ];
  if (problems.length > 0) throw invalid(problems);
}

const isActiveAdmin = (user: UserEntity): boolean =>
  user.disabledAt === null && user.roles.includes('admin');

const lastAdmin = (): ProblemError =>
  new ProblemError(
    422,
    'user.last-admin',
    'This is the last active administrator. Make somebody else administrator first.',
  );

function apply(user: UserEntity, changes: UserChanges, now: number): void {
  const { name, roles, unitId, isUnitLead, contacts, locale, disabled } = changes;
  if (name !== undefined) user.name = name.trim();
  if (roles !== undefined) user.roles = [...new Set(roles)];
  if (unitId !== undefined) user.unitId = unitId;
  if (isUnitLead !== undefined) user.isUnitLead = isUnitLead;
  if (contacts !== undefined) user.contacts = [...contacts];
  if (locale !== undefined) user.locale = locale;
  if (disabled === true) user.disabledAt ??= new Date(now);
  if (disabled === false) user.disabledAt = null;
}

/** A user field by field, each as a text that can be compared. */
const describe = (user: UserEntity): Readonly<Record<keyof UserChanges, string>> => ({
  name: user.name,
  roles: user.roles.join(),
  unitId: user.unitId ?? '',
  isUnitLead: String(user.isUnitLead),
  contacts: JSON.stringify(user.contacts),
  locale: user.locale,
  disabled: String(user.disabledAt !== null),
  password: user.passwordHash,
});

type Description = ReturnType<typeof describe>;

/** Every changed field is named; its value stands there only where it says nothing personal. */
async function recordChange(
  tx: Tx,
  deed: Deed,
  user: UserEntity,
  { before, after }: { before: Description; after: Description },
): Promise<void> {
  const fields = Object.keys(after) as (keyof UserChanges)[];
  const changed = fields.filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return;
  const values = {
    roles: user.roles,
    unitId: user.unitId,
    isUnitLead: user.isUnitLead,
    locale: user.locale,
    disabled: user.disabledAt !== null,
  };
  const told = Object.entries(values).filter(([field]) => changed.some((name) => name === field));
  await record(tx, deed, user.id, {
    subjectType: 'user',
    type: 'user.changed',
    data: { changed, ...Object.fromEntries(told) },
  });
}
