import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';
import { APP_ROLE, type QUEUE_SCHEMA } from './migrate.js';

export type EntityClass = abstract new () => object;
type EntityList = NonNullable<DataSourceOptions['entities']>;

export interface ConnectionOptions {
  readonly url: string;
  /** Most connections that this process holds for its use cases. */
  readonly poolSize: number;
  /** `fast` does not wait for the disk: a crash may lose the last second, which a replay can do again. */
  readonly commits?: 'durable' | 'fast';
}

/** The running program's connections: as the limited role, in UTC, with a limit on forgotten transactions. */
export function createDataSource(
  options: ConnectionOptions,
  entities: readonly EntityClass[],
): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize,
    entities: [...entities] as EntityList,
    synchronize: false,
    migrationsRun: false,
    applicationName: 'mingbian',
    extra: { options: sessionOptions('public', options.commits) },
  });
}

/** Start-up options of every connection. BullMQ finds its tables by the search path. */
export const sessionOptions = (
  searchPath: 'public' | typeof QUEUE_SCHEMA,
  commits: ConnectionOptions['commits'] = 'durable',
): string =>
  [
    `role=${APP_ROLE}`,
    'TimeZone=UTC',
    `search_path=${searchPath}`,
    'idle_in_transaction_session_timeout=60000',
    ...(commits === 'fast' ? ['synchronous_commit=off'] : []),
  ]
    .map((setting) => `-c ${setting}`)
    .join(' ');
