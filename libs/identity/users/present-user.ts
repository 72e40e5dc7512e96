import type { UserEntity } from './user.entity.js';

/** What colleagues may know of each other. */
export const asColleague = (user: UserEntity) => ({
  id: user.id,
  username: user.username,
  name: user.name,
  roles: user.roles,
  unitId: user.unitId,
  disabled: user.disabledAt !== null,
});

/** What administrators see besides. */
export const asManaged = (user: UserEntity) => ({
  ...asColleague(user),
  isUnitLead: user.isUnitLead,
  contacts: user.contacts,
  locale: user.locale,
  createdAt: user.createdAt.toISOString(),
});
