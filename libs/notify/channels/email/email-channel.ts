import type { EmailConfig } from '../../core/channels-config.js';
import type { Channel, OutgoingMessage, SendContext, SendResult } from '../channel.js';
import { addressOf, composeEmail } from './email-message.js';
import { submit } from './submit.js';

/** Mail by the office's own server. */
export class EmailChannel implements Channel {
  readonly name = 'email';

  constructor(
    private readonly config: EmailConfig,
    private readonly timeoutMs: number,
  ) {}

  async send(to: string, message: OutgoingMessage, context: SendContext): Promise<SendResult> {
    const { from } = this.config;
    const mail = await composeEmail(from, to, message, context);
    return submit(this.config, { from: addressOf(from), to, mail }, this.timeoutMs);
  }
}
