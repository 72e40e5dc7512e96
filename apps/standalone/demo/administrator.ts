import { randomBytes } from 'node:crypto';
import { createUser, deedOfSystem } from '#identity';
import type { Clock, Tx } from '#platform';

/** Somebody who runs the workspace: the demo signs in by one click, so nobody needs the password. */
export async function makeAdministrator(tx: Tx, clock: Clock): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  await createUser(tx, deedOfSystem(clock), {
    username: 'admin',
    name: '管理员',
    password,
    roles: ['admin'],
  });
}
