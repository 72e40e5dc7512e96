import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { call } from './client';
import type { PeopleRoutes } from './people-routes';
import { queryClient } from './query-client';

const KEY = ['tokens'] as const;

/** One's own, newest first. */
export function useTokens() {
  return useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam }) =>
      call('GET /tokens', { query: pageParam === null ? {} : { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

const forgetTokens = () => queryClient.invalidateQueries({ queryKey: KEY });

export function useCreateToken() {
  return useMutation({
    mutationFn: (token: PeopleRoutes['POST /tokens']['body']) =>
      call('POST /tokens', { body: token }),
    onSuccess: forgetTokens,
    // The answer holds the secret: it goes when the dialog does.
    gcTime: 0,
  });
}

export function useRevokeToken(onDone: () => void) {
  return useMutation({
    mutationFn: (id: string) => call('DELETE /tokens/:id', { params: { id } }),
    onSuccess: () => {
      void forgetTokens();
      onDone();
    },
  });
}
