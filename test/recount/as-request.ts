import { isRole } from '#identity';
import type { RequestActor } from '#identity';
import type { TestUser } from '#testing';

/** Somebody as a request would bring them; what routes ask for is not asked here. */
export const asRequest = ({ id, name, roles, unitId }: TestUser): RequestActor => ({
  ...{
    id,
    username: name,
    name,
    roles: roles.filter(isRole),
    unitId,
    locale: 'zh',
    permissions: [],
    via: 'session',
  },
});
