import { UnitEntity } from './units/unit.entity.js';
import { UserEntity } from './users/user.entity.js';

export { CurrentUser, Public, Requires } from './access/access.decorators.js';
export type { ActorRequest, RequestActor } from './access/actor.js';
export { newSecret, secretHash } from './access/secrets.js';
export { findActor } from './access/find-actor.js';
export { collectRoutes } from './access/routes.js';
export type { Route } from './access/routes.js';
export type { Locale } from './core/locales.js';
export type { Permission } from './core/permissions.js';
export { ROLES, isRole } from './core/roles.js';
export type { Role } from './core/roles.js';
export { DemoModule } from './demo/demo.module.js';
export { Directory } from './directory.js';
export { IdentityModule } from './identity.module.js';
export { Identity1700000000002 } from './migrations/1700000000002-identity.js';
export { permissionTable } from './permission-table.js';
export { deedOfSystem } from './record.js';
export type { Deed } from './record.js';
export { trimSessions } from './sessions/session-store.js';
export { bootstrapAdministrator } from './setup/bootstrap-administrator.js';
export { issueSetupToken, setupLink } from './setup/setup-token.js';
export { seedUnits } from './units/seed-units.js';
export type { DeclaredUnit } from './units/seed-units.js';
export { createUser } from './users/create-user.js';
export type { NewUser } from './users/create-user.js';

export const identityEntities = [UserEntity, UnitEntity];
