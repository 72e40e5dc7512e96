import { randomBytes } from 'node:crypto';
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { findBinaries } from './binaries.js';
import type { PostgresBinaries } from './binaries.js';
import { reachableBinaries } from './reachable-binaries.js';
import { asAccount, handOver, isReachable, letPass, postgresAccount } from './unprivileged.js';
import type { Account } from './unprivileged.js';

const run = promisify(execFile);
const OWNER = 'mingbian';

/** A crash recovery of a small office takes a few seconds: 200 looks, 100 ms apart, are 20 s. */
const LOOKS = 200;
const LOOK_AGAIN_MS = 100;
/** What a killed server left behind ends within a second; one that cannot start at all should say so soon. */
const LAUNCHES = 5;

export interface EmbeddedOptions {
  /** The workspace folder; the cluster is its subfolder `postgres`. */
  readonly dataDir: string;
  /** Extra `name=value` server settings, for tests. */
  readonly serverSettings?: readonly string[];
}

/** A PostgreSQL server of our own, below the workspace folder. */
export class EmbeddedPostgres {
  private port = 0;
  private isJoined = false;

  private constructor(
    private readonly binaries: PostgresBinaries,
    private readonly account: Account | null,
    private readonly folder: string,
    private readonly password: string,
    private readonly settings: readonly string[],
  ) {}

  /** Whether the server was already running, left by a killed process or run by another one. */
  get adopted(): boolean {
    return this.isJoined;
  }

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
    const server = new EmbeddedPostgres(binaries, account, folder, password, settings);
    if (!existsSync(join(folder, 'PG_VERSION'))) await server.initialise(dataDir);
    await server.bringUp();
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

  /**
   * Launches the server, or joins the one that runs. That it runs is not enough: a killed one is there for some
   * moments more, and one that was just launched is not ready yet. Both are waited for, until it takes connections.
   */
  private async bringUp(): Promise<void> {
    let launches = 0;
    for (let looks = 1; ; looks += 1) {
      buryTheDead(this.folder);
      const running = (await this.isRunning()) ? readRunningPort(this.folder) : null;
      this.isJoined = running !== null;
      this.port = running ?? (await freePort());
      const failure = this.isJoined ? await this.tryToConnect() : await this.tryToLaunch();
      if (failure === null) return;
      if (!this.isJoined) launches += 1;
      if (looks === LOOKS || launches === LAUNCHES) throw failure;
      await delay(LOOK_AGAIN_MS);
    }
  }

  private async tryToConnect(): Promise<Error | null> {
    const client = new pg.Client({ connectionString: this.url(), connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      return null;
    } catch (error) {
      const message = 'PostgreSQL runs, but takes no connections; see server.log in its folder';
      return new Error(message, { cause: error });
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Fails while another process launches it, too, and while what a killed one has left behind still ends. */
  private async tryToLaunch(): Promise<Error | null> {
    try {
      await this.launch();
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** Starts the server again, on the same port, when it has died. Cheap, and safe to call, when it has not. */
  async revive(): Promise<boolean> {
    buryTheDead(this.folder);
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
  const pid = Number(readPidFile(folder)[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/** Its lines; none when there is no such file. */
function readPidFile(folder: string): string[] {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * A dead server that nobody has reaped (in a container whose first process does not) still answers to signals, so
 * PostgreSQL would take its lock file for that of a living one, for ever.
 */
function buryTheDead(folder: string): void {
  const pid = readRunningPid(folder);
  if (pid !== null && isZombie(pid)) rmSync(join(folder, 'postmaster.pid'), { force: true });
}

/** The state follows the name in brackets, which may itself hold any character (proc(5)). */
function isZombie(pid: number): boolean {
  try {
    return /^.*\) Z/s.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  } catch {
    return false;
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
  const port = Number(readPidFile(folder)[3]);
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
