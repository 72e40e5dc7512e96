import { isRole } from '#identity';
import type { RequestActor } from '#identity';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly unitId: string | null;
}

/** Somebody as the guards would hand them to a controller. */
export const as = ({ id, name, roles, unitId }: Person): RequestActor => ({
  ...{ id, name, unitId, roles: roles.filter(isRole), username: name },
  permissions: roles.includes('leader') ? ['duty.manage'] : [],
  ...{ locale: 'zh', via: 'session' },
});
