import { createCipheriv, createECDH, hkdfSync } from 'node:crypto';

/** The keys of a subscription as the browser gives them: base64url of 65 and of 16 bytes. */
export interface SubscriptionKeys {
  readonly p256dh: string;
  readonly auth: string;
}

/** What is made anew for each message. Handed in, so that the example of the standard can be reproduced. */
export interface MessageKeys {
  readonly privateKey: Uint8Array;
  readonly salt: Uint8Array;
}

/** One record holds it all; a push service takes 4096 bytes at least, and may refuse more (RFC 8030, 7.2). */
const RECORD_SIZE = 4_096;

/** 86 bytes of header, one of padding, 16 of authentication: 4096 − 103. */
export const LONGEST_PAYLOAD = RECORD_SIZE - 103;

const IKM_BYTES = 32;
const KEY_BYTES = 16;
const NONCE_BYTES = 12;

/**
 * Encrypts for one subscription: RFC 8291, content coding aes128gcm of RFC 8188. Only who holds the private key of
 * the subscription, the browser, can read it; the push service cannot.
 */
export function encryptForPush(
  payload: Uint8Array,
  keys: SubscriptionKeys,
  message: MessageKeys,
): Uint8Array<ArrayBuffer> {
  const browserKey = Buffer.from(keys.p256dh, 'base64url');
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(message.privateKey);
  const ownKey = ecdh.getPublicKey();
  const shared = ecdh.computeSecret(browserKey);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browserKey, ownKey]);
  const secret = hkdf(shared, Buffer.from(keys.auth, 'base64url'), info, IKM_BYTES);
  const key = hkdf(secret, message.salt, Buffer.from('Content-Encoding: aes128gcm\0'), KEY_BYTES);
  const nonce = hkdf(secret, message.salt, Buffer.from('Content-Encoding: nonce\0'), NONCE_BYTES);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const lastRecord = Buffer.from([2]);
  return Buffer.concat([
    ...header(message.salt, ownKey),
    cipher.update(Buffer.concat([payload, lastRecord])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

function header(salt: Uint8Array, ownKey: Buffer): Uint8Array[] {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD_SIZE);
  return [salt, size, Buffer.from([ownKey.length]), ownKey];
}

const hkdf = (key: Uint8Array, salt: Uint8Array, info: Uint8Array, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, bytes));
