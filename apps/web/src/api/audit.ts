import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { call } from './client';
import type { Page, Words } from './types';

export interface AuditEntry {
  readonly subject: {
    readonly type: string;
    readonly id: string;
    /** What people call it; null for what is no subject of a workflow. */
    readonly number: string | null;
    readonly title: string | null;
  };
  /** Its place in the timeline of its subject, from 1 without gaps. */
  readonly seq: number;
  readonly at: string;
  readonly actor: {
    readonly kind: 'user' | 'system';
    readonly id: string | null;
    readonly name: string | null;
  };
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** What the clock that it speaks of is called. */
  readonly clock: Words | null;
  /** Empty for the first entry of a subject. */
  readonly prevHash: string;
  readonly hash: string;
}

export interface Verification {
  readonly ok: boolean;
  readonly checked: number;
  readonly firstBroken?: {
    readonly subjectId: string;
    readonly seq: number;
    readonly reason: string;
  };
}

export interface AuditFilter {
  readonly subject?: string;
  readonly actor?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface AuditRoutes {
  'GET /audit': {
    query: AuditFilter & { readonly limit?: number; readonly cursor?: string };
    result: Page<AuditEntry>;
  };
  'POST /audit/verify': { result: Verification };
}

const PAGE = 50;

export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', filter] as const,
    queryFn: ({ pageParam, signal }) =>
      call('GET /audit', {
        query: { ...filter, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
    // Nothing tells when an entry is added, so whoever comes back reads anew.
    staleTime: 0,
  });
}

export function useVerifyAudit() {
  return useMutation({ mutationFn: () => call('POST /audit/verify') });
}
