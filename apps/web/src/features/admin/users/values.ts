import type { NewUser, UserChange } from '../../../api/admin-people';
import type { Contact, ContactChannel, User } from '../../../api/people-types';
import type { Role } from '../../../api/types';

/** What is typed about a user; the password is kept apart, so that no draft holds it. */
export interface UserEntry {
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Empty for none. */
  readonly unitId: string;
  readonly isUnitLead: boolean;
  readonly contacts: readonly Contact[];
}

export const BLANK: UserEntry = {
  username: '',
  name: '',
  roles: [],
  unitId: '',
  isUnitLead: false,
  contacts: [],
};

/** The server's own limits (libs/identity/core), asked here too, so that nobody waits to hear them. */
export const CONTACTS_MAX = 10;
const NAME_MAX = 60;
const PASSWORD_MIN = 10;
const PASSWORD_MAX = 200;
const USERNAME = /^[\p{Script=Han}A-Za-z0-9._-]{2,40}$/u;
const PHONE = /^\+?\d[\d -]{3,18}\d$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const entryOf = (user: User): UserEntry => ({
  username: user.username,
  name: user.name,
  roles: user.roles,
  unitId: user.unitId ?? '',
  isUnitLead: user.isUnitLead ?? false,
  contacts: user.contacts ?? [],
});

function detailsOf({ name, roles, unitId, isUnitLead, contacts }: UserEntry) {
  return {
    name: name.trim(),
    roles,
    unitId: unitId === '' ? null : unitId,
    // Without a unit there is none to answer for.
    isUnitLead: unitId !== '' && isUnitLead,
    contacts: contacts.map(({ channel, address }) => ({
      channel,
      address: channel === 'app' ? '' : address.trim(),
    })),
  };
}

export const newUserOf = (entry: UserEntry, password: string): NewUser => ({
  ...detailsOf(entry),
  username: entry.username.trim(),
  password,
});

/** Only what differs: a field that a colleague changed meanwhile is not put back. */
export function changesOf(entry: UserEntry, user: User): UserChange {
  const before: Readonly<Record<string, unknown>> = detailsOf(entryOf(user));
  const differs = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(before[name]);
  return Object.fromEntries(Object.entries(detailsOf(entry)).filter(differs));
}

export type Wrong =
  | 'wrong.name'
  | 'wrong.username'
  | 'wrong.password'
  | 'wrong.password.same'
  | 'wrong.roles'
  | 'wrong.phone'
  | 'wrong.email'
  | 'wrong.address';

type WrongFields = Readonly<Partial<Record<string, Wrong>>>;

/** What is wrong with the details, by path. */
export function wrongDetails({ name, roles, contacts }: UserEntry): WrongFields {
  const found: Record<string, Wrong> = {};
  if (name.trim() === '' || name.trim().length > NAME_MAX) found['name'] = 'wrong.name';
  if (roles.length === 0) found['roles'] = 'wrong.roles';
  contacts.forEach(({ channel, address }, index) => {
    const wrong = wrongAddress(channel, address.trim());
    if (wrong !== null) found[`contacts.${String(index)}.address`] = wrong;
  });
  return found;
}

function wrongAddress(channel: ContactChannel, address: string): Wrong | null {
  switch (channel) {
    case 'phone':
    case 'sms':
      return PHONE.test(address) ? null : 'wrong.phone';
    case 'email':
      return EMAIL.test(address) ? null : 'wrong.email';
    case 'wecom':
    case 'dingtalk':
    case 'feishu':
    case 'webhook':
      return address === '' ? 'wrong.address' : null;
    case 'app':
      return null;
  }
}

export function wrongUsername(username: string): Wrong | null {
  return USERNAME.test(username.trim()) ? null : 'wrong.username';
}

export function wrongPassword(password: string, username: string): Wrong | null {
  const length = Array.from(password).length;
  if (length < PASSWORD_MIN || length > PASSWORD_MAX) return 'wrong.password';
  const isSame = password.toLowerCase() === username.trim().toLowerCase();
  return isSame ? 'wrong.password.same' : null;
}
