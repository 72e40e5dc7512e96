import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from './client';

export interface RetentionItem {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: 'dismissed' | 'archived';
  readonly closedAt: string;
  /** When its wordings go. */
  readonly goesAt: string;
  readonly mentions: number;
}

/** What will have had its time by a day. */
export interface RetentionPreview {
  readonly until: string;
  readonly rules: readonly {
    readonly state: 'dismissed' | 'archived';
    readonly keep: string;
    readonly reason: string | null;
  }[];
  readonly incidents: number;
  readonly mentions: number;
  readonly files: number;
  readonly bytes: number;
  readonly removed: number;
  readonly lastRemovedAt: string | null;
  readonly items: readonly RetentionItem[];
  readonly nextCursor: string | null;
}

export interface RetentionRoutes {
  'GET /retention/preview': {
    query: { readonly until?: string; readonly limit?: number; readonly cursor?: string };
    result: RetentionPreview;
  };
}

const PAGE = 50;

/** `until` is a day from now on; it is worked out once, so that pages belong together. */
export function useRetention(days: number, now: () => number) {
  return useInfiniteQuery({
    queryKey: ['retention', days] as const,
    queryFn: ({ pageParam, signal }) =>
      call('GET /retention/preview', {
        query: {
          until: pageParam?.until ?? new Date(now() + days * 24 * 3_600_000).toISOString(),
          limit: PAGE,
          ...(pageParam === null ? {} : { cursor: pageParam.cursor }),
        },
        signal,
      }),
    initialPageParam: null as { until: string; cursor: string } | null,
    getNextPageParam: ({ until, nextCursor }) =>
      nextCursor === null ? null : { until, cursor: nextCursor },
    placeholderData: (before) => before,
    // Things are closed all the time, so whoever comes back reads anew.
    staleTime: 0,
  });
}
