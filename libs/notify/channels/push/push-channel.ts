import { createECDH, createHash, randomBytes } from 'node:crypto';
import type { PushConfig } from '../../core/channels-config.js';
import { utf8Bytes } from '../../core/clip.js';
import { isAllowedService, parsePushAddress } from '../../core/push-address.js';
import { renderPush } from '../../core/render-push.js';
import type { Channel, OutgoingMessage, SendContext, SendResult } from '../channel.js';
import { exchange } from '../exchange.js';
import type { Answer } from '../exchange.js';
import { badAddress, statusVerdict } from '../verdict.js';
import { LONGEST_PAYLOAD, encryptForPush } from './encrypt.js';
import { vapidAuthorization } from './vapid.js';
import type { VapidKeys } from './vapid.js';

/** Four hours: who opens the computer later finds it in the application. */
const TTL_SECONDS = '14400';

/** Notifications of the installed page: Web Push, https://www.rfc-editor.org/rfc/rfc8030 */
export class PushChannel implements Channel {
  readonly name = 'push';

  constructor(
    private readonly config: PushConfig,
    private readonly keys: VapidKeys,
    private readonly timeoutMs: number,
  ) {}

  async send(to: string, message: OutgoingMessage, context: SendContext): Promise<SendResult> {
    const subscription = parsePushAddress(to);
    if (subscription === null)
      return badAddress('the subscription of this browser is not complete');
    const { endpoint, keys } = subscription;
    if (!isAllowedService(endpoint, this.config.services)) {
      return badAddress(`${new URL(endpoint).host} is not among push.services of channels.yaml`);
    }
    const room = { limit: LONGEST_PAYLOAD, size: utf8Bytes };
    const payload = Buffer.from(renderPush(room, message, context.deliveryId));
    const body = encrypted(payload, keys);
    if (body === null) return badAddress('the key of this browser is not a point of P-256');
    const headers = this.headers(new URL(endpoint).origin, context);
    const done = await exchange({ method: 'POST', url: endpoint, headers, body }, this.timeoutMs);
    return done.answered ? verdict(done.answer, context.now) : done.result;
  }

  private headers(origin: string, { now, deliveryId }: SendContext): Record<string, string> {
    return {
      'content-type': 'application/octet-stream',
      'content-encoding': 'aes128gcm',
      authorization: vapidAuthorization(this.keys, this.config.subject, origin, now),
      ttl: TTL_SECONDS,
      urgency: 'high',
      // A repeated send replaces the first one while the device is away. At most 32 characters (RFC 8030, 5.4).
      topic: createHash('sha256').update(deliveryId).digest('base64url').slice(0, 32),
    };
  }
}

function encrypted(
  payload: Uint8Array,
  keys: { p256dh: string; auth: string },
): Uint8Array<ArrayBuffer> | null {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  try {
    return encryptForPush(payload, keys, {
      privateKey: ecdh.getPrivateKey(),
      salt: randomBytes(16),
    });
  } catch {
    return null;
  }
}

/** 404 and 410: the subscription has ended (RFC 8030, 7.3), and will not come back. */
function verdict(answer: Answer, now: number): SendResult {
  const result = statusVerdict(answer, now);
  if (result?.state === 'failed' && (answer.status === 404 || answer.status === 410)) {
    return { ...result, code: 'gone' };
  }
  return result ?? { state: 'delivered' };
}
