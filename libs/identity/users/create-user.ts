import { invalid, newId } from '#platform';
import type { Tx } from '#platform';
import { hashPassword } from '../access/passwords.js';
import type { Contact } from '../core/contacts.js';
import type { Locale } from '../core/locales.js';
import { passwordProblem } from '../core/password-rule.js';
import type { Role } from '../core/roles.js';
import { userProblems } from '../core/user-rules.js';
import { record } from '../record.js';
import type { Deed } from '../record.js';
import { requireUnit } from '../units/units.repository.js';
import { UserEntity } from './user.entity.js';
import { insertUser } from './users.repository.js';

export interface NewUser {
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly unitId?: string | null;
  readonly isUnitLead?: boolean;
  readonly contacts?: readonly Contact[];
  readonly locale?: Locale;
}

interface Leniency {
  /** The password comes from the operator's environment, so its rule was applied elsewhere. */
  readonly anyPassword?: boolean;
}

/** Adds a user. Throws 400 with every field that breaks a rule, 409 `user.exists` for a name that is taken. */
export async function createUser(
  tx: Tx,
  deed: Deed,
  input: NewUser,
  { anyPassword = false }: Leniency = {},
): Promise<UserEntity> {
  const weak = anyPassword ? null : passwordProblem(input.password, input.username);
  const problems = [
    ...userProblems(input),
    ...(weak === null ? [] : [{ path: 'password', message: weak }]),
  ];
  if (problems.length > 0) throw invalid(problems);
  await requireUnit(tx, input.unitId, 'unitId');
  const user = await toUser(input, deed.at);
  await insertUser(tx, user);
  await record(tx, deed, user.id, {
    subjectType: 'user',
    type: 'user.created',
    data: { roles: user.roles, unitId: user.unitId, isUnitLead: user.isUnitLead },
  });
  return user;
}

async function toUser(input: NewUser, now: number): Promise<UserEntity> {
  return Object.assign(new UserEntity(), {
    id: newId(),
    username: input.username,
    name: input.name.trim(),
    passwordHash: await hashPassword(input.password),
    roles: [...new Set(input.roles)],
    unitId: input.unitId ?? null,
    isUnitLead: input.isUnitLead ?? false,
    contacts: [...(input.contacts ?? [])],
    locale: input.locale ?? 'zh',
    disabledAt: null,
    createdAt: new Date(now),
  });
}
