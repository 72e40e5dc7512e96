import { readFileSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import type { ReadSecret } from '../core/resolve-channels.js';
import { errorCode } from './error-code.js';

/** Reads secrets from files of their own: named relative to the configuration folder, or by their whole path. */
export const secretsBeside =
  (folder: string): ReadSecret =>
  (name) => {
    const file = isAbsolute(name) ? name : join(folder, name);
    try {
      const secret = readFileSync(file, 'utf8').trim();
      if (secret !== '' && !secret.includes('\n')) return { ok: true, secret };
      return { ok: false, reason: `${basename(file)} must hold one line, the secret` };
    } catch (error) {
      return { ok: false, reason: `cannot read ${file}: ${errorCode(error) ?? 'unknown'}` };
    }
  };
