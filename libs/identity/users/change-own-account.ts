import type { Tx } from '#platform';
import type { Locale } from '../core/locales.js';
import type { Deed } from '../record.js';
import { beginSession } from '../sessions/session-store.js';
import { updateUser } from './update-user.js';

interface OwnChanges {
  readonly locale?: Locale;
  /** The caller has made sure that the present password is known. */
  readonly password?: string;
}

/** Changes one's own account. A new password ends every session; the answer is the secret of a fresh one. */
export async function changeOwnAccount(
  tx: Tx,
  deed: Deed,
  userId: string,
  changes: OwnChanges,
): Promise<{ secret: string | null }> {
  await updateUser(tx, deed, userId, changes);
  const renewed = changes.password !== undefined;
  return { secret: renewed ? await beginSession(tx, userId, deed.at) : null };
}
