import type { SmsConfig } from '../core/channels-config.js';
import { characters } from '../core/clip.js';
import { atPointer } from '../core/json-pointer.js';
import { oneLine, renderWithin } from '../core/render-message.js';
import { fill, insideJson, insideUrl } from '../core/template.js';
import type { Channel, OutgoingMessage, SendContext, SendResult } from './channel.js';
import { exchange } from './exchange.js';
import type { Answer, Request } from './exchange.js';
import { onOneLine, parseJson, rejected, statusVerdict } from './verdict.js';

const CONTENT_TYPES = {
  json: 'application/json; charset=utf-8',
  form: 'application/x-www-form-urlencoded; charset=utf-8',
};

/** Short messages by a gateway that HTTP can ask; channels.yaml says how. */
export class SmsChannel implements Channel {
  readonly name = 'sms';

  constructor(
    private readonly config: SmsConfig,
    private readonly timeoutMs: number,
  ) {}

  async send(to: string, message: OutgoingMessage, context: SendContext): Promise<SendResult> {
    const done = await exchange(this.request(to, message, context.deliveryId), this.timeoutMs);
    return done.answered ? this.verdict(done.answer, context.now) : done.result;
  }

  private request(to: string, message: OutgoingMessage, id: string): Request {
    const { method, url, headers, format, body, secret, maxLength } = this.config;
    const values = {
      to: to.replace(/[\s-]/g, ''),
      text: renderWithin({ limit: maxLength, size: characters }, oneLine, message),
      id,
      ...(secret === null ? {} : { secret }),
    };
    const own = Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      fill(value, values, (plain) => plain),
    ]);
    return {
      method,
      url: fill(url, values, insideUrl),
      headers: {
        ...(body === null ? {} : { 'content-type': CONTENT_TYPES[format] }),
        ...(Object.fromEntries(own) as Record<string, string>),
      },
      body: body === null ? null : fill(body, values, format === 'json' ? insideJson : insideUrl),
    };
  }

  private verdict(answer: Answer, now: number): SendResult {
    const { status, pointer, equals } = this.config.success;
    const byStatus = statusVerdict(answer, now);
    if (byStatus !== null) return byStatus;
    if (!status.includes(answer.status)) {
      return rejected(`${answer.host} answered ${answer.status}`);
    }
    if (pointer === null) return { state: 'delivered' };
    const said = atPointer(parseJson(answer.text), pointer);
    // Gateways write the same code as 0 and as "0"; a person filling in channels.yaml cannot know which.
    if (String(said) === String(equals)) return { state: 'delivered' };
    return rejected(
      `${answer.host} answered ${pointer} = ${String(said)}: ${onOneLine(answer.text)}`,
    );
  }
}
