import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import type { Deadline, Person } from './types';

export const MATTER_KINDS = [
  'event',
  'policy',
  'works',
  'interruption',
  'enforcement',
  'other',
] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];
export type MatterState = 'draft' | 'reported' | 'received' | 'returned' | 'cancelled' | 'over';
export type MatterAct = 'report' | 'receive' | 'return' | 'cancel';
export type MatchReason = 'category' | 'place' | 'time' | 'wording';

export interface PreparedAnswer {
  readonly question: string;
  readonly answer: string;
}

export interface MatterItem {
  readonly id: string;
  readonly state: MatterState;
  readonly version: number;
  readonly title: string;
  readonly kind: MatterKind;
  readonly category: string | null;
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly unit: Person;
  readonly deadlines: readonly Deadline[];
}

interface Link {
  readonly link: 'suggested' | 'confirmed';
  readonly score: number | null;
  readonly why: readonly MatchReason[];
  readonly mayDecide: boolean;
}

export interface IncidentOfMatter extends Link {
  readonly incident: { readonly id: string; readonly number: string; readonly title: string };
}

export interface MatterOfIncident extends Link {
  readonly matter: MatterItem;
  readonly questions: readonly PreparedAnswer[];
}

export interface Matter extends MatterItem {
  readonly what: string;
  readonly questions: readonly PreparedAnswer[];
  readonly contactUnit: Person;
  readonly question: string | null;
  readonly reason: string | null;
  readonly createdBy: Person;
  readonly receivedBy: Person | null;
  readonly reportedAt: string | null;
  readonly receivedAt: string | null;
  readonly incidents: readonly IncidentOfMatter[];
  readonly allowed: readonly (MatterAct | 'edit')[];
}

export interface MatterDay {
  readonly date: string;
  readonly matters: readonly MatterItem[];
  readonly sensitiveDates: readonly {
    readonly id: string;
    readonly title: string;
    readonly note: string | null;
  }[];
}

export interface NewMatter {
  readonly title: string;
  readonly kind: MatterKind;
  readonly category?: string;
  readonly what: string;
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly questions: readonly PreparedAnswer[];
  readonly contactUnitId?: string;
}

interface OfId {
  readonly id: string;
}

export interface MatterRoutes {
  'GET /matters': {
    query: {
      readonly when: 'coming' | 'past';
      readonly limit?: number;
      readonly cursor?: string;
    };
    result: { readonly items: readonly MatterItem[]; readonly nextCursor: string | null };
  };
  'POST /matters': { body: NewMatter; result: Matter };
  'GET /matters/days': {
    query: { readonly from: string; readonly to: string };
    result: { readonly items: readonly MatterDay[] };
  };
  'GET /matters/:id': { params: OfId; result: Matter };
  'PATCH /matters/:id': {
    params: OfId;
    body: NewMatter & { readonly expectedVersion: number };
    result: Matter;
  };
  'POST /matters/:id/:act': {
    params: OfId & { readonly act: MatterAct };
    body: {
      readonly expectedVersion: number;
      readonly question?: string;
      readonly reason?: string;
    };
    result: Matter;
  };
  'POST /matters/:id/links': {
    params: OfId;
    body: { readonly incidentId: string; readonly decision: 'confirm' | 'dismiss' };
    result: Matter;
  };
  'GET /incidents/:id/matters': {
    params: OfId;
    result: { readonly items: readonly MatterOfIncident[] };
  };
}

const PAGE = 50;

/** `matter.changed` of the live stream makes all of these old (api/live.ts). */
const KEY = 'matters';

export const useMatters = (when: 'coming' | 'past') =>
  useInfiniteQuery({
    queryKey: [KEY, 'list', when] as const,
    queryFn: ({ pageParam }) =>
      call('GET /matters', {
        query: { when, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const useMatter = (id: string) =>
  useQuery({
    queryKey: [KEY, 'one', id],
    queryFn: () => call('GET /matters/:id', { params: { id } }),
  });

/** What is known beforehand of the days between two, both included. */
export const useMatterDays = (from: string, to: string) =>
  useQuery({
    queryKey: [KEY, 'days', from, to],
    queryFn: () => call('GET /matters/days', { query: { from, to } }),
    placeholderData: (before) => before,
  });

export const useMattersOf = (incidentId: string) =>
  useQuery({
    queryKey: [KEY, 'of', incidentId],
    queryFn: () => call('GET /incidents/:id/matters', { params: { id: incidentId } }),
  });

/** The server's answer is the new page; lists and days are asked for again. */
function show(matter: Matter): void {
  queryClient.setQueryData([KEY, 'one', matter.id], matter);
  for (const part of ['list', 'days', 'of'])
    void queryClient.invalidateQueries({ queryKey: [KEY, part] });
}

/** Writes a new matter, or another version of one. */
export function useSaveMatter(before: Matter | null, onDone: (matter: Matter) => void) {
  return useMutation({
    mutationFn: (words: NewMatter) =>
      before === null
        ? call('POST /matters', { body: words })
        : call('PATCH /matters/:id', {
            params: { id: before.id },
            body: { ...words, expectedVersion: before.version },
          }),
    onSuccess: (matter) => {
      show(matter);
      onDone(matter);
    },
  });
}

interface Given {
  readonly act: MatterAct;
  readonly question?: string;
  readonly reason?: string;
}

export function useMatterAct({ id, version }: Pick<Matter, 'id' | 'version'>, onDone: () => void) {
  return useMutation({
    mutationFn: ({ act, ...words }: Given) =>
      call('POST /matters/:id/:act', {
        params: { id, act },
        body: { expectedVersion: version, ...words },
      }),
    onSuccess: (matter) => {
      show(matter);
      onDone();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: [KEY, 'one', id] }),
  });
}

interface Decision {
  readonly matterId: string;
  readonly incidentId: string;
  readonly decision: 'confirm' | 'dismiss';
}

export function useDecideLink(onDone: (decision: Decision['decision']) => void) {
  return useMutation({
    mutationFn: ({ matterId, ...body }: Decision) =>
      call('POST /matters/:id/links', { params: { id: matterId }, body }),
    onSuccess: (matter, { decision }) => {
      show(matter);
      onDone(decision);
    },
  });
}
