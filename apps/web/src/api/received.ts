import { call } from './client';
import type { ReportBlock } from './upward';

/** What the link of an e-mail is for. It says so before it does it. */
export interface ReceivedLink {
  readonly state: 'valid' | 'used' | 'expired' | 'over';
  readonly title: string;
  readonly sender: string;
  readonly receiver: string;
  readonly sentAt: string;
  readonly expiresAt: string;
  readonly answeredAt: string | null;
  readonly blocks: readonly ReportBlock[];
  readonly sha256: string | null;
}

export interface ReceivedRoutes {
  'GET /received/:token': { params: { readonly token: string }; result: ReceivedLink };
  'POST /received/:token': {
    params: { readonly token: string };
    body: { readonly question?: string };
    result: { readonly answeredAt: string };
  };
}

export const readReceived = (token: string): Promise<ReceivedLink> =>
  call('GET /received/:token', { params: { token } });

export const answerReceived = (token: string, question: string | null, idempotencyKey: string) =>
  call('POST /received/:token', {
    params: { token },
    body: question === null ? {} : { question },
    idempotencyKey,
  });
