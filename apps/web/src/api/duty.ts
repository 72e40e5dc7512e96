import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import { refreshDuty, type Shift } from './shifts';
import type { Person, Position } from './types';

export interface DutyPerson extends Person {
  readonly phone: string | null;
  readonly until: string;
  readonly via: 'layer' | 'override' | 'swap';
  readonly shiftId: string | null;
  readonly signedIn: boolean;
}

export interface DutyNow {
  readonly at: string;
  readonly positions: readonly {
    readonly position: Position;
    readonly people: readonly DutyPerson[];
    readonly gap: boolean;
    /** Who is told instead, while there is a gap. */
    readonly standIns: readonly Person[];
  }[];
  readonly nextHandover: {
    readonly at: string;
    readonly position: Position;
    readonly from: Person | null;
    readonly to: Person | null;
  } | null;
  readonly mine: Shift | null;
  readonly myNext: Shift | null;
}

export interface Leave {
  readonly id: string;
  readonly user: Person;
  readonly from: string;
  readonly to: string;
  readonly note: string | null;
}

interface NewLeave {
  readonly from: string;
  readonly to: string;
  readonly note?: string;
}

export interface DutyRoutes {
  'GET /duty/now': { result: DutyNow };
  'GET /leaves': {
    query: { readonly from: string; readonly to: string; readonly userId?: string };
    result: { readonly items: readonly Leave[] };
  };
  'POST /leaves': { body: NewLeave & { readonly userId?: string }; result: Leave };
  'DELETE /leaves/:id': { params: { readonly id: string }; result: undefined };
}

/** The stream tells of changes; a shift that begins or ends by the clock alone is seen within a minute. */
const REFETCH_EVERY = 60_000;

export function useDutyNow() {
  return useQuery({
    queryKey: ['duty', 'now'],
    queryFn: () => call('GET /duty/now'),
    refetchInterval: REFETCH_EVERY,
  });
}

export function useMyLeaves(
  userId: string,
  window: { readonly from: string; readonly to: string },
) {
  return useQuery({
    queryKey: ['leaves', userId, window],
    queryFn: () => call('GET /leaves', { query: { ...window, userId } }),
  });
}

async function refreshLeaves(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: ['leaves'] }), refreshDuty()]);
}

export function useAddLeave(onDone: () => void) {
  return useMutation({
    mutationFn: (leave: NewLeave) => call('POST /leaves', { body: leave }),
    onSuccess: () => {
      onDone();
      return refreshLeaves();
    },
  });
}

export function useRemoveLeave(onDone: () => void) {
  return useMutation({
    mutationFn: (id: string) => call('DELETE /leaves/:id', { params: { id } }),
    onSuccess: () => {
      onDone();
      return refreshLeaves();
    },
  });
}
