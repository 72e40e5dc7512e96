import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgres } from '#platform';

const STALE_LOCK_MS = 60_000;

/** One server for all suites of this working copy. It stays up between runs; `scripts/stop-test-database.mjs` ends it. */
function testClusterFolder(): string {
  const copy = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8);
  return join(tmpdir(), `mingbian-test-${copy}`);
}

/** Starts or joins the server. It trades safety for speed, since nothing on it outlives a test. */
export async function testCluster(): Promise<EmbeddedPostgres> {
  const dataDir = testClusterFolder();
  mkdirSync(dataDir, { recursive: true });
  const lock = join(dataDir, 'starting');
  await take(lock);
  try {
    return await EmbeddedPostgres.start({
      dataDir,
      serverSettings: [
        'fsync=off',
        'synchronous_commit=off',
        'full_page_writes=off',
        'max_connections=300',
      ],
    });
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** mkdir is atomic, so it serves as a lock between the processes of the test runner. */
async function take(lock: string): Promise<void> {
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch {
      if (isStale(lock)) rmSync(lock, { recursive: true, force: true });
      await delay(50);
    }
  }
}

function isStale(lock: string): boolean {
  try {
    return Date.now() - statSync(lock).mtimeMs > STALE_LOCK_MS;
  } catch {
    return false;
  }
}
