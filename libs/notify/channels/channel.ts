import type { Locale } from '#identity';
import type { ChannelName } from '../core/channel-name.js';

/** What a person is to read, in their language already. Links are complete: `https://…`. */
export interface OutgoingMessage {
  /** The language of the words that a channel adds: 签收, Acknowledge. */
  readonly locale: Locale;
  readonly title: string;
  readonly text: string;
  /** Leads to the matter in the application. */
  readonly link: string | null;
  /** Leads to the page that acknowledges; works once, for a short time. */
  readonly ackLink: string | null;
  /** In words: 特别重大. */
  readonly severity: string | null;
  /** The matters of a bundled message. */
  readonly items?: readonly { readonly title: string; readonly link: string }[];
}

/** A moment in epoch milliseconds, and the id under which a repeated send can be recognised. */
export interface SendContext {
  readonly now: number;
  readonly deliveryId: string;
}

/** Why it failed, for screens to say in their language; `reason` has the details, in the words of the other side. */
export type FailureCode =
  'unreachable' | 'rate-limited' | 'server-error' | 'rejected' | 'bad-address' | 'gone';

/**
 * What became of it. `in-doubt` was sent, and nobody said whether it arrived: repeating it may tell somebody twice.
 * `gone` means that the address will never work again. Reasons may be shown to people and hold no secret.
 */
export type SendResult =
  | { readonly state: 'delivered'; readonly providerId?: string }
  | {
      readonly state: 'failed';
      readonly reason: string;
      readonly retry: boolean;
      readonly retryAfterMs?: number;
      readonly code?: FailureCode;
    }
  | { readonly state: 'in-doubt'; readonly reason: string };

/** A way to reach a person. `send` never throws for what the network or the other side does. */
export interface Channel {
  readonly name: ChannelName;
  /** @param to the address of the person's contact for this channel */
  send(to: string, message: OutgoingMessage, context: SendContext): Promise<SendResult>;
}
