import { isRole } from '#identity';
import type { RequestActor } from '#identity';
import type { Person } from '#replay';

/** Somebody of the demo's staff, as the guards would hand them to a controller. */
export function demoActor(staff: readonly Person[], username: string): RequestActor {
  const person = staff.find((one) => one.username === username);
  if (person === undefined) throw new Error(`nobody is called ${username}`);
  const { id, unitId } = person;
  const roles = person.roles.filter(isRole);
  const permissions = roles.includes('leader') ? (['duty.manage'] as const) : [];
  return { id, username, name: username, roles, unitId, permissions, locale: 'zh', via: 'session' };
}
