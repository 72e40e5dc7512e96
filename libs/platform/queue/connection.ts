import { createPostgresBackend, setDefaultBackendFactory } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { sessionOptions } from '../database/data-source.js';
import { QUEUE_SCHEMA } from '../database/migrate.js';

/** The connection that BullMQ works on, and how to give it back. */
export interface QueueConnection {
  readonly backend: 'postgres' | 'redis';
  readonly connection: pg.Pool | Redis;
  close(): Promise<void>;
}

/**
 * Redis when there is one, else PostgreSQL. BullMQ takes its backend from a process-wide default, so this runs
 * before the Nest module is made; and it cannot load `pg` itself in ESM, so it gets a pool.
 */
export function openQueueConnection(options: {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
}): QueueConnection {
  return options.redisUrl === null ? onPostgres(options.databaseUrl) : onRedis(options.redisUrl);
}

function onPostgres(connectionString: string): QueueConnection {
  setDefaultBackendFactory(createPostgresBackend);
  const pool = new pg.Pool({
    connectionString,
    max: 6,
    options: sessionOptions(QUEUE_SCHEMA),
    keepAlive: true,
  });
  // An idle client that loses its server is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return { backend: 'postgres', connection: pool, close: () => pool.end() };
}

function onRedis(url: string): QueueConnection {
  setDefaultBackendFactory();
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  return {
    backend: 'redis',
    connection: redis,
    close: () => {
      redis.disconnect();
      return Promise.resolve();
    },
  };
}
