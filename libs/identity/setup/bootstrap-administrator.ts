import { sql } from '#platform';
import type { Tx } from '#platform';
import { BOOTSTRAP_PASSWORD_MIN } from '../core/password-rule.js';
import { USERNAME, USERNAME_RULE } from '../core/user-rules.js';
import { record } from '../record.js';
import type { Deed } from '../record.js';
import { createUser } from '../users/create-user.js';
import { isAnybodyHere } from '../users/users.repository.js';

/**
 * Makes the administrator that the environment asks for, if there is no user yet. Several processes may start at
 * once, so they take turns. Throws an Error that says what is wrong with the settings.
 */
export async function bootstrapAdministrator(
  tx: Tx,
  deed: Deed,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<void> {
  await sql(tx, "SELECT pg_advisory_xact_lock(hashtext('mingbian.first-user'))");
  if (await isAnybodyHere(tx)) return;
  if (!USERNAME.test(username)) throw new Error(`MINGBIAN_BOOTSTRAP_USER: ${USERNAME_RULE.en}`);
  if (password.length < BOOTSTRAP_PASSWORD_MIN) {
    throw new Error(
      `MINGBIAN_BOOTSTRAP_PASSWORD: must be at least ${BOOTSTRAP_PASSWORD_MIN} characters`,
    );
  }
  const input = { username, password, name: username, roles: ['admin'] } as const;
  const user = await createUser(tx, deed, input, { anyPassword: true });
  await sql(tx, 'DELETE FROM setup_tokens');
  await record(tx, deed, user.id, {
    subjectType: 'user',
    type: 'setup.completed',
    data: { by: 'environment' },
  });
}
