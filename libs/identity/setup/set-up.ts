import { ProblemError } from '#platform';
import type { Tx } from '#platform';
import { record } from '../record.js';
import { createUser } from '../users/create-user.js';
import type { UserEntity } from '../users/user.entity.js';
import { isAnybodyHere } from '../users/users.repository.js';
import { consumeSetupTokens } from './setup-token.js';

export interface FirstAdministrator {
  readonly token: string;
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** Makes the first administrator. The link works once; a refusal leaves it as it was. */
export async function setUp(
  tx: Tx,
  now: number,
  { token, username, name, password }: FirstAdministrator,
): Promise<UserEntity> {
  const valid = await consumeSetupTokens(tx, token, now);
  if (!valid || (await isAnybodyHere(tx))) {
    throw new ProblemError(
      422,
      'setup.token',
      'This link was used already, or is older than a day. A restart of an empty workspace prints a new one.',
    );
  }
  const deed = { at: now, actor: { kind: 'system', id: null } } as const;
  const user = await createUser(tx, deed, { username, name, password, roles: ['admin'] });
  await record(tx, { at: now, actor: { kind: 'user', id: user.id } }, user.id, {
    subjectType: 'user',
    type: 'setup.completed',
    data: { by: 'link' },
  });
  return user;
}
