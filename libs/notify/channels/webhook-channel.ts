import { createHmac } from 'node:crypto';
import type { WebhookConfig } from '../core/channels-config.js';
import type { Channel, OutgoingMessage, SendContext, SendResult } from './channel.js';
import { exchange } from './exchange.js';
import { statusVerdict } from './verdict.js';

/**
 * One address of another system, told everything as CloudEvents 1.0 in structured mode
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md), signed as Standard Webhooks
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 */
export class WebhookChannel implements Channel {
  readonly name = 'webhook';

  constructor(
    private readonly config: WebhookConfig,
    private readonly source: string,
    private readonly timeoutMs: number,
  ) {}

  async send(to: string, message: OutgoingMessage, context: SendContext): Promise<SendResult> {
    const { now, deliveryId } = context;
    const body = JSON.stringify(cloudEvent(this.source, to, message, context));
    const timestamp = String(Math.floor(now / 1_000));
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': deliveryId,
      'webhook-timestamp': timestamp,
      'webhook-signature': webhookSignature(this.config.secret, deliveryId, timestamp, body),
    };
    const done = await exchange(
      { method: 'POST', url: this.config.url, headers, body },
      this.timeoutMs,
    );
    if (!done.answered) return done.result;
    return statusVerdict(done.answer, now) ?? { state: 'delivered' };
  }
}

/** The id stays the same when it is sent again, so that the other side can tell. `recipient` is whom we tell. */
const cloudEvent = (
  source: string,
  recipient: string,
  { locale, title, text, link, ackLink, severity, items = [] }: OutgoingMessage,
  { now, deliveryId }: SendContext,
) => ({
  specversion: '1.0',
  id: deliveryId,
  source,
  type: 'mingbian.notification',
  time: new Date(now).toISOString(),
  datacontenttype: 'application/json',
  data: { recipient, locale, severity, title, text, link, ackLink, items },
});

/** `v1,` and HMAC-SHA256 over `id.timestamp.body`. A secret `whsec_…` is base64; any other is used as it is. */
export function webhookSignature(
  secret: string,
  id: string,
  timestamp: string,
  body: string,
): string {
  const key = secret.startsWith('whsec_')
    ? Buffer.from(secret.slice('whsec_'.length), 'base64')
    : Buffer.from(secret, 'utf8');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}
