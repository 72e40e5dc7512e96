import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CONFIG_FOLDER } from './office.js';

/** dist/test/bench/setting → dist/apps/…/main.js. */
const entryOf = (app: 'standalone' | 'api'): string =>
  fileURLToPath(new URL(`../../../apps/${app}/main.js`, import.meta.url));

export const ADMINISTRATOR = { username: 'admin', password: 'bench-administrator' } as const;

/** The standalone program in a process of its own, as `npm start` runs it when everything is built. */
export class Program {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** From the spawn to the line `ready http…`, in milliseconds. */
    readonly readyMs: number,
  ) {}

  /** With an address of a database, the api alone works on it; without one, everything on its own. */
  static async start(dataDir: string, databaseUrl: string | null = null): Promise<Program> {
    const started = performance.now();
    const entry = entryOf(databaseUrl === null ? 'standalone' : 'api');
    const child = spawn(process.execPath, [entry], {
      env: {
        ...environment(dataDir),
        ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const [, url] = /^ready (http\S+)/.exec(line) ?? [];
      if (url !== undefined) {
        child.stdout.resume();
        return new Program(child, url, performance.now() - started);
      }
    }
    throw new Error('the program ended before it was ready');
  }

  /** The memory of the process itself, without PostgreSQL: VmRSS in MB; NaN where there is no /proc. */
  residentMB(): number {
    try {
      const status = readFileSync(`/proc/${String(this.child.pid)}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
    } catch {
      return NaN;
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
  }
}

/** Calls `work` with an empty data folder, and removes it afterwards. */
export async function withDataFolder<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mingbian-bench-data-'));
  try {
    return await work(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function environment(dataDir: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('MINGBIAN_') && name !== 'DATABASE_URL' && name !== 'REDIS_URL',
  );
  return {
    ...Object.fromEntries(inherited),
    PORT: '0',
    MINGBIAN_DATA_DIR: dataDir,
    MINGBIAN_CONFIG_DIR: CONFIG_FOLDER,
    MINGBIAN_BOOTSTRAP_USER: ADMINISTRATOR.username,
    MINGBIAN_BOOTSTRAP_PASSWORD: ADMINISTRATOR.password,
    MINGBIAN_LOG_LEVEL: 'warn',
  };
}
