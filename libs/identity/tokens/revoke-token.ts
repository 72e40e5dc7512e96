import { notFound } from '#platform';
import type { Tx } from '#platform';
import { record } from '../record.js';
import type { Deed } from '../record.js';
import { revoke } from './tokens.repository.js';

/** From now on the token is refused. Somebody else's token does not exist for the asker. */
export async function revokeToken(
  tx: Tx,
  deed: Deed,
  userId: string,
  tokenId: string,
): Promise<void> {
  if (!(await revoke(tx, userId, tokenId, deed.at))) throw notFound('The token');
  await record(tx, deed, userId, {
    subjectType: 'user',
    type: 'token.revoked',
    data: { tokenId },
  });
}
