import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import type { Page, Words } from './types';

export const SOURCE_KINDS = ['rss', 'webhook', 'csv', 'list', 'hotline', 'manual'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** How it goes with a source that the program reads, or to which a program sends. */
export interface Reading {
  readonly nextReadAt: string | null;
  readonly isBeingRead: boolean;
  readonly lastReadAt: string | null;
  readonly lastGoodAt: string | null;
  readonly failures: number;
  readonly problem: Words | null;
  readonly takenIn: number;
  readonly leftOut: number;
}

export interface Source {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly url: string | null;
  readonly active: boolean;
  readonly everyMinutes: number | null;
  readonly keywordRule: string | null;
  readonly tokenMadeAt: string | null;
  readonly reading: Reading | null;
  readonly version: number;
}

export interface SourceEntry {
  readonly name: string;
  readonly kind: SourceKind;
  readonly url?: string;
  readonly everyMinutes?: number;
  readonly keywordRule?: string;
}

export interface RuleProblem extends Words {
  readonly from: number;
  readonly to: number;
}

export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly against: boolean;
}

export interface TriedRule {
  readonly problems: readonly RuleProblem[];
  readonly samples: readonly { readonly passes: boolean; readonly marks: readonly Mark[] }[];
}

export interface SourceRoutes {
  'GET /sources': {
    query: { readonly limit?: number; readonly cursor?: string };
    result: Page<Source>;
  };
  'POST /sources': { body: SourceEntry; result: Source };
  'PATCH /sources/:id': {
    params: { readonly id: string };
    body: Partial<SourceEntry> & { readonly expectedVersion: number; readonly active?: boolean };
    result: Source;
  };
  'POST /sources/:id/read': { params: { readonly id: string }; result: Source };
  'POST /sources/:id/token': {
    params: { readonly id: string };
    result: { readonly token: string };
  };
  'POST /sources/keywords/test': {
    body: { readonly rule: string; readonly samples: readonly string[] };
    result: TriedRule;
  };
}

const refresh = () => queryClient.invalidateQueries({ queryKey: ['sources'] });

export function useSources() {
  return useInfiniteQuery({
    queryKey: ['sources', 'list'],
    queryFn: ({ pageParam, signal }) =>
      call('GET /sources', {
        query: { limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function useCreateSource(onDone: (source: Source) => void) {
  return useMutation({
    mutationFn: (body: SourceEntry) => call('POST /sources', { body }),
    onSuccess: (source) => {
      onDone(source);
      return refresh();
    },
  });
}

export function useChangeSource(source: Source | null, onDone: (source: Source) => void) {
  return useMutation({
    mutationFn: (changes: Partial<SourceEntry> & { readonly active?: boolean }) =>
      call('PATCH /sources/:id', {
        params: { id: source?.id ?? '' },
        body: { ...changes, expectedVersion: source?.version ?? 0 },
      }),
    onSuccess: (changed) => {
      onDone(changed);
      return refresh();
    },
    onError: refresh,
  });
}

export function useReadSource(onDone: () => void) {
  return useMutation({
    mutationFn: (id: string) => call('POST /sources/:id/read', { params: { id } }),
    onSuccess: () => {
      onDone();
      return refresh();
    },
  });
}

export function useSourceToken() {
  return useMutation({
    mutationFn: (id: string) => call('POST /sources/:id/token', { params: { id } }),
    onSuccess: refresh,
    // The answer holds the secret: it goes when the dialog does.
    gcTime: 0,
  });
}

/** What a rule does with these texts. What stood there before stays in sight until the answer is there. */
export function useTriedRule(rule: string, samples: readonly string[]) {
  return useQuery({
    queryKey: ['rule', rule, samples],
    queryFn: ({ signal }) =>
      call('POST /sources/keywords/test', { body: { rule, samples }, signal }),
    placeholderData: (before) => before,
    staleTime: Infinity,
  });
}
