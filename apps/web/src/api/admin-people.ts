import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { call } from './client';
import type { PeopleRoutes } from './people-routes';
import { queryClient } from './query-client';
import { ME_KEY } from './session';

/** One screen of dense rows and a little more. */
const PAGE = 50;

/** Users by a part of their name or user name. Begins with `users`, as the list for pickers does. */
export function useUserSearch(q: string) {
  return useInfiniteQuery({
    queryKey: ['users', 'search', q] as const,
    queryFn: ({ pageParam, signal }) =>
      call('GET /users', {
        query: {
          limit: PAGE,
          ...(q === '' ? {} : { q }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
}

export type NewUser = PeopleRoutes['POST /users']['body'];
export type UserChange = PeopleRoutes['PATCH /users/:id']['body'];
export type NewUnit = PeopleRoutes['POST /units']['body'];
export type UnitChange = PeopleRoutes['PATCH /units/:id']['body'];

/** Administrators may have changed themselves, so what they may do is asked for again. */
function forgetUsers(): void {
  void queryClient.invalidateQueries({ queryKey: ['users'] });
  void queryClient.invalidateQueries({ queryKey: ME_KEY });
}

function forgetUnits(): void {
  void queryClient.invalidateQueries({ queryKey: ['units'] });
}

export function useCreateUser(onDone: () => void) {
  return useMutation({
    mutationFn: (user: NewUser) => call('POST /users', { body: user }),
    onSuccess: () => {
      forgetUsers();
      onDone();
    },
  });
}

export function useChangeUser(id: string, onDone: () => void) {
  return useMutation({
    mutationFn: (change: UserChange) => call('PATCH /users/:id', { params: { id }, body: change }),
    onSuccess: () => {
      forgetUsers();
      onDone();
    },
  });
}

export function useCreateUnit(onDone: () => void) {
  return useMutation({
    mutationFn: (unit: NewUnit) => call('POST /units', { body: unit }),
    onSuccess: () => {
      forgetUnits();
      onDone();
    },
  });
}

export function useChangeUnit(id: string, onDone: () => void) {
  return useMutation({
    mutationFn: (change: UnitChange) => call('PATCH /units/:id', { params: { id }, body: change }),
    onSuccess: () => {
      forgetUnits();
      onDone();
    },
  });
}
