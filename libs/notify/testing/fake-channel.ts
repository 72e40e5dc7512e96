import type { Channel, OutgoingMessage, SendContext, SendResult } from '../channels/channel.js';
import type { ChannelName } from '../core/channel-name.js';

/** What a fake channel was given. */
export interface Sent {
  readonly to: string;
  readonly message: OutgoingMessage;
  readonly context: SendContext;
}

/** A channel that keeps what it is given and answers what it is told to. */
export class FakeChannel implements Channel {
  readonly sent: Sent[] = [];
  answer: (sent: Sent) => SendResult | Promise<SendResult> = () => ({ state: 'delivered' });

  constructor(readonly name: ChannelName) {}

  async send(to: string, message: OutgoingMessage, context: SendContext): Promise<SendResult> {
    const sent = { to, message, context };
    this.sent.push(sent);
    return this.answer(sent);
  }
}

export const DOWN: SendResult = {
  state: 'failed',
  code: 'unreachable',
  reason: 'connect ECONNREFUSED',
  retry: true,
};
