import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import { refreshDuty, type LogEntry } from './shifts';
import type { Person, Position, Severity } from './types';

/** Something open that passes on to whoever comes next. */
export interface Matter {
  readonly type: string;
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly severity: Severity | null;
  /** Its next deadline. */
  readonly dueAt: string | null;
}

export interface Handover {
  readonly id: string;
  readonly shiftId: string;
  readonly nextShiftId: string;
  readonly position: Position;
  readonly outgoing: Person;
  readonly incoming: Person | null;
  readonly notes: string | null;
  readonly matters: readonly Matter[];
  readonly entries: readonly LogEntry[];
  readonly outgoingSignedAt: string | null;
  readonly incomingSignedAt: string | null;
  readonly state: 'waiting' | 'done' | 'withdrawn';
  readonly version: number;
  readonly allowed: readonly string[];
}

/** What would be handed over now, and what was, once the outgoing person has signed. */
export interface HandoverList {
  readonly matters: readonly Matter[];
  readonly entries: readonly LogEntry[];
  readonly incoming: Person | null;
  readonly handover: Handover | null;
}

interface OfId {
  readonly id: string;
}

export interface HandoverRoutes {
  'GET /shifts/:id/handover': { params: OfId; result: HandoverList };
  'GET /handovers/:id': { params: OfId; result: Handover };
  'POST /shifts/:id/handover': { params: OfId; body: { notes: string }; result: Handover };
  'POST /handovers/:id/sign': {
    params: OfId;
    body: Readonly<Record<string, never>>;
    result: Handover;
  };
  'POST /handovers/:id/withdraw': {
    params: OfId;
    body: Readonly<Record<string, never>>;
    result: Handover;
  };
}

/** The handover that a shift gives; asked for again when an incident or a shift changes. */
export function useHandover(shiftId: string | null) {
  return useQuery({
    queryKey: ['handover', shiftId],
    queryFn: () => call('GET /shifts/:id/handover', { params: { id: shiftId ?? '' } }),
    enabled: shiftId !== null,
  });
}

export function useHandoverOf(id: string) {
  return useQuery({
    queryKey: ['handover', 'one', id],
    queryFn: () => call('GET /handovers/:id', { params: { id } }),
  });
}

async function refresh(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: ['shift'] }), refreshDuty()]);
}

/** The outgoing person's signature. */
export function useHandOver(shiftId: string, onDone: () => void) {
  return useMutation({
    mutationFn: (notes: string) =>
      call('POST /shifts/:id/handover', { params: { id: shiftId }, body: { notes } }),
    onSuccess: () => {
      onDone();
      return refresh();
    },
  });
}

/** The incoming person's signature. */
export function useSignHandover(handoverId: string, onDone: () => void) {
  return useMutation({
    mutationFn: () => call('POST /handovers/:id/sign', { params: { id: handoverId }, body: {} }),
    onSuccess: () => {
      onDone();
      return refresh();
    },
  });
}

export function useWithdrawHandover(handoverId: string) {
  return useMutation({
    mutationFn: () =>
      call('POST /handovers/:id/withdraw', { params: { id: handoverId }, body: {} }),
    onSuccess: refresh,
  });
}
