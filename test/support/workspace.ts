import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneTemplate } from '#testing';
import { until } from './until.js';

export const BOOTSTRAP = { username: 'root-admin', password: 'a long enough password' } as const;

/** Where a program keeps its things, and the environment that says so. */
export interface Workspace {
  readonly dataDir: string;
  /** The owner's address of its database; null while the database is the program's own. */
  readonly databaseUrl: string | null;
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const bootstrap = {
  MINGBIAN_BOOTSTRAP_USER: BOOTSTRAP.username,
  MINGBIAN_BOOTSTRAP_PASSWORD: BOOTSTRAP.password,
};

/** An empty folder made like `mktemp -d` (mode 0700): the program runs a database of its own in it. */
export function emptyFolder(): Workspace & { readonly databaseUrl: null } {
  const dataDir = mkdtempSync(join(tmpdir(), 'mingbian-e2e-'));
  return {
    dataDir,
    databaseUrl: null,
    env: { MINGBIAN_DATA_DIR: dataDir },
    close: async () => {
      await stopPostgres(dataDir);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A fresh database on the server that the suites share, with an administrator: up in no time. */
export async function freshDatabase(): Promise<Workspace & { readonly databaseUrl: string }> {
  const { url, drop } = await cloneTemplate();
  const dataDir = mkdtempSync(join(tmpdir(), 'mingbian-e2e-'));
  return {
    dataDir,
    databaseUrl: url,
    env: { MINGBIAN_DATA_DIR: dataDir, DATABASE_URL: url, ...bootstrap },
    close: async () => {
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The process id and port of the PostgreSQL in a data folder; null when none has been started. */
export function postgresIn(dataDir: string): { pid: number; port: number } | null {
  try {
    // Lines 1 and 4 (PostgreSQL source, src/include/utils/pidfile.h).
    const lines = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

/** The owner's address of the embedded database in a data folder. */
export function embeddedUrl(dataDir: string): string {
  const password = readFileSync(join(dataDir, 'postgres.secret'), 'utf8').trim();
  const port = postgresIn(dataDir)?.port ?? 0;
  return `postgres://mingbian:${password}@127.0.0.1:${port}/postgres`;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function stopPostgres(dataDir: string): Promise<void> {
  const server = postgresIn(dataDir);
  if (server === null || !isAlive(server.pid)) return;
  // PostgreSQL's "immediate" stop: nothing in this folder is kept.
  process.kill(server.pid, 'SIGQUIT');
  await until('PostgreSQL has stopped', () => !isAlive(server.pid));
}
