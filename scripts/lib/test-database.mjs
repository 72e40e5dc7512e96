import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * The PostgreSQL that the suites of this working copy share (libs/testing/test-cluster.ts).
 *
 * @returns {number | undefined} its process id; undefined when it does not run
 */
function testDatabaseProcess() {
  const copy = createHash('sha256').update(root).digest('hex').slice(0, 8);
  const file = join(tmpdir(), `mingbian-test-${copy}`, 'postgres', 'postmaster.pid');
  try {
    // The first line is the process id (PostgreSQL source, src/include/utils/pidfile.h).
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

export function testDatabaseRuns() {
  return testDatabaseProcess() !== undefined;
}

/** @returns {boolean} whether there was one to stop */
export function stopTestDatabase() {
  const pid = testDatabaseProcess();
  if (pid === undefined) return false;
  // PostgreSQL's "fast" stop: open connections end, what is committed is kept.
  process.kill(pid, 'SIGINT');
  return true;
}
