import { useInfiniteQuery } from '@tanstack/react-query';
import { serverNow } from '../time/server-clock';
import { call } from './client';
import type { InboxState } from './inbox';
import type { Finding } from './library';
import type { IncidentState, Severity } from './types';

export const SEARCH_KINDS = ['incident', 'mention', 'clarification'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Plain text; `hit` when it is one of the words that were looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

interface Hit<State> {
  readonly id: string;
  readonly heading: readonly Piece[];
  readonly body: readonly Piece[];
  readonly at: string;
  readonly state: State;
  readonly number: string | null;
  readonly severity: Severity | null;
  readonly incidentId: string | null;
  readonly seenCount: number | null;
}

interface Group<Kind extends SearchKind, State> {
  readonly kind: Kind;
  readonly items: readonly Hit<State>[];
  readonly nextCursor: string | null;
  /** The words are too short for the index: only the newest were looked through. */
  readonly onlyNewest: boolean;
}

export type SearchGroup =
  Group<'incident', IncidentState> | Group<'mention', InboxState> | Group<'clarification', Finding>;

export interface SearchRoutes {
  'GET /search': {
    query: {
      readonly q: string;
      readonly kind?: string;
      readonly state?: string;
      readonly from?: string;
      readonly limit?: number;
      readonly cursor?: string;
    };
    result: { readonly groups: readonly SearchGroup[] };
  };
}

export interface SearchFilters {
  readonly q: string;
  /** All, when empty. */
  readonly kind: SearchKind | '';
  readonly state: string;
  /** Of the last so many days; 0: of all time. */
  readonly days: number;
}

const OF_EACH = 5;
const OF_ONE = 20;
const A_DAY = 86_400_000;
const FRESH_MS = 10_000;

const daysAgo = (days: number): string => new Date(serverNow() - days * A_DAY).toISOString();

/** A few of each kind, or page after page of one. */
export const useSearch = ({ q, kind, state, days }: SearchFilters) =>
  useInfiniteQuery({
    queryKey: ['search', q, kind, state, days] as const,
    queryFn: ({ pageParam, signal }) =>
      call('GET /search', {
        query: {
          ...{ q, kind, state, limit: kind === '' ? OF_EACH : OF_ONE },
          ...(days > 0 && { from: daysAgo(days) }),
          ...(pageParam !== null && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ groups }) => (kind === '' ? null : (groups[0]?.nextCursor ?? null)),
    enabled: q.trim() !== '',
    staleTime: FRESH_MS,
    placeholderData: (before) => before,
  });
