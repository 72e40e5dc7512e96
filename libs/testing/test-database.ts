import { createHash } from 'node:crypto';
import pg from 'pg';
import { Database, createDataSource, migrate } from '#platform';
import type { Migration } from '#platform';
import { entities, migrations } from '#product';
import { testCluster } from './test-cluster.js';

export interface TestDatabase {
  readonly database: Database;
  /** The owner's address: for looking behind the scenes, and for tampering. */
  readonly url: string;
  close(): Promise<void>;
}

let count = 0;

/** A database of one's own with the whole schema, cloned from a template in a few dozen milliseconds. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { url, drop } = await cloneTemplate();
  const source = createDataSource({ url, poolSize: 12 }, entities);
  await source.initialize();
  return {
    database: new Database(source),
    url,
    close: async () => {
      await source.destroy();
      await drop();
    },
  };
}

/** The address of a fresh database with the whole schema, for tests that start a program on it. */
export async function cloneTemplate(): Promise<{ url: string; drop: () => Promise<void> }> {
  const cluster = await testCluster();
  const admin = new pg.Client({ connectionString: cluster.url() });
  await admin.connect();
  try {
    const template = await ensureTemplate(admin, cluster.url.bind(cluster));
    count += 1;
    const name = `t_${String(process.pid)}_${String(count)}_${Date.now().toString(36)}`;
    await withLock(admin, () => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
    return { url: cluster.url(name), drop: () => drop(cluster.url(), name) };
  } finally {
    await admin.end();
  }
}

async function drop(adminUrl: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
}

async function ensureTemplate(admin: pg.Client, urlOf: (name: string) => string): Promise<string> {
  const name = `template_${fingerprint(migrations)}`;
  await withLock(admin, async () => {
    const found = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount !== 0) return;
    const draft = `${name}_draft`;
    await admin.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${draft}`);
    await migrate(urlOf(draft), migrations);
    await admin.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  });
  return name;
}

async function withLock(admin: pg.Client, work: () => Promise<unknown>): Promise<void> {
  await admin.query('SELECT pg_advisory_lock(77)');
  try {
    await work();
  } finally {
    await admin.query('SELECT pg_advisory_unlock(77)');
  }
}

/** The template belongs to exactly this schema: another migration text, another template. */
const fingerprint = (all: readonly Migration[]): string =>
  createHash('sha256')
    .update([...all, migrate].map(String).join())
    .digest('hex')
    .slice(0, 12);
