import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from 'node:crypto';
import type { ECDH } from 'node:crypto';
import type { Heard, Reaction } from './fake-server.js';

/** A browser with a subscription: it can read what is encrypted for it, by RFC 8291 and RFC 8188. */
export class FakeBrowser {
  private readonly ecdh: ECDH = createECDH('prime256v1');
  private readonly auth = Buffer.from('0123456789abcdef');

  constructor() {
    this.ecdh.generateKeys();
  }

  /** What is stored for it: the address of its `push` contact. */
  addressAt(endpoint: string): string {
    const keys = {
      p256dh: this.ecdh.getPublicKey().toString('base64url'),
      auth: this.auth.toString('base64url'),
    };
    return JSON.stringify({ endpoint, expirationTime: null, keys });
  }

  read(message: Buffer): string {
    const salt = message.subarray(0, 16);
    const keyLength = message.readUInt8(20);
    const senderKey = message.subarray(21, 21 + keyLength);
    const sealed = message.subarray(21 + keyLength);
    const info = Buffer.concat([
      Buffer.from('WebPush: info\0'),
      this.ecdh.getPublicKey(),
      senderKey,
    ]);
    const secret = derive(this.ecdh.computeSecret(senderKey), this.auth, info, 32);
    const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
    const decipher = createDecipheriv('aes-128-gcm', key, nonce);
    decipher.setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
  }
}

const derive = (key: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, bytes));

/** The claims of an Authorization header, if its signature is by the key it names (RFC 8292). */
export function vapidClaims(authorization: string): { claims: unknown; publicKey: string } | null {
  const [, token = '', publicKey = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? [];
  const [header = '', payload = '', signature = ''] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  if (point.length !== 65) return null;
  const key = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  const signed = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  const { alg } = read(header) as { alg?: string };
  return signed && alg === 'ES256' ? { claims: read(payload), publicKey } : null;
}

/** A push service that takes only what is signed by the key with which the browser subscribed. */
export const pushService =
  (subscribedWith: string) =>
  ({ headers }: Heard): Reaction => {
    const shown = vapidClaims(headers.authorization ?? '');
    if (shown?.publicKey !== subscribedWith)
      return { status: 403, body: '{"reason":"BadJwtToken"}' };
    if (headers['content-encoding'] !== 'aes128gcm' || headers['ttl'] === undefined) {
      return { status: 400 };
    }
    return { status: 201, headers: { location: '/message/1' } };
  };
