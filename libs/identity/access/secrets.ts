import { randomBytes } from 'node:crypto';
import { sha256 } from '#platform';

/**
 * A secret that only its holder knows: 256 random bits. The database keeps its SHA-256. A slow hash would add
 * nothing, since nobody can guess 256 bits.
 */
export const newSecret = (prefix = ''): string => prefix + randomBytes(32).toString('base64url');

export const secretHash = (secret: string): string => sha256(secret);
