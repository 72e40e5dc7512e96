import { Owner } from '../database.js';
import type { ConfigCopy } from '../config.js';
import { Program } from '../program.js';
import { RedisServer, hasRedis } from '../redis.js';
import { BOOTSTRAP, embeddedUrl, emptyFolder, freshDatabase, postgresIn } from '../workspace.js';
import type { Workspace } from '../workspace.js';

/** What happens to the program: something is killed, or everything that is queued is gone. */
export type Fault = 'program' | 'database' | 'both' | 'flush' | 'api' | 'worker';

/** The product as it is run somewhere, with a queue of its own on one backend or the other by turns. */
export interface Deployment {
  readonly faults: readonly Fault[];
  /** Starts whatever does not run. Answers where to reach it. */
  start(round: number): Promise<string>;
  strike(fault: Fault): Promise<void>;
  /** Looks at its database, which must be there. */
  look<T>(work: (owner: Owner) => Promise<T>): Promise<T>;
  /** Asks everything to stop. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

const bootstrap = {
  MINGBIAN_BOOTSTRAP_USER: BOOTSTRAP.username,
  MINGBIAN_BOOTSTRAP_PASSWORD: BOOTSTRAP.password,
};

/** Opens, looks, closes: a database may be killed between two looks. */
async function lookAt<T>(url: string, work: (owner: Owner) => Promise<T>): Promise<T> {
  const owner = await Owner.of(url);
  try {
    return await work(owner);
  } finally {
    await owner.close();
  }
}

/** Both backends take turns, on the same workspace. */
const queueOf = (redis: RedisServer | null, round: number): Readonly<Record<string, string>> =>
  redis !== null && round % 2 === 1 ? { REDIS_URL: redis.url } : {};

const openRedis = (): Promise<RedisServer> | null => (hasRedis() ? RedisServer.start() : null);

/** One program with a database of its own, as most will have it. */
export class Together implements Deployment {
  readonly faults = ['program', 'database', 'both', 'flush'] as const;
  private program: Program | null = null;

  private constructor(
    private readonly workspace: Workspace,
    private readonly config: ConfigCopy,
    private readonly redis: RedisServer | null,
  ) {}

  static async open(config: ConfigCopy): Promise<Together> {
    return new Together(emptyFolder(), config, await openRedis());
  }

  async start(round: number): Promise<string> {
    const env = { ...this.workspace.env, ...this.config.env, ...bootstrap };
    this.program ??= await Program.start({ env: { ...env, ...queueOf(this.redis, round) } });
    return this.program.url;
  }

  async strike(fault: (typeof this.faults)[number]): Promise<void> {
    if (fault === 'flush') await this.redis?.flush();
    if (fault === 'database' || fault === 'both') this.killPostgres();
    if (fault === 'program' || fault === 'both') {
      await this.program?.kill();
      this.program = null;
    }
  }

  look<T>(work: (owner: Owner) => Promise<T>): Promise<T> {
    return lookAt(embeddedUrl(this.workspace.dataDir), work);
  }

  async stop(): Promise<void> {
    await this.program?.stop();
    this.program = null;
  }

  async close(): Promise<void> {
    await this.program?.kill();
    await this.workspace.close();
    await this.redis?.stop();
  }

  private killPostgres(): void {
    const server = postgresIn(this.workspace.dataDir);
    if (server !== null) process.kill(server.pid, 'SIGKILL');
  }
}

type Part = 'api' | 'worker';

/** `api` and `worker` in processes of their own, on a database server that others use as well. */
export class Apart implements Deployment {
  readonly faults = ['api', 'worker', 'both', 'database', 'flush'] as const;
  private readonly parts = new Map<Part, Program>();
  private queue: Readonly<Record<string, string>> = {};

  private constructor(
    private readonly workspace: Workspace & { readonly databaseUrl: string },
    private readonly config: ConfigCopy,
    private readonly redis: RedisServer | null,
  ) {}

  static async open(config: ConfigCopy): Promise<Apart> {
    return new Apart(await freshDatabase(), config, await openRedis());
  }

  async start(round: number): Promise<string> {
    // Both must have the same queue: it changes only when neither is there.
    if (this.parts.size === 0) this.queue = queueOf(this.redis, round);
    const env = { ...this.workspace.env, ...this.config.env, ...this.queue };
    const missing = (['api', 'worker'] as const).filter((part) => !this.parts.has(part));
    for (const part of missing) this.parts.set(part, await Program.start({ program: part, env }));
    return this.parts.get('api')?.url ?? '';
  }

  async strike(fault: (typeof this.faults)[number]): Promise<void> {
    if (fault === 'flush') await this.redis?.flush();
    // What a killed server is to those who use it: every connection breaks in the middle of its work.
    if (fault === 'database') await this.breakConnections();
    if (fault === 'api' || fault === 'both') await this.kill('api');
    if (fault === 'worker' || fault === 'both') await this.kill('worker');
  }

  look<T>(work: (owner: Owner) => Promise<T>): Promise<T> {
    return lookAt(this.workspace.databaseUrl, work);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.parts.values()].map((program) => program.stop()));
    this.parts.clear();
  }

  async close(): Promise<void> {
    await Promise.all([...this.parts.values()].map((program) => program.kill()));
    await this.workspace.close();
    await this.redis?.stop();
  }

  private async kill(part: Part): Promise<void> {
    await this.parts.get(part)?.kill();
    this.parts.delete(part);
  }

  private breakConnections(): Promise<unknown> {
    return this.look((owner) =>
      owner.select(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      ),
    );
  }
}
