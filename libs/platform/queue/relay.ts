import type { Clock } from '../core/clock.js';
import type { Database } from '../database/database.js';
import type { Queues } from './queues.js';
import { claimWaiting, giveBack, trimOutbox } from './outbox.js';
import type { WaitingJob } from './outbox.js';

const BATCH = 500;
const KEEP_DONE_MS = 24 * 3_600_000;

/** Carries committed jobs from the outbox to the queue. Losing the queue loses time, not jobs. */
export class Relay {
  constructor(
    private readonly database: Database,
    private readonly queues: Pick<Queues, 'add'>,
    private readonly clock: Clock,
  ) {}

  /** Dispatches all that waits. Answers how many jobs. */
  async run(): Promise<number> {
    let total = 0;
    for (;;) {
      const claimed = await claimWaiting(this.database.reader, this.clock.now(), BATCH);
      await this.hand(claimed);
      total += claimed.length;
      if (claimed.length < BATCH) return total;
    }
  }

  private async hand(claimed: readonly WaitingJob[]): Promise<void> {
    try {
      await this.queues.add('messages', claimed);
    } catch (error) {
      await giveBack(
        this.database.reader,
        claimed.map(({ id }) => id),
      );
      throw error;
    }
  }

  async trim(): Promise<number> {
    return trimOutbox(this.database.reader, this.clock.now() - KEEP_DONE_MS);
  }
}
