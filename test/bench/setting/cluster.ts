import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '#platform';

/**
 * A PostgreSQL of our own in a temporary folder, with the settings that the product ships: every commit reaches the
 * disk. The one addition notes when each transaction committed, which is how lateness is measured.
 */
export class Cluster {
  private count = 0;

  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly folder: string,
  ) {}

  static async start(): Promise<Cluster> {
    const folder = mkdtempSync(join(tmpdir(), 'mingbian-bench-'));
    const server = await EmbeddedPostgres.start({
      dataDir: folder,
      serverSettings: ['track_commit_timestamp=on'],
    });
    return new Cluster(server, folder);
  }

  /** The owner's address of a new, empty database. */
  async newDatabase(): Promise<string> {
    this.count += 1;
    const name = `bench_${String(this.count)}`;
    await this.asOwner((client) => client.query(`CREATE DATABASE ${name}`));
    return this.server.url(name);
  }

  async drop(url: string): Promise<void> {
    const name = new URL(url).pathname.slice(1);
    await this.asOwner((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private asOwner(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
    return withClient(this.server.url(), work);
  }
}

/** Works on a connection of one's own. */
export async function withClient(
  url: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
