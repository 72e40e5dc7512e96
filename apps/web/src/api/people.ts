import { useQuery } from '@tanstack/react-query';
import { call } from './client';
import type { OrganisationUnit, User } from './people-types';
import type { Page } from './types';

/** An office has hundreds of people at most; this is the most that one answer carries. */
const AT_ONCE = 200;
const STALE_AFTER = 5 * 60_000;

/** Every page of a list, one after the other. */
async function all<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const { items: more, nextCursor } = await page(cursor);
    items.push(...more);
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

const from = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

const usersQuery = {
  queryKey: ['users'] as const,
  queryFn: () =>
    all<User>((cursor) => call('GET /users', { query: { limit: AT_ONCE, ...from(cursor) } })),
  staleTime: STALE_AFTER,
};

const unitsQuery = {
  queryKey: ['units'] as const,
  queryFn: () =>
    all<OrganisationUnit>((cursor) =>
      call('GET /units', { query: { limit: AT_ONCE, ...from(cursor) } }),
    ),
  staleTime: STALE_AFTER,
};

export function useUsers() {
  return useQuery(usersQuery);
}

export function useUnits() {
  return useQuery(unitsQuery);
}
