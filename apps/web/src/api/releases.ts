import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { observeServerTime } from '../time/server-clock';
import { call } from './client';
import { isStale } from './incidents';
import { queryClient } from './query-client';
import type {
  Check,
  NewRelease,
  RegisteredChannel,
  ReleasePage,
  ReleaseRoutes,
} from './release-types';
import { useRepeatKey } from './repeat-key';

const PAGE = 30;
/** More channels than any body has. */
const MOST_CHANNELS = 200;

export type ReleaseFilter = ReleaseRoutes['GET /releases']['query'];

export function useReleases(filter: ReleaseFilter) {
  return useInfiniteQuery({
    queryKey: ['releases', filter] as const,
    queryFn: ({ pageParam, signal }) =>
      call('GET /releases', {
        query: { ...filter, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
}

const pageKey = (id: string) => ['release', id] as const;

export function useRelease(id: string) {
  return useQuery({
    queryKey: pageKey(id),
    queryFn: async () => {
      const sentAt = Date.now();
      const release = await call('GET /releases/:id', { params: { id } });
      observeServerTime(release, sentAt, Date.now());
      return release;
    },
  });
}

/** The server's answer is the new page; the lists and the incident are asked for again. */
function showRelease(release: ReleasePage): void {
  queryClient.setQueryData(pageKey(release.id), release);
  void queryClient.invalidateQueries({ queryKey: ['releases'] });
  if (release.incident)
    void queryClient.invalidateQueries({ queryKey: ['incident', release.incident.id] });
}

export function useDraftRelease(onDone: (release: ReleasePage) => void) {
  const keys = useRepeatKey();
  return useMutation({
    mutationFn: (body: NewRelease) =>
      keys.send(body, (idempotencyKey) => call('POST /releases', { body, idempotencyKey })),
    onSuccess: (release) => {
      showRelease(release);
      onDone(release);
    },
  });
}

export interface Given {
  readonly command: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Gives a command on the version that is shown. The same words are never done twice, even when no answer came. */
export function useReleaseCommand(
  { id, version }: Pick<ReleasePage, 'id' | 'version'>,
  onDone: (release: ReleasePage) => void,
) {
  const keys = useRepeatKey();
  return useMutation({
    mutationFn: ({ command, params }: Given) => {
      const body = { ...params, expectedVersion: version };
      return keys.send([command, body], (idempotencyKey) =>
        call('POST /releases/:id/commands/:command', {
          params: { id, command },
          body,
          idempotencyKey,
        }),
      );
    },
    onSuccess: (release) => {
      showRelease(release);
      onDone(release);
    },
    onError: (error) => {
      if (isStale(error)) void queryClient.invalidateQueries({ queryKey: pageKey(id) });
    },
  });
}

export function useSeen() {
  return useMutation({
    mutationFn: ({ id, version }: { readonly id: string; readonly version: number }) =>
      call('POST /releases/:id/seen', { params: { id }, body: { version } }),
  });
}

export function useTick(id: string, version: number) {
  return useMutation({
    mutationFn: ({ check, ticked }: { readonly check: Check; readonly ticked: boolean }) =>
      call('PUT /releases/:id/checks/:check', {
        params: { id, check },
        body: { version, ticked },
      }),
  });
}

/** The registered channels that are in use. */
export function useChannels() {
  return useQuery({
    queryKey: ['registers', 'channels', 'in-use'],
    queryFn: async () => {
      const { items } = await call('GET /channels', { query: { limit: MOST_CHANNELS } });
      return items
        .filter(({ active }) => active)
        .map(({ id, name, active }): RegisteredChannel => ({ id, name: String(name), active }));
    },
    staleTime: 60_000,
  });
}
