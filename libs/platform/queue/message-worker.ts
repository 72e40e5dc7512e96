import { Worker } from 'bullmq';
import type { Job } from 'bullmq';
import type { Clock } from '../core/clock.js';
import type { Database } from '../database/database.js';
import type { Logger } from '../logging/logger.js';
import type { QueueConnection } from './connection.js';
import type { JobHandlers } from './handlers.js';
import type { QueueName } from './job.js';
import { claimWaiting, markDone, markFailed, takeJob } from './outbox.js';

const ALL_AT_ONCE = 1_000;

/** Starts a BullMQ worker whose errors are logged, since an unheard `error` event would end the process. */
export function startWorker(
  link: QueueConnection,
  queue: QueueName,
  work: (job: Job) => Promise<void>,
  logger: Logger,
  concurrency = 4,
): Worker {
  const worker = new Worker(queue, work, {
    connection: link.connection,
    concurrency,
  });
  worker.on('error', (error) => {
    logger.warn(`queue ${queue}: ${error.message}`);
  });
  return worker;
}

/**
 * Does what the outbox holds. The job carries only the id of its outbox row, and the row is locked, worked on and
 * marked done in one transaction: however often a queue delivers it, its effect happens once.
 */
export class MessageWork {
  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Does all that waits, in order and without a queue: for a replay, whose time is not the queue's. */
  async runWaiting(): Promise<void> {
    const { reader } = this.database;
    for (const { id } of await claimWaiting(reader, this.clock.now(), ALL_AT_ONCE))
      await this.run(id);
  }

  async run(outboxId: string): Promise<void> {
    try {
      await this.database.transaction(async (tx) => {
        const job = await takeJob(tx, outboxId);
        if (job === null) return;
        await this.handlers.run(job.name, job.payload, { tx, jobId: outboxId });
        await markDone(tx, outboxId, this.clock.now());
      });
    } catch (error) {
      this.logger.error(`job ${outboxId} failed`, error);
      await markFailed(
        this.database.reader,
        outboxId,
        error instanceof Error ? error.message : String(error),
      );
      throw error;
    }
  }
}
