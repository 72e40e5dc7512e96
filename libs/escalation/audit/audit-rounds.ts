import { Loop } from '#platform';
import type { Clock, Logger } from '#platform';
import type { Auditor } from './auditor.js';

const EVERY_MS = 60_000;
/** After a start the sweep first fires what fell due while nobody was there; that is late, and no news. */
const SETTLES_WITHIN_MS = 10_000;
const LOOK_AGAIN_MS = 1_000;

/** Keeps the auditor going in this process: once a minute. */
export class AuditRounds {
  private readonly loop: Loop;
  private startedAt = 0;

  constructor(
    private readonly auditor: Pick<Auditor, 'look' | 'run'>,
    private readonly clock: Clock,
    logger: Pick<Logger, 'error'>,
  ) {
    this.loop = new Loop(
      () => this.once(),
      (error) => {
        logger.error('audit failed', error);
      },
    );
  }

  start(): void {
    this.startedAt = this.clock.now();
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** One round. Answers in how many milliseconds the next one should follow. */
  async once(): Promise<number> {
    const now = this.clock.now();
    const settles = now - this.startedAt < SETTLES_WITHIN_MS;
    if (settles && (await this.auditor.look(now)).length > 0) return LOOK_AGAIN_MS;
    await this.auditor.run(now);
    return EVERY_MS;
  }
}
