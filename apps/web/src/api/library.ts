import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import { useRepeatKey } from './repeat-key';
import type { Words } from './types';
import { sendForm } from './upload';

/** What a claim was found to be. */
export const FINDINGS = ['false', 'partly-true', 'true', 'unverifiable'] as const;
export type Finding = (typeof FINDINGS)[number];

export interface Clarification {
  readonly id: string;
  readonly origin: 'release' | 'entered' | 'imported';
  readonly incidentId: string | null;
  readonly title: string;
  readonly claim: string;
  readonly verdict: Finding;
  readonly answer: string;
  readonly evidence: readonly {
    readonly text: string;
    readonly url: string | null;
    readonly file: { readonly name: string; readonly sha256: string } | null;
  }[];
  readonly links: readonly { readonly channel: string; readonly url: string }[];
  readonly issuedBy: string;
  readonly publishedAt: string;
  readonly corrections: readonly {
    readonly at: string;
    readonly reason: string;
    readonly answerBefore: string;
  }[];
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
  readonly version: number;
  readonly public: boolean;
  readonly matchedCount: number;
}

export interface NewClarification {
  readonly claim: string;
  readonly place?: string;
  readonly verdict: Finding;
  readonly answer: string;
  readonly evidence: readonly { readonly text: string; readonly url?: string }[];
  readonly issuedBy?: string;
  readonly publishedAt: string;
  readonly links?: readonly { readonly url: string }[];
}

export type Facet = 'place' | 'number' | 'time';

export interface Suggestion {
  readonly target: 'incident' | 'clarification';
  readonly id: string;
  readonly claim: string;
  readonly place: string | null;
  readonly score: number;
  readonly relation: 'same' | 'template';
  readonly strength: 'strong' | 'suggestion';
  readonly why: {
    readonly shared: readonly string[];
    readonly differences: readonly {
      readonly in: Facet;
      readonly here: readonly string[];
      readonly there: readonly string[];
    }[];
  };
}

interface ClarificationPage {
  readonly items: readonly Clarification[];
  readonly similar: boolean;
  readonly nextCursor: string | null;
}

export interface LibraryRoutes {
  'GET /clarifications': {
    query: {
      readonly q?: string;
      readonly verdict?: string;
      readonly limit?: number;
      readonly cursor?: string;
    };
    result: ClarificationPage;
  };
  'GET /clarifications/:id': { params: { readonly id: string }; result: Clarification };
  'POST /clarifications': { body: NewClarification; result: Clarification };
  'POST /clarifications/:id/matches': {
    params: { readonly id: string };
    body: { readonly incidentId: string };
    result: Clarification;
  };
  'POST /clarifications/imports/feed': {
    body: {
      readonly url: string;
      readonly verdict: Finding;
      readonly issuedBy?: string;
      readonly dryRun: boolean;
    };
    result: ImportedAnswers;
  };
  'POST /match': {
    body: { readonly text: string; readonly place?: string; readonly limit?: number };
    result: { readonly suggestions: readonly Suggestion[] };
  };
}

const PAGE = 20;

export function useClarifications(q: string, verdict: string) {
  return useInfiniteQuery({
    queryKey: ['library', q, verdict] as const,
    queryFn: ({ pageParam, signal }) =>
      call('GET /clarifications', {
        query: { q, verdict, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
}

export const useClarification = (id: string) =>
  useQuery({
    queryKey: ['clarification', id],
    queryFn: () => call('GET /clarifications/:id', { params: { id } }),
  });

export function useEnterClarification(onDone: (entered: Clarification) => void) {
  const repeat = useRepeatKey();
  return useMutation({
    mutationFn: (body: NewClarification) =>
      repeat.send(body, (idempotencyKey) => call('POST /clarifications', { body, idempotencyKey })),
    onSuccess: (entered) => {
      void queryClient.invalidateQueries({ queryKey: ['library'] });
      onDone(entered);
    },
  });
}

/** What a file of answers holds, and what became of it. */
export interface ImportedAnswers {
  readonly dryRun: boolean;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly rejected: number;
  readonly rejectedRows: readonly { readonly line: number; readonly reasons: readonly Words[] }[];
}

/** A file of answers, or the feed of a service that answers, with the verdict that a person gives for all of it. */
export type AnswersSource =
  | { readonly file: File }
  | { readonly url: string; readonly verdict: Finding; readonly issuedBy?: string };

/** Tried first, then imported: the same call but for one field. */
export const useImportAnswers = () =>
  useMutation({
    mutationFn: ({ source, dryRun }: { source: AnswersSource; dryRun: boolean }) => {
      if ('url' in source)
        return call('POST /clarifications/imports/feed', { body: { ...source, dryRun } });
      const body = new FormData();
      body.append('dryRun', String(dryRun));
      body.append('file', source.file);
      return sendForm<ImportedAnswers>('/clarifications/imports', body, () => undefined).done;
    },
    onSuccess: ({ dryRun }) => {
      if (!dryRun) void queryClient.invalidateQueries({ queryKey: ['library'] });
    },
  });

/** Fewer characters say nothing yet. */
const WORTH_ASKING = 4;
const SHOWN = 5;
const FRESH_MS = 30_000;

/** What a text looks like, from open incidents and answered claims. */
export const useMatch = (text: string, place: string, enabled: boolean) =>
  useQuery({
    queryKey: ['match', text, place],
    queryFn: ({ signal }) =>
      call('POST /match', {
        body: { text, limit: SHOWN, ...(place === '' ? {} : { place }) },
        signal,
      }),
    enabled: enabled && text.length >= WORTH_ASKING,
    staleTime: FRESH_MS,
    placeholderData: (before) => (text.length >= WORTH_ASKING ? before : undefined),
  });

/** Says that an incident is an answered claim again. */
export async function sayItCameBack(ids: readonly string[], incidentId: string): Promise<void> {
  for (const id of ids)
    await call('POST /clarifications/:id/matches', { params: { id }, body: { incidentId } });
  await queryClient.invalidateQueries({ queryKey: ['library'] });
}
