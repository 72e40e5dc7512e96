import { pageOf, readCursor } from '#platform';
import type { Page, Tx } from '#platform';
import { UserEntity } from './user.entity.js';

interface UserFilter {
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
}

/** Users in the order of their user names. */
export async function listUsers(
  tx: Tx,
  { limit, cursor, q }: UserFilter,
): Promise<Page<UserEntity>> {
  const [after] = readCursor(cursor, 1) ?? [];
  const query = tx
    .createQueryBuilder(UserEntity, 'u')
    .orderBy('lower(u.username)')
    .limit(limit + 1);
  if (after !== undefined) query.andWhere('lower(u.username) > lower(:after)', { after });
  if (q !== undefined) {
    query.andWhere('strpos(lower(u.name || chr(10) || u.username), lower(:q)) > 0', { q });
  }
  return pageOf(await query.getMany(), limit, (user) => [user.username]);
}
