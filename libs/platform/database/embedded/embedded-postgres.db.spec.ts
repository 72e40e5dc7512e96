import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { EmbeddedPostgres } from './embedded-postgres.js';

let dataDir: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mingbian-embedded-'));
  server = await EmbeddedPostgres.start({ dataDir });
}, 60_000);

afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const postmaster = (): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Proves that it takes connections, by asking its own process number. */
async function answers(one: EmbeddedPostgres): Promise<boolean> {
  const client = new pg.Client({ connectionString: one.url() });
  await client.connect();
  try {
    return (await client.query('SELECT 1')).rowCount === 1;
  } finally {
    await client.end();
  }
}

describe('the embedded server', () => {
  it('is joined, not started twice, while it runs', async () => {
    const second = await EmbeddedPostgres.start({ dataDir });
    expect(second.adopted).toBe(true);
    expect(second.url()).toBe(server.url());
  });

  it('takes connections once it has started, however soon after it was killed', async () => {
    for (let round = 0; round < 5; round += 1) {
      process.kill(postmaster(), 'SIGKILL');
      server = await EmbeddedPostgres.start({ dataDir });
      expect(await answers(server)).toBe(true);
    }
  }, 60_000);

  it('takes connections when it is joined while it starts', async () => {
    process.kill(postmaster(), 'SIGKILL');
    const both = await Promise.all([
      EmbeddedPostgres.start({ dataDir }),
      EmbeddedPostgres.start({ dataDir }),
    ]);
    expect(await Promise.all(both.map(answers))).toEqual([true, true]);
    expect(new Set(both.map((one) => one.url())).size).toBe(1);
  }, 60_000);
});
