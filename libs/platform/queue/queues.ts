import { setTimeout as delay } from 'node:timers/promises';
import { Queue } from 'bullmq';
import type { QueueConnection } from './connection.js';
import { QUEUE_NAMES } from './job.js';
import type { QueueName } from './job.js';

/** Jobs are removed when they end: the outbox row is what remembers them. */
const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: true } as const;

export interface NewJob {
  readonly id: string;
  readonly name: string;
  readonly delayMs?: number;
}

export interface QueueCounts {
  readonly queue: QueueName;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
}

/** The queues that this process adds to. Nothing that must not be lost is only here. */
export class Queues {
  private readonly queues: ReadonlyMap<QueueName, Queue>;

  constructor(
    readonly link: QueueConnection,
    onError: (error: Error) => void,
  ) {
    this.queues = new Map(QUEUE_NAMES.map((name) => [name, this.open(name, onError)]));
  }

  /** Adds jobs. A job whose id is already in the queue is not added again. */
  async add(queue: QueueName, jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.queue(queue).addBulk(
      jobs.map(({ id, name, delayMs }) => ({
        name,
        data: {},
        opts: {
          ...JOB_OPTIONS,
          jobId: id,
          ...(delayMs !== undefined && delayMs > 0 && { delay: delayMs }),
        },
      })),
    );
  }

  async counts(): Promise<QueueCounts[]> {
    return Promise.all(
      QUEUE_NAMES.map(async (name) => {
        const {
          waiting = 0,
          active = 0,
          delayed = 0,
        } = await this.queue(name).getJobCounts('waiting', 'active', 'delayed');
        return { queue: name, waiting, active, delayed };
      }),
    );
  }

  /** The same; null when the queue's server does not answer in time. */
  async countsWithin(ms: number): Promise<QueueCounts[] | null> {
    const given = new AbortController();
    const late = delay(ms, null, { signal: given.signal }).catch(() => null);
    const counts = this.counts().catch(() => null);
    return Promise.race([counts, late]).finally(() => given.abort());
  }

  /** Throws away everything that is queued: for tests of what happens then. */
  async obliterate(): Promise<void> {
    for (const queue of this.queues.values()) await queue.obliterate({ force: true });
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private queue(name: QueueName): Queue {
    const queue = this.queues.get(name);
    if (queue === undefined) throw new Error(`no queue ${name}`);
    return queue;
  }

  private open(name: QueueName, onError: (error: Error) => void): Queue {
    const queue = new Queue(name, { connection: this.link.connection });
    queue.on('error', onError);
    return queue;
  }
}
