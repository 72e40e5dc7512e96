import { statfs } from 'node:fs/promises';
import type { Migration } from '../database/migrate.js';
import type { Tx } from '../database/tx.js';
import { sql } from '../database/tx.js';

export interface DatabaseHealth {
  /** Of the server, for example `18.1`. */
  readonly version: string;
  readonly sizeBytes: number;
  /** Of all programs to this database. */
  readonly connections: number;
}

export async function readDatabaseHealth(tx: Tx): Promise<DatabaseHealth> {
  const [row] = await sql<{ version: string; size: string; connections: number }>(
    tx,
    `SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS size,
       (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections`,
  );
  return {
    version: row?.version.split(' ')[0] ?? '',
    sizeBytes: Number(row?.size ?? 0),
    connections: row?.connections ?? 0,
  };
}

/** The steps of the schema that this database has not taken yet. */
export async function missingMigrations(
  tx: Tx,
  migrations: readonly Migration[],
): Promise<string[]> {
  const rows = await sql<{ name: string }>(tx, 'SELECT name FROM schema_migrations');
  const taken = new Set(rows.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !taken.has(name));
}

/** Bytes that the product may still write to the disk of a folder; null when that cannot be known. */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
