import { useQuery } from '@tanstack/react-query';
import { call } from './client';
import type { Words } from './types';

/** A ladder that climbs, whatever it is about. */
export interface Escalation {
  readonly id: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly clock: string;
  readonly title: Words;
  readonly step: number | null;
  readonly startedAt: string;
  readonly nextStepAt: string | null;
}

export interface EscalationRoutes {
  'GET /escalations': {
    query: { readonly state: 'active'; readonly mine: boolean };
    result: { readonly items: readonly Escalation[] };
  };
}

/** As with the desk itself: the stream brings changes at once; this is for the hour in which it is silently dead. */
const REFETCH_EVERY = 60_000;

/** What climbs and is no incident: a shift without its person, a handover without its signature. */
export function useDutyCalls() {
  return useQuery({
    queryKey: ['escalations', 'duty'],
    queryFn: () => call('GET /escalations', { query: { state: 'active', mine: true } }),
    select: ({ items }) => items.filter(({ subject }) => subject.type !== 'incident'),
    refetchInterval: REFETCH_EVERY,
  });
}
