import { Queue, Worker } from 'bullmq';
import type { ConnectionOptions } from 'bullmq';
import { openQueueConnection } from '#platform';
import type { Cluster } from '../../setting/cluster.js';
import { Office } from '../../setting/office.js';
import { until, untilInstant } from '../../setting/until.js';
import type { Load } from '../seed.js';

const CONCURRENCY = 32;
const CHUNK = 1_000;

/**
 * BullMQ delayed jobs on the same PostgreSQL backend, with a handler that does nothing but note how late it was
 * called. The queue's tables are those that our own migration made.
 */
export async function bullmqLateness(cluster: Cluster, loadFrom: () => Load): Promise<number[]> {
  const office = await Office.open(cluster);
  const { connection, close } = openQueueConnection({ databaseUrl: office.url, redisUrl: null });
  const options = { connection: connection as ConnectionOptions };
  const queue = new Queue<{ dueAt: number }>('bench', options);
  const late: number[] = [];
  const worker = new Worker<{ dueAt: number }>(
    'bench',
    ({ data }) => {
      late.push(Date.now() - data.dueAt);
      return Promise.resolve();
    },
    { ...options, concurrency: CONCURRENCY },
  );
  worker.on('error', () => undefined);
  try {
    const load = loadFrom();
    for (let from = 0; from < load.count; from += CHUNK) await queue.addBulk(chunk(load, from));
    await untilInstant(load.firstDueAt + load.count * load.stepMs);
    await until(() => late.length >= load.count, 120_000, 'BullMQ has run all its jobs');
    return late;
  } finally {
    await worker.close();
    await queue.close();
    await close();
    await office.close();
  }
}

const chunk = ({ count, firstDueAt, stepMs }: Load, from: number) =>
  Array.from({ length: Math.min(CHUNK, count - from) }, (_, index) => {
    const dueAt = firstDueAt + (from + index) * stepMs;
    return {
      name: 'noop',
      data: { dueAt },
      opts: { delay: Math.max(0, dueAt - Date.now()), removeOnComplete: true },
    };
  });
