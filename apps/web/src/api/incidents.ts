import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { observeServerTime } from '../time/server-clock';
import { call } from './client';
import type { IncidentFilter } from './incident-routes';
import type { IncidentPage } from './incident-types';
import { ApiProblem } from './problem';
import { queryClient } from './query-client';
import { useRepeatKey } from './repeat-key';

/** One screen of dense rows and a little more. */
const PAGE = 50;
/** As many mentions as the curve is drawn from; the server gives no more at a time. */
const MENTIONS = 500;

export function useIncidents(filter: IncidentFilter) {
  return useInfiniteQuery({
    queryKey: ['incidents', filter] as const,
    queryFn: ({ pageParam, signal }) =>
      call('GET /incidents', {
        query: { ...filter, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
}

/** Incidents that a person may pick, by words in number, title, claim or place. */
export function searchIncidents(q: string, signal: AbortSignal) {
  return queryClient.query({
    queryKey: ['incidents', 'search', q],
    queryFn: () => call('GET /incidents', { query: { q, state: 'open', limit: 12 }, signal }),
    staleTime: 10_000,
  });
}

const pageKey = (id: string) => ['incident', id] as const;

async function fetchIncident(id: string): Promise<IncidentPage> {
  const sentAt = Date.now();
  const incident = await call('GET /incidents/:id', { params: { id } });
  observeServerTime(incident, sentAt, Date.now());
  return incident;
}

export function useIncident(id: string) {
  return useQuery({ queryKey: pageKey(id), queryFn: () => fetchIncident(id) });
}

/** The server's answer to a command is the new page; what hangs on it is asked for again. */
export function showIncident(incident: IncidentPage): void {
  queryClient.setQueryData(pageKey(incident.id), incident);
  void queryClient.invalidateQueries({ queryKey: [...pageKey(incident.id), 'more'] });
  void queryClient.invalidateQueries({ queryKey: ['incidents'] });
  void queryClient.invalidateQueries({ queryKey: ['desk'] });
  void queryClient.invalidateQueries({ queryKey: ['actions'] });
}

export function useTimeline(id: string) {
  return useQuery({
    queryKey: [...pageKey(id), 'more', 'timeline'],
    queryFn: () => call('GET /incidents/:id/timeline', { params: { id } }),
  });
}

export function useMentions(id: string) {
  return useQuery({
    queryKey: [...pageKey(id), 'more', 'mentions'],
    queryFn: () =>
      call('GET /incidents/:id/mentions', { params: { id }, query: { limit: MENTIONS } }),
  });
}

/** The records that archivings froze, the last chapter first. */
export function useRecords(id: string) {
  return useQuery({
    queryKey: [...pageKey(id), 'more', 'records'],
    queryFn: () => call('GET /incidents/:id/records', { params: { id } }),
  });
}

export interface Command {
  readonly expectedVersion: number;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Gives a command. The same words are never done twice, even when no answer came. */
export function useCommand(incidentId: string, command: string, onDone: () => void) {
  const keys = useRepeatKey();
  return useMutation({
    mutationFn: ({ expectedVersion, params }: Command) => {
      const body = { ...params, expectedVersion };
      return keys.send(body, (idempotencyKey) =>
        call('POST /incidents/:id/commands/:command', {
          params: { id: incidentId, command },
          body,
          idempotencyKey,
        }),
      );
    },
    onSuccess: (incident) => {
      showIncident(incident);
      onDone();
    },
    onError: (error) => {
      if (isStale(error)) void queryClient.invalidateQueries({ queryKey: pageKey(incidentId) });
    },
  });
}

export function isStale(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.code === 'version.stale';
}
