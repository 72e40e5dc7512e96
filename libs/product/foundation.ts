import { type DataSource } from 'typeorm';
import {
  Database,
  Logger,
  Nudges,
  Queues,
  SystemClock,
  createDataSource,
  migrate,
  openQueueConnection,
} from '#platform';
import type { Clock, Foundation, Settings } from '#platform';
import { entities, migrations } from './schema.js';

export interface FoundationOptions {
  readonly settings: Settings;
  /** The owner's connection: migrations run with it, and the program then works as the limited role. */
  readonly databaseUrl: string;
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly commits?: 'durable' | 'fast';
}

export interface OpenFoundation extends Foundation {
  close(): Promise<void>;
}

/** Brings the schema up to date and opens everything that a process works with. */
export async function openFoundation(options: FoundationOptions): Promise<OpenFoundation> {
  const { settings, databaseUrl } = options;
  const clock = options.clock ?? new SystemClock();
  const logger = options.logger ?? new Logger(settings.logLevel);
  await migrate(databaseUrl, migrations);
  const source = await createDataSource(
    { url: databaseUrl, poolSize: 20, commits: options.commits ?? 'durable' },
    entities,
  ).initialize();
  const database = new Database(source);
  const link = openQueueConnection({ databaseUrl, redisUrl: settings.redisUrl });
  const queues = new Queues(link, (error) => {
    logger.warn(`queue: ${error.message}`);
  });
  const nudges = new Nudges(database, databaseUrl);
  nudges.listen();
  return {
    settings,
    clock,
    logger,
    source,
    database,
    queues,
    nudges,
    close: () => close(source, queues, nudges),
  };
}

async function close(source: DataSource, queues: Queues, nudges: Nudges): Promise<void> {
  await nudges.close();
  await queues.close().catch(() => undefined);
  await queues.link.close().catch(() => undefined);
  await source.destroy();
}
