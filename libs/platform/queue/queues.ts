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

/** A job that comes again and again. */
export interface Schedule {
  readonly key: string;
  /** As cron says it: minute, hour, day of the month, month, day of the week. */
  readonly pattern: string;
  /** The zone whose clock is meant. */
  readonly timeZone: string;
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

  /**
   * Makes these the schedules of a queue, whatever it had before. However often, and in however many processes: a schedule
   * that is there already stays the one that it is.
   */
  async keepSchedules(queue: QueueName, schedules: readonly Schedule[]): Promise<void> {
    const target = this.queue(queue);
    for (const { key, pattern, timeZone } of schedules)
      await target.upsertJobScheduler(
        key,
        { pattern, tz: timeZone },
        { name: key, data: {}, opts: JOB_OPTIONS },
      );
    const wanted = new Set(schedules.map(({ key }) => key));
    for (const { key } of await target.getJobSchedulers())
      if (!wanted.has(key)) await target.removeJobScheduler(key);
  }

  /** When each schedule of a queue comes next. */
  async nextOf(queue: QueueName): Promise<ReadonlyMap<string, number>> {
    const schedulers = await this.queue(queue).getJobSchedulers();
    return new Map(schedulers.map(({ key, next }) => [key, next ?? 0]));
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
