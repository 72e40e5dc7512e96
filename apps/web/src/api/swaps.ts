import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import { refreshDuty } from './shifts';
import type { Person, Position } from './types';

export type SwapState = 'offered' | 'taken' | 'confirmed' | 'declined' | 'withdrawn' | 'expired';
export type SwapAct = 'accept' | 'release' | 'approve' | 'decline' | 'withdraw';

interface Span {
  readonly from: string;
  readonly to: string;
}

export interface Swap extends Span {
  readonly id: string;
  readonly scheduleId: string;
  readonly position: Position;
  /** The shift that is worked in exchange. */
  readonly inReturn: Span | null;
  readonly state: SwapState;
  readonly offeredBy: Person;
  /** Null: whoever wants it. */
  readonly offeredTo: Person | null;
  readonly takenBy: Person | null;
  readonly needsApproval: boolean;
  readonly note: string | null;
  readonly version: number;
  readonly allowed: readonly SwapAct[];
  readonly createdAt: string;
}

export interface NewSwap {
  readonly shiftId: string;
  readonly toUserId?: string;
  readonly returnShiftId?: string;
  readonly note?: string;
  /** A leader acts for both. */
  readonly arrangeWith?: string;
}

export interface SwapRoutes {
  'GET /swaps': {
    query: { readonly state?: SwapState; readonly mine?: boolean; readonly limit?: number };
    result: { readonly items: readonly Swap[] };
  };
  'POST /schedules/:id/swaps': {
    params: { readonly id: string };
    body: NewSwap;
    result: Swap;
  };
  'POST /swaps/:id/:act': {
    params: { readonly id: string; readonly act: SwapAct };
    body: { readonly expectedVersion: number; readonly note?: string };
    result: Swap;
  };
}

/** More than are ever under way at once; older ones than the newest hundred are settled. */
const SHOWN = 100;

export function useSwaps() {
  return useQuery({
    queryKey: ['swaps'],
    queryFn: () => call('GET /swaps', { query: { limit: SHOWN } }),
  });
}

export function useOfferSwap(scheduleId: string, onDone: (swap: Swap) => void) {
  return useMutation({
    mutationFn: (swap: NewSwap) =>
      call('POST /schedules/:id/swaps', { params: { id: scheduleId }, body: swap }),
    onSuccess: (swap) => {
      onDone(swap);
      return refreshDuty();
    },
  });
}

interface Given {
  readonly act: SwapAct;
  readonly note: string;
}

/** A swap that somebody else changed meanwhile is asked for again, so that the next look is a true one. */
export function useSwapAct({ id, version }: Swap, onDone: () => void) {
  return useMutation({
    mutationFn: ({ act, note }: Given) =>
      call('POST /swaps/:id/:act', {
        params: { id, act },
        body: { expectedVersion: version, ...(note === '' ? {} : { note }) },
      }),
    onSuccess: () => {
      onDone();
      return refreshDuty();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['swaps'] }),
  });
}
