import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from './client';
import type { Page, Person, Severity, Unit } from './types';

/** An action of a plan, as lists across incidents show it (libs/incidents: plan). */
export interface ActionRow {
  readonly id: string;
  readonly incident: {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly severity: Severity;
  };
  readonly title: string;
  readonly kind: string | null;
  readonly unit: Unit | null;
  readonly owner: Person | null;
  readonly dueAt: string;
  readonly status: string;
  readonly overdue: boolean;
}

interface ActionFilter {
  readonly scope: 'mine' | 'unit' | 'all';
  readonly state: 'open' | 'closed';
}

export interface ActionRoutes {
  'GET /actions': {
    query: ActionFilter & { readonly limit?: number; readonly cursor?: string };
    result: Page<ActionRow> & { readonly serverTime: string };
  };
}

const PAGE = 50;

export function useActions(filter: ActionFilter) {
  return useInfiniteQuery({
    queryKey: ['actions', filter] as const,
    queryFn: ({ pageParam, signal }) =>
      call('GET /actions', {
        query: { ...filter, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
}
