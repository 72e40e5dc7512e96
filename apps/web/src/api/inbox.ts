import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import type { Kind } from './types';

export const INBOX_STATES = ['inbox', 'grouped', 'discarded'] as const;
export type InboxState = (typeof INBOX_STATES)[number];

export interface SparkPoint {
  readonly at: string;
  readonly seen: number;
  readonly rank: number | null;
  readonly views: number | null;
}

/** Why its topic rises, with the figures that say so. */
export interface Rise {
  readonly kind: 'new' | 'doubling' | 'top';
  readonly hours: number;
  readonly recent: number;
  readonly before: number;
  readonly rank: number | null;
}

/** One wording at one place, however often it was seen. */
export interface InboxMention {
  readonly id: string;
  readonly source: { readonly id: string; readonly name: string };
  readonly outlet: string | null;
  readonly text: string;
  readonly url: string | null;
  readonly state: InboxState;
  readonly incidentId: string | null;
  readonly reason: string | null;
  readonly seenCount: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly peakRank: number | null;
  readonly peakViews: number | null;
  readonly topic: {
    readonly id: string;
    readonly title: string;
    readonly mentions: number;
    readonly seen: number;
  };
  readonly spark: readonly SparkPoint[];
  readonly rises: readonly Rise[];
}

export interface GroupedIncident {
  readonly title: string;
  readonly claim: string;
  readonly kind: Kind;
  readonly category: string;
}

export interface Triaged {
  readonly actId: string;
  readonly incidentId: string | null;
  readonly moved: number;
}

/** One thing that is done with mentions. */
export type TriageAct =
  | { readonly do: 'discard'; readonly mentionIds: readonly string[]; readonly reason: string }
  | { readonly do: 'join'; readonly mentionIds: readonly string[]; readonly incidentId: string }
  | {
      readonly do: 'open';
      readonly mentionIds: readonly string[];
      readonly incident: GroupedIncident;
    }
  | { readonly do: 'restore'; readonly mentionIds: readonly string[] }
  | { readonly do: 'undo'; readonly actId: string };

interface Several {
  readonly mentionIds: readonly string[];
}

/** A mention that waits as well and says nearly the same. */
export interface AlikeMention {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly seenCount: number;
  readonly relation: 'same' | 'template';
}

export interface InboxRoutes {
  'GET /mentions/:id/alike': {
    params: { readonly id: string };
    result: { readonly items: readonly AlikeMention[] };
  };
  'GET /mentions': {
    query: {
      readonly state?: InboxState;
      readonly topic?: string;
      readonly q?: string;
      readonly limit?: number;
      readonly cursor?: string;
    };
    result: {
      readonly items: readonly InboxMention[];
      readonly nextCursor: string | null;
      readonly waiting: number;
    };
  };
  'POST /mentions/group': {
    body: Several & ({ readonly incidentId: string } | { readonly new: GroupedIncident });
    result: Triaged;
  };
  'POST /mentions/discard': { body: Several & { readonly reason: string }; result: Triaged };
  'POST /mentions/restore': { body: Several; result: Triaged };
  'POST /mentions/undo': { body: { readonly actId: string }; result: Triaged };
}

const PAGE = 60;
/** `inbox.changed` of the live stream makes these old (api/live.ts). */
const KEY = 'inbox';

export const useInbox = (state: InboxState, q: string, topic: string | null) =>
  useInfiniteQuery({
    queryKey: [KEY, state, q, topic] as const,
    queryFn: ({ pageParam, signal }) =>
      call('GET /mentions', {
        query: {
          ...{ state, limit: PAGE },
          ...(q === '' ? {} : { q }),
          ...(topic === null ? {} : { topic }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });

/** The near repeats of a mention that wait in the inbox. */
export const useAlike = (id: string | null) =>
  useQuery({
    queryKey: [KEY, 'alike', id] as const,
    queryFn: ({ signal }) => call('GET /mentions/:id/alike', { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
    select: ({ items }) => items,
  });

function give(act: TriageAct): Promise<Triaged> {
  switch (act.do) {
    case 'discard':
      return call('POST /mentions/discard', {
        body: { mentionIds: act.mentionIds, reason: act.reason },
      });
    case 'join':
      return call('POST /mentions/group', {
        body: { mentionIds: act.mentionIds, incidentId: act.incidentId },
      });
    case 'open':
      return call('POST /mentions/group', {
        body: { mentionIds: act.mentionIds, new: act.incident },
      });
    case 'restore':
      return call('POST /mentions/restore', { body: { mentionIds: act.mentionIds } });
    case 'undo':
      return call('POST /mentions/undo', { body: { actId: act.actId } });
  }
}

/** Does it, and then shows the inbox as it is: done is done when the list says so. */
export function useTriage(onDone: (done: Triaged, act: TriageAct) => void) {
  return useMutation({
    mutationFn: async (act: TriageAct) => {
      const done = await give(act);
      await queryClient.invalidateQueries({ queryKey: [KEY] });
      return done;
    },
    onSuccess: onDone,
    onError: () => queryClient.invalidateQueries({ queryKey: [KEY] }),
  });
}
