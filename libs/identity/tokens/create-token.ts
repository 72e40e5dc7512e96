import { ProblemError, invalid, newId } from '#platform';
import type { Tx } from '#platform';
import type { RequestActor } from '../access/actor.js';
import { newSecret, secretHash } from '../access/secrets.js';
import type { Permission } from '../core/permissions.js';
import { record } from '../record.js';
import type { Deed } from '../record.js';
import { insertToken } from './tokens.repository.js';
import type { Token } from './tokens.repository.js';

/** Makes our tokens easy to recognise for scanners that look for leaked secrets. */
const PREFIX = 'mbt_';

export interface NewToken {
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly expiresAt: Date;
}

/** Makes a token for its owner, and answers the secret: the only time that anybody sees it. */
export async function createToken(
  tx: Tx,
  deed: Deed,
  owner: RequestActor,
  { name, permissions, expiresAt }: NewToken,
): Promise<{ token: Token; secret: string }> {
  if (!(expiresAt.getTime() > deed.at)) {
    throw invalid([
      { path: 'expiresAt', message: { zh: '应为将来的时间', en: 'must be a time in the future' } },
    ]);
  }
  requireHeld(owner, permissions);
  const secret = newSecret(PREFIX);
  const token: Token = {
    id: newId(),
    name: name.trim(),
    permissions: [...new Set(permissions)],
    createdAt: new Date(deed.at),
    expiresAt,
  };
  await insertToken(tx, token, { userId: owner.id, secretHash: secretHash(secret) });
  await record(tx, deed, owner.id, {
    subjectType: 'user',
    type: 'token.created',
    data: { tokenId: token.id, permissions: token.permissions, expiresAt },
  });
  return { token, secret };
}

/** Nobody hands on more than they hold; so a token cannot make itself a stronger one either. */
function requireHeld(owner: RequestActor, permissions: readonly Permission[]): void {
  const missing = permissions.filter((permission) => !owner.permissions.includes(permission));
  if (missing.length === 0) return;
  throw new ProblemError(
    422,
    'token.permission',
    `You do not have these permissions yourself: ${missing.join(', ')}.`,
    { errors: [{ path: 'permissions', message: 'must be among your own' }] },
  );
}
