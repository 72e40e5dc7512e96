import { QueryFailedError } from 'typeorm';
import { ProblemError, notFound, sql } from '#platform';
import type { Tx } from '#platform';
import { UserEntity } from './user.entity.js';

export const findUser = (tx: Tx, id: string): Promise<UserEntity | null> =>
  tx.findOneBy(UserEntity, { id });

/** Case does not matter in user names. */
export const findByUsername = (tx: Tx, username: string): Promise<UserEntity | null> =>
  tx
    .createQueryBuilder(UserEntity, 'u')
    .where('lower(u.username) = lower(:username)', { username })
    .getOne();

export const isAnybodyHere = async (tx: Tx): Promise<boolean> => tx.exists(UserEntity);

/** Adds a user. A user name that is taken is a 409 `user.exists`. */
export async function insertUser(tx: Tx, user: UserEntity): Promise<void> {
  try {
    await tx.insert(UserEntity, user);
  } catch (error) {
    if (isUsernameTaken(error)) {
      throw new ProblemError(409, 'user.exists', 'Somebody already has this user name.');
    }
    throw error;
  }
}

function isUsernameTaken(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { constraint } = error.driverError as { constraint?: unknown };
  return constraint === 'users_username';
}

/**
 * Locks a user together with every active administrator, in the order of their ids: so two administrators who take
 * the role from each other at the same moment do it one after the other, and the second is refused.
 */
export async function lockWithAdmins(
  tx: Tx,
  id: string,
): Promise<{ user: UserEntity; otherAdmins: number }> {
  const locked = await sql<{ id: string; is_admin: boolean }>(
    tx,
    `SELECT id, disabled_at IS NULL AND 'admin' = ANY(roles) AS is_admin FROM users
     WHERE id = $1 OR (disabled_at IS NULL AND roles @> '{admin}')
     ORDER BY id FOR NO KEY UPDATE`,
    [id],
  );
  const user = await findUser(tx, id);
  if (user === null) throw notFound('The user');
  return { user, otherAdmins: locked.filter((row) => row.is_admin && row.id !== id).length };
}
