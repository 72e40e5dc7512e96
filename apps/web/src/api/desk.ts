import { useQuery } from '@tanstack/react-query';
import { readStored, removeStored, writeStored } from '../lib/stored';
import { observeServerTime } from '../time/server-clock';
import { call } from './client';
import type { Desk } from './types';

/** The last desk of each person, so that it can be read without a network. */
interface KeptDesk {
  readonly desk: Desk;
  readonly keptAt: number;
}

const storeOf = (userId: string) => `mb.desk.${userId}`;
/** The stream brings changes at once; this is for the hour in which it is silently dead. */
const REFETCH_EVERY = 60_000;

function isKeptDesk(value: unknown): value is KeptDesk {
  return typeof value === 'object' && value !== null && 'desk' in value && 'keptAt' in value;
}

async function fetchDesk(userId: string): Promise<Desk> {
  const sentAt = Date.now();
  const desk = await call('GET /desk');
  observeServerTime(desk, sentAt, Date.now());
  writeStored(storeOf(userId), { desk, keptAt: Date.now() } satisfies KeptDesk);
  return desk;
}

export function forgetDesk(userId: string): void {
  removeStored(storeOf(userId));
}

function deskQuery(userId: string) {
  const kept = () => readStored(storeOf(userId), isKeptDesk);
  return {
    queryKey: ['desk', userId] as const,
    queryFn: () => fetchDesk(userId),
    initialData: () => kept()?.desk,
    initialDataUpdatedAt: () => kept()?.keptAt ?? 0,
    // A kept desk is for reading at once, never instead of asking.
    refetchOnMount: 'always' as const,
    refetchInterval: REFETCH_EVERY,
  };
}

export function useDesk(userId: string) {
  return useQuery(deskQuery(userId));
}
