import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryClient } from './query-client';
import type { Severity } from './types';

export interface ReachContact {
  readonly channel: string;
  readonly address: string;
  /** Null while nothing was sent there yet. */
  readonly working: boolean | null;
  readonly lastSuccessAt: string | null;
  readonly lastError: string | null;
}

export type ChannelOrder = Readonly<Record<Severity, readonly string[]>>;

export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** How I am reached. */
export interface MyChannels {
  readonly contacts: readonly ReachContact[];
  /** The channels that this workspace has set up. */
  readonly available: readonly string[];
  readonly order: ChannelOrder;
  readonly quiet: QuietHours | null;
  readonly timeZone: string;
}

export interface TestResult {
  readonly delivery: 'delivered' | 'failed' | 'in-doubt';
  readonly reason: string | null;
}

/** How one channel of the workspace has been doing. */
export interface ChannelHealth {
  readonly channel: string;
  readonly configured: boolean;
  readonly lastSuccessAt: string | null;
  readonly lastFailureAt: string | null;
  readonly lastError: string | null;
  readonly queued: number;
  readonly failed24h: number;
  readonly inDoubt24h: number;
}

interface Preferences {
  readonly order: ChannelOrder;
  readonly quiet: QuietHours | null;
}

export interface ChannelRoutes {
  'GET /me/channels': { result: MyChannels };
  'PUT /me/channels': { body: Preferences; result: MyChannels };
  'POST /me/contacts/test': { body: { readonly channel: string }; result: TestResult };
  'GET /push/key': { result: { readonly publicKey: string | null } };
  'POST /push/subscriptions': {
    body: {
      readonly endpoint: string;
      readonly keys: { readonly p256dh: string; readonly auth: string };
    };
    result: unknown;
  };
  'DELETE /push/subscriptions': { body: { readonly endpoint: string }; result: undefined };
  'GET /delivery-channels': { result: { readonly items: readonly ChannelHealth[] } };
}

const KEY = ['channels', 'mine'] as const;

export function useMyChannels() {
  return useQuery({ queryKey: KEY, queryFn: () => call('GET /me/channels') });
}

export function useSaveChannels(onDone: () => void) {
  return useMutation({
    mutationFn: (preferences: Preferences) => call('PUT /me/channels', { body: preferences }),
    onSuccess: (channels) => {
      queryClient.setQueryData(KEY, channels);
      onDone();
    },
  });
}

export function useTestContact() {
  return useMutation({
    mutationFn: (channel: string) => call('POST /me/contacts/test', { body: { channel } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: KEY }),
  });
}

const REFRESH_EVERY = 15_000;

export function useChannelHealth() {
  return useQuery({
    queryKey: ['channels', 'health'],
    queryFn: () => call('GET /delivery-channels'),
    refetchInterval: REFRESH_EVERY,
  });
}
