import type { RequestActor } from '#identity';
import { ROLES } from '#identity';
import type { TestUser } from '#testing';

/** Somebody at the door, signed in. */
export const as = ({ id, name, roles, unitId }: TestUser): RequestActor => ({
  ...{ id, username: name, name, unitId, permissions: [], locale: 'zh', via: 'session' },
  roles: ROLES.filter((role) => roles.includes(role)),
});
