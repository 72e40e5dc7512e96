import { call } from './client';
import type { Words } from './types';

/** What a link in a message is for. It says so before it does it. */
export interface AckLink {
  readonly state: 'valid' | 'used' | 'expired' | 'over';
  readonly escalation: {
    readonly clock: string;
    readonly title: Words;
    readonly step: number;
    readonly startedAt: string;
  };
  readonly subject: { readonly number: string; readonly title: string };
  readonly user: { readonly name: string };
  readonly expiresAt: string;
}

export interface AckRoutes {
  'GET /ack/:token': { params: { readonly token: string }; result: AckLink };
  'POST /ack/:token': {
    params: { readonly token: string };
    body: Readonly<Record<string, never>>;
    result: { readonly acknowledgedAt: string };
  };
}

export const readAckLink = (token: string): Promise<AckLink> =>
  call('GET /ack/:token', { params: { token } });

export const acknowledgeByLink = (token: string, idempotencyKey: string) =>
  call('POST /ack/:token', { params: { token }, body: {}, idempotencyKey });
