import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
} from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';

/** With what this office shows push services who it is (RFC 8292). */
export interface VapidKeys {
  /** base64url of the 65 bytes of an uncompressed P-256 point: what a browser subscribes with. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}

const FILE = 'push-key.json';

/**
 * The keys in the data folder, made at the first start. Subscriptions are bound to them: with other keys, every
 * browser would have to subscribe anew. Of several processes that start at once, one makes them.
 */
export function openVapidKeys(dataDir: string): VapidKeys {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, FILE);
  return readKeys(file) ?? makeKeys(file);
}

function readKeys(file: string): VapidKeys | null {
  try {
    return keysOf(JSON.parse(readFileSync(file, 'utf8')) as JsonWebKey);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new Error(`${file} does not hold the keys for web push`, { cause: error });
  }
}

/** Written aside and then linked: the name appears with its whole content, and only if nobody was faster. */
function makeKeys(file: string): VapidKeys {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const aside = `${file}.${randomUUID()}`;
  writeFileSync(aside, JSON.stringify(privateKey.export({ format: 'jwk' })), { mode: 0o600 });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
  return keysOf(JSON.parse(readFileSync(file, 'utf8')) as JsonWebKey);
}

function keysOf(jwk: JsonWebKey): VapidKeys {
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
  const { x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const point = [Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  return { publicKey: Buffer.concat(point).toString('base64url'), privateKey };
}

/** At most 24 hours are allowed (RFC 8292, 2); half of it leaves room for clocks that disagree. */
const VALID_SECONDS = 12 * 3_600;

/** The Authorization header of RFC 8292: a JWT for the origin of the push service, and our public key. */
export function vapidAuthorization(
  keys: VapidKeys,
  subject: string,
  origin: string,
  now: number,
): string {
  const claims = { aud: origin, exp: Math.floor(now / 1_000) + VALID_SECONDS, sub: subject };
  const unsigned = `${encoded({ typ: 'JWT', alg: 'ES256' })}.${encoded(claims)}`;
  const signature = sign('sha256', Buffer.from(unsigned), {
    key: keys.privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `vapid t=${unsigned}.${signature.toString('base64url')}, k=${keys.publicKey}`;
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
