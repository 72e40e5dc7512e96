import { hash, verify } from '@node-rs/argon2';

/**
 * Argon2id with 19 MiB, 2 passes, 1 lane: the OWASP Password Storage Cheat Sheet's minimum, about 30 ms here.
 * Argon2id is the library's default algorithm (its enum is a `const enum`, which cannot be imported).
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hash of a random text, so that an unknown user name takes as long to refuse as a known one. */
let nobody: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => hash(normal(password), COST);

/** Whether the password belongs to the hash. Without a hash (no such user) it never does, in the same time. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hash(crypto.randomUUID(), COST);
  const matches = await verify(stored ?? (await nobody), normal(password));
  return matches && stored !== null;
}

/** The same characters typed on another system are the same password (NIST SP 800-63B §5.1.1.2). */
const normal = (password: string): string => password.normalize('NFKC');
