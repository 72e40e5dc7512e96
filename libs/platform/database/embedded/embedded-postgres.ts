import { randomBytes } from 'node:crypto';
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { findBinaries } from './binaries.js';
import type { PostgresBinaries } from './binaries.js';
import { reachableBinaries } from './reachable-binaries.js';
import { asAccount, handOver, isReachable, letPass, postgresAccount } from './unprivileged.js';
import type { Account } from './unprivileged.js';

const run = promisify(execFile);
const OWNER = 'mingbian';

export interface EmbeddedOptions {
  /** The workspace folder; the cluster is its subfolder `postgres`. */
  readonly dataDir: string;
  /** Extra `name=value` server settings, for tests. */
  readonly serverSettings?: readonly string[];
}

/** A PostgreSQL server of our own, below the workspace folder. */
export class EmbeddedPostgres {
  private constructor(
    private readonly binaries: PostgresBinaries,
    private readonly account: Account | null,
    private readonly folder: string,
    private readonly password: string,
    private readonly settings: readonly string[],
    private port: number,
    /** Whether the server was already running, left by a killed process or run by another one. */
    readonly adopted: boolean,
  ) {}

  /** Makes the cluster when there is none, and starts the server or adopts the one that runs. */
  static async start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const dataDir = resolve(options.dataDir);
    const folder = join(dataDir, 'postgres');
    mkdirSync(dataDir, { recursive: true });
    const account = postgresAccount();
    if (account !== null) letPass(dataDir);
    const found = await findBinaries();
    const binaries = account === null ? found : reachableBinaries(found);
    const password = readOrMakeSecret(join(dataDir, 'postgres.secret'));
    const settings = options.serverSettings ?? [];
    const made = new EmbeddedPostgres(binaries, account, folder, password, settings, 0, false);
    if (!existsSync(join(folder, 'PG_VERSION'))) await made.initialise(dataDir);
    const running = (await made.isRunning()) ? readRunningPort(folder) : null;
    const server = new EmbeddedPostgres(
      binaries,
      account,
      folder,
      password,
      settings,
      running ?? (await freePort()),
      running !== null,
    );
    if (running === null) await server.launch();
    return server;
  }

  /** The address of the owner's connection to a database of this server. */
  url(database = 'postgres'): string {
    return `postgres://${OWNER}:${this.password}@127.0.0.1:${String(this.port)}/${database}`;
  }

  async isRunning(): Promise<boolean> {
    try {
      await this.pgCtl(['status', '-D', this.folder]);
      return true;
    } catch {
      return false;
    }
  }

  /** Starts the server again, on the same port, when it has died. Cheap, and safe to call, when it has not. */
  async revive(): Promise<boolean> {
    if (isAlive(readRunningPid(this.folder)) || (await this.isRunning())) return false;
    await this.launch();
    return true;
  }

  async stop(): Promise<void> {
    if (await this.isRunning())
      await this.pgCtl(['stop', '-D', this.folder, '-m', 'fast', '-w', '-t', '8']);
  }

  private async initialise(dataDir: string): Promise<void> {
    const passwordFile = join(dataDir, '.initdb-password');
    // A folder without PG_VERSION is what a killed initdb leaves: nothing of value is in it.
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { mode: 0o700 });
    writeFileSync(passwordFile, this.password, { mode: 0o600 });
    const { account } = this;
    if (account !== null) for (const path of [this.folder, passwordFile]) handOver(path, account);
    try {
      await this.asServer(this.binaries.initdb, [
        '-D',
        this.folder,
        '-U',
        OWNER,
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ]);
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  private async launch(): Promise<void> {
    const settings = [
      'listen_addresses=127.0.0.1',
      `port=${String(this.port)}`,
      "unix_socket_directories=''",
      'max_connections=120',
      'shared_buffers=128MB',
      'timezone=UTC',
      'log_timezone=UTC',
      'max_wal_size=1GB',
      ...this.settings,
    ];
    const log = join(this.folder, 'server.log');
    await this.pgCtl([
      'start',
      '-w',
      '-t',
      '30',
      '-D',
      this.folder,
      '-l',
      log,
      '-o',
      settings.map((setting) => `-c ${setting}`).join(' '),
    ]).catch((error: unknown) => {
      throw new Error(`PostgreSQL did not start; see ${log}`, { cause: error });
    });
  }

  private pgCtl(args: readonly string[]): Promise<unknown> {
    return this.asServer(this.binaries.pg_ctl, args);
  }

  private asServer(program: string, args: readonly string[]): Promise<unknown> {
    const [command, line] =
      this.account === null
        ? [program, [...args]]
        : asAccount(this.account, !isReachable(this.folder), program, args);
    return run(command, line, { env: { ...process.env, LC_ALL: 'C', PGTZ: 'UTC' }, cwd: '/' });
  }
}

function readOrMakeSecret(path: string): string {
  if (!existsSync(path))
    writeFileSync(path, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  chmodSync(path, 0o600);
  return readFileSync(path, 'utf8').trim();
}

function readRunningPid(folder: string): number | null {
  try {
    return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

/** Signal 0 asks whether a process is there; EPERM says that it is, and is not ours. */
function isAlive(pid: number | null): boolean {
  if (pid === null) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The fourth line of postmaster.pid is the port (PostgreSQL source, src/include/utils/pidfile.h). */
function readRunningPort(folder: string): number | null {
  const port = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolvePort(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
