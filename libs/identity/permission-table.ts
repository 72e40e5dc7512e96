import type { Route } from './access/routes.js';
import { mayDo } from './core/permissions.js';
import { ROLES, ROLE_WORDS } from './core/roles.js';
import type { Role } from './core/roles.js';

/** Whether somebody with only this role gets through the door of this route. */
const isOpenTo = (role: Role, { access }: Route): boolean =>
  access === 'public' || mayDo(role, access);

/** The table of `docs/permissions.md`: route × role. */
export function permissionTable(routes: readonly Route[]): string {
  const head = ['route', 'needs', ...ROLES.map((role) => `${ROLE_WORDS[role].zh} ${role}`)];
  const rows = routes.map((route) => [
    `\`${route.method} ${route.path}\``,
    route.access,
    ...ROLES.map((role) => (isOpenTo(role, route) ? '✓' : '')),
  ]);
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}
