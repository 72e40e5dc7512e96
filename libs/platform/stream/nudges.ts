import pg from 'pg';
import type { Database } from '../database/database.js';
import { sql } from '../database/tx.js';

export type Nudge =
  'stream' | 'deadlines' | 'outbox' | 'deliveries' | 'imports' | 'topics' | 'feeds';

const CHANNEL = 'mingbian_nudge';
const COALESCE_MS = 20;
const RECONNECT_MS = 1_000;

/**
 * Tells every process that there is something to look at. Sent after the commit, not inside the transaction: NOTIFY
 * takes a database-wide lock at commit and would line the commits up. A lost nudge costs a second, since all who
 * listen also look by themselves.
 */
export class Nudges {
  private readonly listeners = new Map<Nudge, Set<() => void>>();
  private readonly waiting = new Set<Nudge>();
  private timer: NodeJS.Timeout | null = null;
  private client: pg.Client | null = null;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly databaseUrl: string,
  ) {}

  /** Calls `listener` soon after anybody, in any process, sends this nudge. */
  on(nudge: Nudge, listener: () => void): () => void {
    const set = this.listeners.get(nudge) ?? new Set();
    this.listeners.set(nudge, set.add(listener));
    return () => set.delete(listener);
  }

  send(...nudges: readonly Nudge[]): void {
    nudges.forEach((nudge) => this.waiting.add(nudge));
    if (this.closed) return;
    this.timer ??= setTimeout(() => void this.flush(), COALESCE_MS);
  }

  /** Starts to hear the other processes, and goes on trying when the database is away. */
  listen(): void {
    const client = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true });
    this.client = client;
    client.on('notification', ({ payload }) => {
      for (const nudge of payload?.split(',') ?? []) this.tell(nudge);
    });
    const again = (): void => {
      if (this.closed || this.client !== client) return;
      this.client = null;
      void client.end().catch(() => undefined);
      setTimeout(() => {
        if (!this.closed) this.listen();
      }, RECONNECT_MS).unref();
    };
    client.on('error', again).on('end', again);
    client
      .connect()
      .then(() => client.query(`LISTEN ${CHANNEL}`))
      .catch(again);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async flush(): Promise<void> {
    this.timer = null;
    const payload = [...this.waiting].join(',');
    this.waiting.clear();
    await sql(this.database.reader, 'SELECT pg_notify($1, $2)', [CHANNEL, payload]).catch(
      () => undefined,
    );
  }

  private tell(nudge: string): void {
    this.listeners.get(nudge as Nudge)?.forEach((listener) => {
      listener();
    });
  }
}
