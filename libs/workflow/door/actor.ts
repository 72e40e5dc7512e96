import type { RequestActor } from '#identity';
import type { Actor } from '../core/index.js';

/** The signed-in person as the rules see them. */
export const actorOf = ({ id, roles, unitId }: RequestActor): Actor & { readonly id: string } => ({
  kind: 'user',
  id,
  roles,
  unitId,
});
