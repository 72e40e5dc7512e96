import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PostgresBinaries } from './binaries.js';
import { isReachable } from './unprivileged.js';

/** Where root keeps what its services run. */
const SHARED = '/var/lib/mingbian';

/**
 * The programs where the unprivileged account can run them. Below a closed folder (a clone in /root) it cannot: the
 * one capability that lets it pass does not count for access(2), with which initdb looks for its companions. Then
 * they are copied, once per version.
 */
export function reachableBinaries(binaries: PostgresBinaries): PostgresBinaries {
  if (isReachable(binaries.initdb)) return binaries;
  const native = dirname(dirname(binaries.initdb));
  const copy = join(SHARED, `postgresql-${versionOf(native)}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  const within = (program: string): string => join(copy, 'bin', basename(program));
  return { initdb: within(binaries.initdb), pg_ctl: within(binaries.pg_ctl) };
}

/** The name appears only when everything is there, so that a killed copy is not taken for a whole one. */
function copyWhole(from: string, to: string): void {
  const draft = `${to}.${String(process.pid)}`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  rmSync(draft, { recursive: true, force: true });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, to);
  } catch (error) {
    // Somebody else was faster.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

function versionOf(native: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
