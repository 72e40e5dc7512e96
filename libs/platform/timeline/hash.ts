import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';

export const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');

/** The SHA-256 of a value in canonical JSON (RFC 8785), in hex. */
export const hashOf = (value: unknown): string => sha256(canonicalize(value));
