import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import { useRepeatKey } from './repeat-key';
import type { Deadline, Person, Position } from './types';

export type ShiftState = 'planned' | 'on-duty' | 'ended' | 'missed' | 'cancelled';

/** One turn of one person in one position. */
export interface Shift {
  readonly id: string;
  readonly scheduleId: string;
  readonly scheduleName: string;
  readonly position: Position;
  readonly user: Person;
  readonly from: string;
  readonly to: string;
  readonly via: 'layer' | 'override' | 'swap';
  readonly state: ShiftState;
  readonly version: number;
  /** When one may sign in, and until when it counts as in time. */
  readonly signInFrom: string;
  readonly signInBy: string;
  readonly signedInAt: string | null;
  readonly late: boolean;
  readonly signedOutAt: string | null;
  /** The handover that this shift gave. */
  readonly handoverId: string | null;
  readonly allowed: readonly string[];
}

export interface LogEntry {
  readonly id: string;
  readonly at: string;
  /** Null: passed on from the shift before. */
  readonly by: Person | null;
  /** Who or what it came from. */
  readonly source: string | null;
  readonly text: string;
  /** How it was dealt with. */
  readonly outcome: string | null;
  readonly open: boolean;
}

export interface SpotCheck {
  readonly askedAt: string;
  readonly answerBy: string | null;
  readonly answeredAt: string | null;
}

interface Neighbour {
  readonly id: string;
  readonly user: Person;
  readonly from: string;
}

export interface ShiftDetail extends Shift {
  readonly log: readonly LogEntry[];
  /** The one that waits for an answer. */
  readonly check: SpotCheck | null;
  readonly checks: readonly SpotCheck[];
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  readonly deadlines: readonly Deadline[];
}

export interface NewLogEntry {
  readonly text: string;
  readonly source?: string;
  readonly outcome?: string;
  readonly open?: boolean;
}

export interface ShiftFilter {
  readonly from: string;
  readonly to: string;
  readonly userId?: string;
  readonly scheduleId?: string;
  readonly position?: Position;
}

/** What is done to a shift, as the last part of its address, and what it needs. */
export type ShiftAct =
  | { readonly act: 'sign-in' | 'answer' | 'check' | 'plan-check' }
  | { readonly act: 'sign-out'; readonly reason?: string }
  | ({ readonly act: 'log' } & NewLogEntry)
  | { readonly act: 'close-entry'; readonly entryId: string; readonly outcome: string };

export interface ShiftRoutes {
  'GET /shifts': { query: ShiftFilter; result: { readonly items: readonly Shift[] } };
  'GET /shifts/:id': { params: { readonly id: string }; result: ShiftDetail };
  'POST /shifts/:id/:act': {
    params: { readonly id: string; readonly act: ShiftAct['act'] };
    body: Readonly<Record<string, unknown>>;
    result: ShiftDetail;
  };
}

const detailKey = (id: string) => ['shift', id] as const;

/** The shifts that touch a window of at most 100 days. */
export function useShifts(filter: ShiftFilter | null) {
  return useQuery({
    queryKey: ['shifts', filter],
    queryFn: () =>
      filter === null
        ? Promise.reject(new Error('no window'))
        : call('GET /shifts', { query: { ...filter } }),
    enabled: filter !== null,
    placeholderData: (before) => before,
  });
}

export function useShift(id: string | null) {
  return useQuery({
    queryKey: detailKey(id ?? ''),
    queryFn: () => call('GET /shifts/:id', { params: { id: id ?? '' } }),
    enabled: id !== null,
  });
}

/** What changes when a shift does: who is on duty, lists of shifts, and what is handed over. */
export async function refreshDuty(): Promise<void> {
  await Promise.all(
    ['duty', 'shifts', 'handover', 'swaps'].map((name) =>
      queryClient.invalidateQueries({ queryKey: [name] }),
    ),
  );
}

export function useShiftAct(id: string, onDone: (shift: ShiftDetail) => void = () => undefined) {
  const keys = useRepeatKey();
  return useMutation({
    mutationFn: ({ act, ...body }: ShiftAct) =>
      keys.send({ act, ...body }, (idempotencyKey) =>
        call('POST /shifts/:id/:act', { params: { id, act }, body, idempotencyKey }),
      ),
    onSuccess: (shift) => {
      queryClient.setQueryData(detailKey(id), shift);
      onDone(shift);
      // Not waited for: the answer is the shift as it is now, and the next line of the log may come at once.
      void refreshDuty();
    },
  });
}
